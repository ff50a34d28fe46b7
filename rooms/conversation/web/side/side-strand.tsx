import { Button } from '@mantine/core'
import { IconArrowForwardUp, IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { changeSideConversation, listSideConversations, type SideConversation } from '../../contract/http.ts'
import classes from './side.module.css'
import { SideComposer, type TakenBack } from './side-composer.tsx'
import { SideMessageCard } from './side-message-card.tsx'
import { namesOf } from './side-names.ts'

/** One side conversation: its head says with whom and whether they answered; the rest folds out. */
export function SideStrand({ side }: { side: SideConversation }) {
  const { t } = useTranslation('side')
  const id = useId()
  const last = side.messages.at(-1)
  const answered = side.state === 'open' && last?.direction === 'in' && !last.automatic
  // An answer nobody has dealt with is what one came to read.
  const [open, setOpen] = useState(answered)
  const [before, setBefore] = useState<TakenBack>()
  const state = side.state === 'closed' ? 'closed' : answered ? 'answered' : 'open'
  const change = useSend(changeSideConversation, { refresh: [listSideConversations] })
  const params = { number: side.ticketNumber, id: side.id }
  return (
    <div className={classes.strand}>
      <button
        type="button"
        className={classes.head}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <IconChevronRight size={14} className={classes.chevron} aria-hidden />
        <IconArrowForwardUp size={16} aria-hidden />
        <span className={classes.names}>{namesOf(side)}</span>
        <span className={classes.subject}>{side.subject}</span>
        <span className={classes.state} data-state={state}>
          {t(state)}
        </span>
        {last && <Time at={last.sentAt} quiet className={classes.dim} />}
      </button>
      {open && (
        <div className={classes.content} id={id}>
          <ol className={classes.list} aria-label={t('with', { names: namesOf(side) })}>
            {side.messages.map((message) => (
              <li key={message.id} className={classes.message} data-direction={message.direction}>
                <SideMessageCard message={message} side={side} />
              </li>
            ))}
          </ol>
          <SideComposer
            // Anew, with the words that were taken back.
            key={before?.html ?? ''}
            side={side}
            before={before}
            onSent={() => setBefore(undefined)}
            onTakenBack={(words) => {
              setBefore(words)
              setOpen(true)
            }}
            aside={
              <Button
                size="compact-sm"
                variant="default"
                loading={change.isPending}
                onClick={() => change.mutate({ params, body: { state: side.state === 'open' ? 'closed' : 'open' } })}
              >
                {t(side.state === 'open' ? 'close' : 'reopen')}
              </Button>
            }
          />
        </div>
      )}
    </div>
  )
}
