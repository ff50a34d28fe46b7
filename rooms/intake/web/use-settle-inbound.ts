import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import type { ApiProblem } from '../../../web-kit/api/problem.ts'
import { stale } from '../../../web-kit/api/use-api.ts'
import { confirm } from '../../../web-kit/ui/confirm.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import {
  countInboundMail,
  discardInboundMails,
  listInboundMail,
  retryInboundMails,
  type Selection,
} from '../contract/http.ts'

const MOST_ROUNDS = 200

/** Files or discards what is selected; a long row of messages in several rounds. */
export function useSettleInbound(done: () => void) {
  const { t } = useTranslation('intake')
  const [busy, setBusy] = useState(false)

  async function settle(endpoint: typeof retryInboundMails | typeof discardInboundMails, selection: Selection) {
    setBusy(true)
    let changed = 0
    try {
      for (let round = 0; round < MOST_ROUNDS; round++) {
        const answer = await api(endpoint, { body: selection })
        changed += answer.changed
        if (!answer.more || answer.changed === 0) break
      }
      toast.done(t(endpoint === retryInboundMails ? 'inbound.retriedAll' : 'inbound.discardedAll', { count: changed }))
      done()
    } catch (problem) {
      toast.problem(problem as ApiProblem)
    } finally {
      setBusy(false)
      void stale(listInboundMail)
      void stale(countInboundMail)
    }
  }

  return {
    busy,
    file: (selection: Selection) => settle(retryInboundMails, selection),
    discard: async (selection: Selection, count: number | null) => {
      const yes = await confirm({
        title: count === null ? t('inbound.discardEvery') : t('inbound.discardSome', { count }),
        body: t('inbound.discardBody'),
        confirmLabel: t('discard'),
        danger: true,
      })
      if (yes) await settle(discardInboundMails, selection)
    },
  }
}
