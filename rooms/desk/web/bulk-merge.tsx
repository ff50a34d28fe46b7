import { Checkbox, Modal, Radio, Stack } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '../../../web-kit/api/use-api.ts'
import { FormActions } from '../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../web-kit/forms/form-problem.tsx'
import { TextSkeleton } from '../../../web-kit/ui/states.tsx'
import { getTicket, previewMergeEndpoint } from '../../ticket/contract/http.ts'
import type { TicketChange } from '../contract/http.ts'
import classes from './bulk-merge.module.css'

interface Props {
  numbers: readonly number[]
  onClose: () => void
  onMerge: (numbers: readonly number[], change: TicketChange) => void
}

/** Several tickets about one thing become one of them; who sees what is said before. */
export function BulkMerge({ numbers, onClose, onMerge }: Props) {
  const { t } = useTranslation('desk')
  const sorted = [...numbers].sort((a, b) => a - b)
  const [chosen, setChosen] = useState<number>()
  const tickets = useQueries({ queries: sorted.map((number) => apiQuery(getTicket, { params: { number } })) })
  const into = chosen ?? sorted[0] ?? 0
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('bulk.mergeTitle', { count: numbers.length })}
      closeButtonProps={{ 'aria-label': t('kit:close') }}
    >
      <Stack gap="md">
        <Radio.Group
          label={t('bulk.mergeInto')}
          description={t('bulk.mergeIntoHelp')}
          value={String(into)}
          onChange={(value) => setChosen(Number(value))}
        >
          <Stack gap={8} mt={8}>
            {sorted.map((number, index) => (
              <Radio
                key={number}
                value={String(number)}
                label={`#${number} ${tickets[index]?.data?.subject ?? '…'}`}
                description={tickets[index]?.data?.requester.name}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Options
          key={into}
          from={sorted.filter((number) => number !== into)}
          into={into}
          onClose={onClose}
          onMerge={onMerge}
        />
      </Stack>
    </Modal>
  )
}

interface OptionsProps extends Omit<Props, 'numbers'> {
  from: readonly number[]
  into: number
}

function Options({ from, into, onClose, onMerge }: OptionsProps) {
  const { t } = useTranslation('desk')
  const previews = useQueries({
    queries: from.map((number) => apiQuery(previewMergeEndpoint, { params: { number }, query: { into } })),
  })
  const [wish, setWish] = useState<boolean>()
  const [tell, setTell] = useState(false)
  const problem = previews.find((one) => one.error)?.error
  if (problem) return <FormProblem problem={problem} />
  if (previews.some((one) => !one.data)) return <TextSkeleton lines={3} />
  const known = previews.flatMap((one) => (one.data ? [one.data] : []))
  const caution = known.find((one) => one.caution)?.caution
  const names = [...new Set(known.flatMap((one) => one.people.filter((who) => !who.follows).map((who) => who.name)))]
  const follow = wish ?? !caution
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onMerge(from, { merge: { into, addWatchers: follow, tellRequester: tell } })
        onClose()
      }}
    >
      <Stack gap="md">
        {caution && <p className={classes.caution}>{t(`bulk.caution.${caution}`, { number: into })}</p>}
        {names.length > 0 && (
          <Checkbox
            label={t('bulk.follow', { number: into })}
            description={names.join(', ')}
            checked={follow}
            onChange={(event) => setWish(event.currentTarget.checked)}
          />
        )}
        <Checkbox
          label={t('bulk.tell', { number: into })}
          checked={tell}
          onChange={(event) => setTell(event.currentTarget.checked)}
        />
        <FormActions submitLabel={t('bulk.mergeNow', { number: into })} onCancel={onClose} />
      </Stack>
    </form>
  )
}
