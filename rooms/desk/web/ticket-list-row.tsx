import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type ListColumn, type ListedTicket, NarrowTicketRow, WideTicketRow } from '../../ticket/web/index.ts'
import classes from './ticket-list-panel.module.css'

interface Props {
  ticket: ListedTicket
  /** Two lines instead of one. */
  short: boolean
  pickable: boolean
  columns: readonly ListColumn[]
  /** Where the keyboard stands. */
  current: boolean
  open: boolean
  picked: boolean
  /** With shift: all from the one that was picked last to this one. */
  onPick: (upTo: boolean) => void
  onOpen: () => void
  onPrefetch: () => void
  href: string
}

/** A ticket in the list: a real link, and beside it a box to pick it with others. */
export function TicketListRow(props: Props) {
  const { ticket, short, pickable, columns, current, open, picked, onPick, onOpen, onPrefetch, href } = props
  const { t } = useTranslation('desk')
  return (
    <div
      className={classes.row}
      data-open={open || undefined}
      data-current={current || undefined}
      data-picked={picked || undefined}
    >
      {pickable && (
        <Checkbox
          size="xs"
          className={classes.box}
          checked={picked}
          onChange={(event) => onPick((event.nativeEvent as MouseEvent).shiftKey)}
          aria-label={t('list.pick', { number: ticket.number })}
        />
      )}
      <a
        href={href}
        className={classes.link}
        aria-current={open ? 'true' : undefined}
        onMouseEnter={onPrefetch}
        onFocus={onPrefetch}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
          event.preventDefault()
          onOpen()
        }}
      >
        {short ? <NarrowTicketRow ticket={ticket} /> : <WideTicketRow ticket={ticket} columns={columns} />}
      </a>
    </div>
  )
}
