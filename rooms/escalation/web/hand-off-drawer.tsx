import { ActionIcon, Button, Input, SegmentedControl, Select, Textarea, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import type { UploadedFile } from '../../../web-kit/api/upload.ts'
import { stale, useApi } from '../../../web-kit/api/use-api.ts'
import { FormActions } from '../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../web-kit/forms/use-form.ts'
import { useUnsavedGuard } from '../../../web-kit/forms/use-unsaved-guard.ts'
import { useShortcut } from '../../../web-kit/shortcuts/use-shortcut.ts'
import { AttachArea } from '../../../web-kit/ui/attach-area.tsx'
import { EditorDrawer } from '../../../web-kit/ui/editor-drawer.tsx'
import { ErrorState, TextSkeleton } from '../../../web-kit/ui/states.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { useUploads } from '../../../web-kit/ui/use-uploads.ts'
import {
  getHandOffDraft,
  type HandOffDraft,
  startEscalationEndpoint,
  type TicketEscalations,
} from '../contract/http.ts'
import classes from './escalation.module.css'
import { rereadAfter } from './use-escalations.ts'

interface Props {
  number: number
  found: TicketEscalations
  opened: boolean
  /** The team that was chosen elsewhere already. */
  team?: number | undefined
  onClose: () => void
}

/** Hands a ticket up: to whom, and everything they need so that they never have to start over. */
export function HandOffDrawer(props: Props) {
  const { t } = useTranslation('escalation')
  return (
    <EditorDrawer opened={props.opened} title={t('title', { number: props.number })} onClose={props.onClose} size={680}>
      {props.opened && <Drafted {...props} />}
    </EditorDrawer>
  )
}

function Drafted(props: Props) {
  const draft = useApi(getHandOffDraft, { params: { number: props.number } }, { staleMs: 0 })
  if (draft.error) return <ErrorState error={draft.error} retry={() => void draft.refetch()} />
  if (!draft.data || draft.isFetching) return <TextSkeleton lines={9} />
  return <Form {...props} draft={draft.data} />
}

const supplierValue = 'supplier'

function Form({ number, found, team, draft, onClose }: Props & { draft: HandOffDraft }) {
  const { t } = useTranslation('escalation')
  const [files, setFiles] = useState<readonly UploadedFile[]>(draft.files)
  const uploads = useUploads({ files, onChange: setFiles })
  const above = found.path.filter((one) => one.tier > (found.stands ?? 0))
  const targets = [
    ...above.map(({ tier, teams }) => ({
      group: t('tier', { tier }),
      items: teams.map((one) => ({ value: String(one.id), label: one.name })),
    })),
    ...(found.supplier
      ? [{ group: t('supplier'), items: [{ value: supplierValue, label: found.supplier.name }] }]
      : []),
  ].filter((group) => group.items.length > 0)
  const usual = targets.find((group) => group.items.length > 0)?.items[0]?.value ?? ''
  const tried = draft.attempts.map((one) => ({ tried: one.tried, outcome: one.outcome || t('noChange') }))
  const form = useForm({
    initial: {
      to: team === undefined ? usual : String(team),
      how: 'handOff',
      problem: draft.problem,
      attempts: tried.length > 0 ? tried : [{ tried: '', outcome: '' }],
      evidence: draft.evidence,
      affected: draft.affected,
      suspicion: '',
      reason: '',
    },
    check: (v) => {
      const missing = t('kit:form.missing')
      if (v.how === 'override') return v.reason.trim().length < 3 ? { reason: missing } : {}
      return {
        ...(v.problem.trim() ? {} : { problem: missing }),
        ...(v.attempts.some((one) => one.tried.trim()) &&
        v.attempts.every((one) => !one.tried.trim() || one.outcome.trim())
          ? {}
          : { attempts: t('attemptsMissing') }),
        ...(v.affected.trim() ? {} : { affected: missing }),
        ...(v.suspicion.trim() ? {} : { suspicion: missing }),
      }
    },
    submit: async (v) => {
      const target = v.to === supplierValue ? { supplier: true } : { team: Number(v.to) }
      const handOff = {
        problem: v.problem,
        attempts: v.attempts.filter((one) => one.tried.trim()),
        evidence: v.evidence,
        affected: v.affected,
        suspicion: v.suspicion,
        files: files.map((file) => file.id),
      }
      const started = await api(startEscalationEndpoint, {
        params: { number },
        body: v.how === 'override' ? { ...target, override: { reason: v.reason } } : { ...target, handOff },
        idempotencyKey: crypto.randomUUID(),
      })
      for (const read of rereadAfter) void stale(read)
      toast.done(t('done.started', { number, name: started.to?.name ?? started.supplier }))
      onClose()
    },
  })
  useUnsavedGuard(form.dirty && !form.busy)
  useShortcut('mod+Enter', () => void form.submit(), { label: t('send'), group: t('group'), whileTyping: true })
  const { values, set } = form
  const change = (index: number, part: Partial<(typeof values.attempts)[number]>) =>
    set(
      'attempts',
      values.attempts.map((one, at) => (at === index ? { ...one, ...part } : one)),
    )
  return (
    <form {...form.props} className={classes.form} {...uploads.target}>
      <Select
        label={t('to')}
        data={targets}
        allowDeselect={false}
        required
        value={values.to}
        onChange={(to) => set('to', to ?? usual)}
      />
      {found.abilities.override.allowed && (
        <SegmentedControl
          size="sm"
          aria-label={t('how')}
          data={[
            { value: 'handOff', label: t('withHandOff') },
            { value: 'override', label: t('override') },
          ]}
          value={values.how}
          onChange={(how) => set('how', how)}
        />
      )}
      {values.how === 'override' ? (
        <Textarea
          label={t('overrideReason')}
          description={t('overrideHelp')}
          autosize
          minRows={2}
          maxLength={4000}
          required
          {...form.field('reason')}
        />
      ) : (
        <>
          <Textarea
            label={t('problem')}
            autosize
            minRows={3}
            maxRows={10}
            maxLength={20_000}
            required
            {...form.field('problem')}
          />
          <Input.Wrapper
            label={t('tried')}
            description={t('triedHelp')}
            labelElement="div"
            required
            error={form.errors.attempts}
          >
            <div className={classes.rows}>
              {values.attempts.map((attempt, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
                <div key={index} className={classes.row}>
                  <Textarea
                    aria-label={t('triedNth', { index: index + 1 })}
                    placeholder={t('triedPlaceholder')}
                    autosize
                    minRows={1}
                    maxRows={6}
                    maxLength={4000}
                    data-autofocus={(index === 0 && !attempt.tried) || undefined}
                    value={attempt.tried}
                    onChange={(event) => change(index, { tried: event.currentTarget.value })}
                    {...(index === 0 ? { name: 'attempts' } : {})}
                  />
                  <Textarea
                    aria-label={t('outcomeNth', { index: index + 1 })}
                    placeholder={t('outcomePlaceholder')}
                    autosize
                    minRows={1}
                    maxRows={6}
                    maxLength={4000}
                    value={attempt.outcome}
                    onChange={(event) => change(index, { outcome: event.currentTarget.value })}
                  />
                  <Tooltip label={t('removeAttempt')}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={t('removeAttempt')}
                      disabled={values.attempts.length === 1}
                      onClick={() =>
                        set(
                          'attempts',
                          values.attempts.filter((_, at) => at !== index),
                        )
                      }
                    >
                      <IconTrash size={15} stroke={1.75} />
                    </ActionIcon>
                  </Tooltip>
                </div>
              ))}
            </div>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPlus size={14} />}
              disabled={values.attempts.length >= 30}
              onClick={() => set('attempts', [...values.attempts, { tried: '', outcome: '' }])}
            >
              {t('addAttempt')}
            </Button>
          </Input.Wrapper>
          <Textarea
            label={t('evidence')}
            description={t('evidenceHelp')}
            autosize
            minRows={1}
            maxRows={8}
            maxLength={20_000}
            {...form.field('evidence')}
          />
          <AttachArea uploads={uploads} label={t('files')} slim />
          <Textarea
            label={t('affected')}
            autosize
            minRows={1}
            maxRows={6}
            maxLength={4000}
            required
            {...form.field('affected')}
          />
          <Textarea
            label={t('suspicion')}
            description={t('suspicionHelp')}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={4000}
            required
            data-autofocus={tried.length > 0 || undefined}
            {...form.field('suspicion')}
          />
        </>
      )}
      <FormProblem problem={form.problem} />
      <FormActions
        busy={form.busy}
        disabled={uploads.underway.length > 0 || !values.to}
        submitLabel={t('send')}
        onCancel={onClose}
      />
    </form>
  )
}
