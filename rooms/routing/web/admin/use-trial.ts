import { useState } from 'react'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { cancelTrial, createTrial, type DraftRule, getTrial } from '../../contract/http.ts'

const askEveryMs = 600

/** Runs rules over past tickets as a job and follows it; a trial that was left is stopped by whoever comes back. */
export function useTrial() {
  const [id, setId] = useState<number>()
  const [over, setOver] = useState(false)
  const start = useSend(createTrial, {
    onDone: (trial) => {
      setOver(false)
      setId(trial.id)
    },
  })
  const reading = useApi(
    getTrial,
    { params: { id: id ?? 0 } },
    { enabled: id !== undefined, ...(over ? {} : { everyMs: askEveryMs }) },
  )
  const trial = id === undefined ? undefined : reading.data
  const going = trial?.state === 'waiting' || trial?.state === 'running'
  if (trial && !going && !over) setOver(true)
  const stop = useSend(cancelTrial, { refresh: [getTrial] })
  return {
    trial,
    going: start.isPending || going,
    error: reading.error,
    run: (rules: DraftRule[], days: number) => start.mutate({ body: { rules, days } }),
    stop: () => id !== undefined && stop.mutate({ params: { id } }),
  }
}
