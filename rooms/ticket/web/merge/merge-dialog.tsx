import { Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { previewMergeEndpoint } from '../../contract/http.ts'
import type { FindTickets } from '../add-link.tsx'
import { FindTicket } from './find-ticket.tsx'
import { MergeForm } from './merge-form.tsx'
import './strings.ts'

interface Props {
  /** The ticket on screen. */
  number: number
  /** The other one, where it is known already. */
  other?: number | undefined
  find: FindTickets
  onClose: () => void
  /** With the number of the ticket that carries both on. */
  onMerged: (into: number) => void
}

/** Two tickets about one thing become one; what that does, and who sees what, is said before. */
export function MergeDialog({ number, other: known, find, onClose, onMerged }: Props) {
  const { t } = useTranslation('merge')
  const [other, setOther] = useState<number | null>(known ?? null)
  const [turned, setTurned] = useState(false)
  const [from, into] = turned ? [other, number] : [number, other]
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title', { number })}
      size="lg"
      closeButtonProps={{ 'aria-label': t('kit:close') }}
    >
      <Stack gap="md">
        {known === undefined && <FindTicket without={number} find={find} value={other} onPick={setOther} />}
        {from !== null && into !== null && (
          <Previewed
            key={`${from} ${into}`}
            from={from}
            into={into}
            onTurn={() => setTurned(!turned)}
            onClose={onClose}
            onMerged={onMerged}
          />
        )}
      </Stack>
    </Modal>
  )
}

interface PreviewedProps extends Pick<Props, 'onClose' | 'onMerged'> {
  from: number
  into: number
  onTurn: () => void
}

function Previewed({ from, into, ...rest }: PreviewedProps) {
  const preview = useApi(previewMergeEndpoint, { params: { number: from }, query: { into } }, { staleMs: 0 })
  if (preview.error) return <FormProblem problem={preview.error} />
  if (!preview.data) return <TextSkeleton lines={4} />
  return <MergeForm preview={preview.data} {...rest} />
}
