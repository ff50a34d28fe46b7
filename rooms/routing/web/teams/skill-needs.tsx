import { ActionIcon, Select, TagsInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { listCategories } from '../../../catalog/contract/http.ts'
import { listTeams } from '../../../people/contract/http.ts'
import { listSkillNeeds, putSkillNeed } from '../../contract/http.ts'
import classes from './teams.module.css'

/** What somebody must know to be given tickets of a category; each change is saved at once. */
export function SkillNeeds() {
  const { t } = useTranslation('routingTeams')
  const needs = useApi(listSkillNeeds, {}).data?.items ?? []
  const categories = useApi(listCategories, {}, { staleMs: 60_000 }).data?.items ?? []
  const teams = useApi(listTeams, {}, { staleMs: 60_000 }).data?.items ?? []
  const put = useSend(putSkillNeed, { refresh: [listSkillNeeds] })
  const [added, setAdded] = useState<{ categoryId: number; category: string }>()
  const known = [...new Set(teams.flatMap((team) => team.members.flatMap((member) => member.skills)))].sort()
  const rows = [...needs, ...(added ? [{ ...added, skills: [] as string[] }] : [])]
  const taken = new Set(rows.map((row) => row.categoryId))
  const save = (categoryId: number, skills: string[]) => {
    if (added?.categoryId === categoryId) setAdded(undefined)
    put.mutate({ params: { categoryId }, body: { skills } })
  }
  const remove = (row: (typeof rows)[number]) => {
    if (row.skills.length === 0) return setAdded(undefined)
    put.mutate(
      { params: { categoryId: row.categoryId }, body: { skills: [] } },
      {
        onSuccess: () =>
          toast.done(t('needs.removed', { category: row.category }), { undo: () => save(row.categoryId, row.skills) }),
      },
    )
  }
  return (
    <section className={classes.needs} aria-label={t('needs.title')}>
      <h2 className={classes.title}>{t('needs.title')}</h2>
      <p className={manage.small}>{t('needs.help')}</p>
      <ul className={classes.list}>
        {rows.map((row) => (
          <li key={row.categoryId} className={classes.need}>
            <span className={classes.category}>{row.category}</span>
            <TagsInput
              size="sm"
              aria-label={t('needs.skillsOf', { category: row.category })}
              placeholder={row.skills.length === 0 ? t('needs.hint') : ''}
              data={known}
              maxTags={10}
              acceptValueOnBlur
              value={row.skills}
              onChange={(skills) => save(row.categoryId, skills)}
            />
            <ActionIcon
              size={34}
              aria-label={t('needs.remove', { category: row.category })}
              onClick={() => remove(row)}
            >
              <IconX size={16} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Select
        size="sm"
        className={classes.add}
        aria-label={t('needs.add')}
        placeholder={t('needs.add')}
        searchable
        nothingFoundMessage={t('kit:list.nothingFound')}
        data={categories
          .filter((category) => !taken.has(category.id))
          .map(({ id, path }) => ({ value: String(id), label: path.join(' › ') }))}
        value={null}
        onChange={(id) => {
          const category = categories.find((one) => String(one.id) === id)
          if (category) setAdded({ categoryId: category.id, category: category.path.join(' › ') })
        }}
      />
    </section>
  )
}
