import { Button, NumberInput, SegmentedControl } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tryMailTemplate } from '../../../../platform/templates/contract.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { TemplateFrame } from './template-frame.tsx'
import classes from './templates.module.css'

interface Props {
  name: string
  draft: { language: string; subject: string; body: string; ticket?: number }
  preview: { subject: string; text: string; html: string } | undefined
  broken: boolean
  hasSample: boolean
  ticket: number | ''
  onTicket: (ticket: number | '') => void
  ticketError: boolean
}

/** How the mail would look: subject, HTML at two widths in both schemes, and the text part. */
export function TemplatePreview({ name, draft, preview, broken, hasSample, ticket, onTicket, ticketError }: Props) {
  const { t } = useTranslation('outgoing')
  const [look, setLook] = useState<'html' | 'text'>('html')
  const [width, setWidth] = useState<'wide' | 'narrow'>('wide')
  const [scheme, setScheme] = useState<'light' | 'dark'>('light')
  const trial = useSend(tryMailTemplate, { onDone: ({ to }) => toast.done(t('template.tried', { to })) })
  const options = <T extends string>(group: string, values: readonly T[]) =>
    values.map((value) => ({ value, label: t(`template.${group}.${value}`) }))
  return (
    <section className={classes.preview} aria-label={t('template.preview')}>
      <div className={classes.bar}>
        {hasSample && (
          <NumberInput
            size="xs"
            w={200}
            min={1}
            hideControls
            aria-label={t('template.ticket')}
            placeholder={t('template.ticketHelp')}
            leftSection="#"
            value={ticket}
            error={ticketError ? t('template.noTicket') : undefined}
            onChange={(value) => onTicket(value === '' ? '' : Number(value))}
          />
        )}
        <SegmentedControl
          size="xs"
          aria-label={t('template.preview')}
          data={options('look', ['html', 'text'] as const)}
          value={look}
          onChange={(value) => setLook(value as typeof look)}
        />
        {look === 'html' && (
          <>
            <SegmentedControl
              size="xs"
              data={options('width', ['wide', 'narrow'] as const)}
              value={width}
              onChange={(value) => setWidth(value as typeof width)}
            />
            <SegmentedControl
              size="xs"
              data={options('scheme', ['light', 'dark'] as const)}
              value={scheme}
              onChange={(value) => setScheme(value as typeof scheme)}
            />
          </>
        )}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconSend size={15} aria-hidden />}
          disabled={broken}
          loading={trial.isPending}
          onClick={() => trial.mutate({ params: { name }, body: draft })}
        >
          {t('template.try')}
        </Button>
      </div>
      <div className={classes.paper}>
        <div className={classes.subject}>{preview?.subject ?? '…'}</div>
        {look === 'html' ? (
          <TemplateFrame
            html={preview?.html ?? ''}
            title={t('template.preview')}
            narrow={width === 'narrow'}
            scheme={scheme}
          />
        ) : (
          <pre className={classes.plain}>{preview?.text}</pre>
        )}
      </div>
    </section>
  )
}
