import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import {
  IconArrowForwardUp,
  IconArrowLeft,
  IconArrowMerge,
  IconBan,
  IconChevronDown,
  IconChevronUp,
  IconDots,
  IconEye,
  IconEyeOff,
  IconPlugConnected,
} from '@tabler/icons-react'
import { useNavigate, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../../rooms/people/web/index.ts'
import { type Ticket, useTicketActions } from '../../../../rooms/ticket/web/index.ts'
import { useSpam } from '../../../../rooms/triage/web/index.ts'
import { number as figure } from '../../../../web-kit/i18n/formats.ts'
import { useShortcut } from '../../../../web-kit/shortcuts/use-shortcut.ts'
import { whyNot } from '../../../../web-kit/ui/why-not.ts'
import { useNeighbours } from '../work/work-context.ts'
import { cameFrom } from './came-from.ts'
import classes from './ticket-screen.module.css'

interface Props {
  number: number
  ticket?: Ticket
  onMerge?: () => void
  onAskOutside?: (() => void) | undefined
  /** What is most often done, as buttons. */
  children?: ReactNode
}

/** Above the ticket: back, up and down the list, and what is rarely needed. */
export function TicketBar({ number, ticket, onMerge, onAskOutside, children }: Props) {
  const { t } = useTranslation('agent')
  const go = useNavigate()
  const { previous, next, position } = useNeighbours()
  const group = t('ticket.group')
  const { history } = useRouter()
  const back = () => {
    const from = cameFrom()
    if (from) history.push(from)
    else void go({ to: '/desk', search: true as never })
  }
  const open = (to: number | undefined) => {
    if (to) void go({ to: '/desk/tickets/$number', params: { number: String(to) } as never, search: true as never })
  }
  useShortcut('u', back, { label: t('ticket.back'), group })
  useShortcut('j', () => open(next), { label: t('ticket.next'), group, enabled: next !== undefined })
  useShortcut('k', () => open(previous), { label: t('ticket.previous'), group, enabled: previous !== undefined })
  return (
    <div className={classes.bar}>
      <Tooltip label={t('ticket.back')}>
        <ActionIcon aria-label={t('ticket.back')} onClick={back}>
          <IconArrowLeft size={17} stroke={1.75} className={classes.arrow} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('ticket.previous')}>
        <ActionIcon aria-label={t('ticket.previous')} disabled={!previous} onClick={() => open(previous)}>
          <IconChevronUp size={17} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('ticket.next')}>
        <ActionIcon aria-label={t('ticket.next')} disabled={!next} onClick={() => open(next)}>
          <IconChevronDown size={17} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      {position !== undefined && (
        <span className={classes.position} title={t('ticket.position', { position: figure(position) })}>
          {figure(position)}
        </span>
      )}
      <span className={classes.space} />
      {children}
      {ticket && <MoreMenu number={number} ticket={ticket} onMerge={onMerge} onAskOutside={onAskOutside} />}
    </div>
  )
}

interface MenuProps {
  number: number
  ticket: Ticket
  onMerge: (() => void) | undefined
  onAskOutside: (() => void) | undefined
}

function MoreMenu({ number, ticket, onMerge, onAskOutside }: MenuProps) {
  const { t } = useTranslation('agent')
  const { me } = useMe()
  const { addWatcher, removeWatcher } = useTicketActions()
  const { mark, setSpam, unsetSpam } = useSpam(number, true)
  const watching = ticket.watchers.some((one) => one.id === me?.id)
  const icon = { size: 16, stroke: 1.75 }
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon aria-label={t('ticket.more')}>
          <IconDots size={17} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {me && (
          <Menu.Item
            leftSection={watching ? <IconEyeOff {...icon} /> : <IconEye {...icon} />}
            disabled={!ticket.abilities.watch.allowed}
            onClick={() =>
              watching
                ? removeWatcher.mutate({ params: { number, person: me.id } })
                : addWatcher.mutate({ params: { number }, body: { person: me.id } })
            }
          >
            {t(watching ? 'ticket.unwatch' : 'ticket.watch')}
          </Menu.Item>
        )}
        {onAskOutside && (
          <Menu.Item leftSection={<IconArrowForwardUp {...icon} />} hiddenFrom="sm" onClick={onAskOutside}>
            {t('ticket.do.askOutside')}
          </Menu.Item>
        )}
        {onMerge && (
          <Menu.Item
            leftSection={<IconArrowMerge {...icon} />}
            disabled={!ticket.abilities.merge.allowed}
            title={whyNot(ticket.abilities.merge)}
            onClick={onMerge}
          >
            {t('ticket.do.merge')}
          </Menu.Item>
        )}
        {mark?.spam ? (
          <Menu.Item leftSection={<IconBan {...icon} />} disabled={!mark.abilities.unmark.allowed} onClick={unsetSpam}>
            {t('ticket.notSpam')}
          </Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<IconBan {...icon} />}
            disabled={!mark?.abilities.mark.allowed}
            title={whyNot(mark?.abilities.mark)}
            onClick={setSpam}
          >
            {t('ticket.spam')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconPlugConnected {...icon} />}
          component="a"
          href={`/api/v1/tickets/${number}`}
          target="_blank"
        >
          {t('ticket.json')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
