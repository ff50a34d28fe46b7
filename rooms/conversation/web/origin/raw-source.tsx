import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../../../web-kit/api/api.ts'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { getMessageSource } from '../../contract/http.ts'
import classes from './origin-drawer.module.css'
import './strings.ts'

/** More of it is attachments in letters and digits. */
const MAX_BYTES = 200_000

/** The beginning of what is read from an address; the rest is not fetched. */
async function readStart(url: string, signal: AbortSignal): Promise<{ text: string; cut: boolean }> {
  const answer = await fetch(url, { signal, credentials: 'same-origin' })
  if (!answer.ok || !answer.body) throw new Error(String(answer.status))
  const reader = answer.body.getReader()
  // Bytes of any charset must be seen, not understood.
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return { text: text + decoder.decode(), cut: false }
    bytes += value.length
    text += decoder.decode(value, { stream: true })
    if (bytes < MAX_BYTES) continue
    await reader.cancel()
    return { text, cut: true }
  }
}

/** A message exactly as it came, or as it was handed to the mail server. */
export function RawSource({ number, messageId }: { number: number; messageId: number }) {
  const { t } = useTranslation('origin')
  const url = urlOf(getMessageSource, { params: { number, id: messageId } })
  const source = useQuery({
    queryKey: ['source of a message', url],
    queryFn: ({ signal }) => readStart(url, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (source.isPending) return <TextSkeleton lines={8} />
  if (source.error) return <ErrorState error={source.error} retry={() => void source.refetch()} />
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre className={classes.raw} tabIndex={0} dir="ltr">
        {source.data.text}
      </pre>
      {source.data.cut && <p className={classes.dim}>{t('cut')}</p>}
    </>
  )
}
