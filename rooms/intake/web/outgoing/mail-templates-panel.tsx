import { Badge, Button } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listMailTemplates, type MailTemplate } from '../../../../platform/templates/contract.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { ErrorState, RowsSkeleton } from '../../../../web-kit/ui/states.tsx'
import { MailTemplateEditor } from './mail-template-editor.tsx'
import './strings.ts'
import classes from './templates.module.css'

/** The words of a template in the language of the screen. */
function useTemplateWords() {
  const { i18n } = useTranslation()
  return (template: Pick<MailTemplate, 'words'>) => template.words[i18n.language === 'de' ? 'de' : 'en']
}

/** Every mail the desk writes itself; one is opened to change its words. */
export function MailTemplatesPanel() {
  const { t } = useTranslation('outgoing')
  const words = useTemplateWords()
  const [editing, setEditing] = useState<string>()
  const list = useApi(listMailTemplates, {})
  if (list.error && !list.data) return <ErrorState error={list.error} retry={() => void list.refetch()} />
  if (!list.data) return <RowsSkeleton rows={6} />
  const edited = list.data.items.find((one) => one.name === editing)
  if (edited) {
    return (
      <>
        <Button
          size="compact-sm"
          variant="subtle"
          mb={12}
          leftSection={<IconChevronLeft size={15} aria-hidden />}
          onClick={() => setEditing(undefined)}
        >
          {t('template.back')}
        </Button>
        <h2 style={{ marginTop: 0 }}>{words(edited).title}</h2>
        <MailTemplateEditor template={edited} />
      </>
    )
  }
  return (
    <ul className={classes.list} aria-label={t('template.list')}>
      {list.data.items.map((template) => (
        <li key={template.name}>
          <button type="button" className={classes.row} onClick={() => setEditing(template.name)}>
            <span className={classes.what}>
              <span className={classes.title}>{words(template).title}</span>
              <div className={classes.dim}>{words(template).help}</div>
            </span>
            {template.languages.map(({ language, changed }) => (
              <Badge key={language} variant="light" color={changed ? 'iris' : 'gray'}>
                {changed ? `${language} · ${t('template.changed')}` : language}
              </Badge>
            ))}
          </button>
        </li>
      ))}
    </ul>
  )
}
