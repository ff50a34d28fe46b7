import { Select, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormActions } from '../../../web-kit/forms/form-actions.tsx'
import { relations } from '../contract/http.ts'
import type { Ticket } from './use-ticket.ts'
import { useTicketActions } from './use-ticket-actions.ts'

export type FindTickets = (words: string) => Promise<readonly { number: number; subject: string }[]>

interface Props {
  ticket: Ticket
  find: FindTickets
  onDone: () => void
}

/** How it hangs together, and with which ticket: found by words or number. */
export function AddLink({ ticket, find, onDone }: Props) {
  const { t } = useTranslation('ticket')
  const { addLink } = useTicketActions()
  const [relation, setRelation] = useState<(typeof relations)[number]>('relates_to')
  const [typed, setTyped] = useState('')
  const [to, setTo] = useState<string | null>(null)
  const [words] = useDebouncedValue(typed.trim(), 200)
  const found = useQuery({
    queryKey: ['ticket to link', words],
    queryFn: () => find(words),
    enabled: words !== '' && to === null,
    placeholderData: keepPreviousData,
  })
  const others = (found.data ?? []).filter((one) => one.number !== ticket.number)
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault()
        if (to === null) return
        const body = { relation, to: Number(to) }
        await addLink.mutateAsync({ params: { number: ticket.number }, body }).then(onDone, () => {})
      }}
    >
      <Stack gap={6}>
        <Select
          size="xs"
          aria-label={t('relation')}
          data={relations.map((one) => ({ value: one, label: t(`relations.${one}.to`) }))}
          value={relation}
          allowDeselect={false}
          onChange={(value) => value && setRelation(value as typeof relation)}
        />
        <Select
          size="xs"
          aria-label={t('linkTo')}
          placeholder={t('linkTo')}
          searchable
          autoFocus
          data={others.map(({ number, subject }) => ({ value: String(number), label: `#${number} ${subject}` }))}
          filter={({ options }) => options}
          nothingFoundMessage={words && found.isFetched ? t('kit:picker.nothing') : undefined}
          searchValue={typed}
          onSearchChange={setTyped}
          value={to}
          onChange={setTo}
        />
        <FormActions submitLabel={t('addLink')} busy={addLink.isPending} disabled={to === null} onCancel={onDone} />
      </Stack>
    </form>
  )
}
