import { Button } from '@mantine/core'
import { IconArrowForwardUp, IconCircleCheck } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  AskOutside,
  type ComposerHandle,
  ComposerPanel,
  ScheduledReplies,
  SideConversations,
  ThreadPanel,
} from '../../../../rooms/conversation/web/index.ts'
import { EscalationCard, HandOffDrawer, useEscalations } from '../../../../rooms/escalation/web/index.ts'
import { MajorCard } from '../../../../rooms/major/web/index.ts'
import { useSeenTicket } from '../../../../rooms/notices/web/index.ts'
import { PageCards } from '../../../../rooms/oncall/web/index.ts'
import { useMe } from '../../../../rooms/people/web/index.ts'
import { ResolutionPanel, ResolveDialog } from '../../../../rooms/resolution/web/index.ts'
import { NextDue } from '../../../../rooms/sla/web/index.ts'
import {
  AssignPicker,
  MergedBanner,
  StatusPicker,
  type Ticket,
  TicketHeader,
  useTicketActions,
} from '../../../../rooms/ticket/web/index.ts'
import { PriorityControl } from '../../../../rooms/triage/web/index.ts'
import { usePaletteActions } from '../../../../web-kit/palette/registry.ts'
import { useShortcut } from '../../../../web-kit/shortcuts/use-shortcut.ts'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { ContextColumn } from './context-column.tsx'
import { NoWords } from './no-words.tsx'
import { TicketBar } from './ticket-bar.tsx'
import { ticketLink } from './ticket-link.tsx'
import classes from './ticket-screen.module.css'
import { useMentions } from './use-mentions.ts'
import { useBetween, useGoToTicket, useMerging } from './use-merging.tsx'

type Opened = 'status' | 'assign' | 'priority' | undefined

/** Header, conversation, composer and context of a ticket, under the fingers. */
export function TicketView({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('agent')
  const { me } = useMe()
  const { assign, setStatus } = useTicketActions()
  const composer = useRef<ComposerHandle>(null)
  const [opened, setOpened] = useState<Opened>()
  const [resolving, setResolving] = useState<{ message?: string; before?: () => Promise<boolean>; sent?: () => void }>()
  const [asking, setAsking] = useState(false)
  const [handing, setHanding] = useState<{ team?: number }>()
  const between = useBetween(ticket)
  const goTo = useGoToTicket()
  const merging = useMerging(ticket)
  const mentions = useMentions()
  useSeenTicket(ticket.number, me?.id)
  const { abilities } = ticket
  const escalations = useEscalations(ticket.number, abilities.note.allowed)
  const mayEscalate = escalations.found?.abilities.escalate.allowed ?? false
  const toggle = (name: NonNullable<Opened>) => (open: boolean) => setOpened(open ? name : undefined)

  const group = t('ticket.group')
  const mayAskOutside = abilities.note.allowed && (me?.permissions.includes('conversation.askOutside') ?? false)
  const maySplit = abilities.link.allowed && (me?.permissions.includes('ticket.createForOthers') ?? false)
  const take = () => {
    if (me && abilities.assign.allowed)
      void assign(ticket, { assignee: { id: me.id, name: me.name, email: me.email, vip: me.vip } })
  }
  const actions = [
    { keys: 'r', name: 'reply', run: () => composer.current?.write('reply'), enabled: abilities.reply.allowed },
    { keys: 'n', name: 'note', run: () => composer.current?.write('note'), enabled: abilities.note.allowed },
    { keys: 'a', name: 'assign', run: () => setOpened('assign'), enabled: abilities.assign.allowed },
    { keys: 'm', name: 'take', run: take, enabled: abilities.assign.allowed && ticket.assignee?.id !== me?.id },
    { keys: 's', name: 'status', run: () => setOpened('status'), enabled: abilities.changeStatus.allowed },
    { keys: 'p', name: 'priority', run: () => setOpened('priority'), enabled: abilities.prioritise.allowed },
    { keys: 'e', name: 'escalate', run: () => setHanding({}), enabled: mayEscalate },
    { keys: 'f', name: 'askOutside', run: () => setAsking(true), enabled: mayAskOutside },
    { keys: 'shift+r', name: 'resolve', run: () => setResolving({}), enabled: abilities.resolve.allowed },
    { keys: 'shift+m', name: 'merge', run: () => merging.start(), enabled: abilities.merge.allowed },
  ]
  usePaletteActions(
    `#${ticket.number}`,
    actions
      .filter((one) => one.enabled)
      .map((one) => ({ id: one.name, label: t(`ticket.do.${one.name}`), keys: one.keys, run: one.run })),
  )
  const author = useMemo(() => ({ id: me?.id ?? 0, name: me?.name ?? '', email: me?.email ?? null }), [me])

  return (
    <>
      <TicketBar
        number={ticket.number}
        ticket={ticket}
        onMerge={() => merging.start()}
        onAskOutside={mayAskOutside ? () => setAsking(true) : undefined}
      >
        {mayAskOutside && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowForwardUp size={15} stroke={1.9} />}
            onClick={() => setAsking(true)}
            visibleFrom="sm"
          >
            {t('ticket.do.askOutside')}
          </Button>
        )}
        {abilities.resolve.allowed && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconCircleCheck size={15} stroke={1.9} />}
            onClick={() => setResolving({})}
          >
            {t('ticket.do.resolve')}
          </Button>
        )}
      </TicketBar>
      <div className={classes.columns}>
        {actions.map(({ keys, name, run, enabled }) => (
          <Key key={keys} keys={keys} label={t(`ticket.do.${name}`)} group={group} run={run} enabled={enabled} />
        ))}
        <div className={classes.main}>
          <div className={classes.scroll}>
            <div className={classes.reading}>
              <TicketHeader ticket={ticket}>
                <StatusPicker
                  ticket={ticket}
                  opened={opened === 'status'}
                  onOpen={toggle('status')}
                  onPick={(status, until) => void setStatus(ticket, status, until)}
                  onResolve={() => setResolving({})}
                />
                <PriorityControl ticket={ticket} opened={opened === 'priority'} onOpen={toggle('priority')} />
                <AssignPicker
                  ticket={ticket}
                  opened={opened === 'assign'}
                  onOpen={toggle('assign')}
                  onPick={(to) =>
                    to.team && mayEscalate && escalations.climbs(to.team.id)
                      ? setHanding({ team: to.team.id })
                      : void assign(ticket, to)
                  }
                />
                <NextDue number={ticket.number} enabled={abilities.note.allowed} />
                {ticket.estimatedAt && ticket.status !== 'closed' && (
                  <span className={classes.due}>
                    {t('ticket.due')} <Time at={ticket.estimatedAt} why={t('ticket.dueWhy')} />
                  </span>
                )}
                {ticket.status === 'waiting_until' && ticket.waitingUntil && (
                  <span className={classes.due}>
                    {t('ticket.wakes')} <Time at={ticket.waitingUntil} />
                  </span>
                )}
              </TicketHeader>
              {ticket.merge && <MergedBanner ticket={ticket} link={ticketLink} />}
              <MajorCard number={ticket.number} />
              {me?.permissions.includes('oncall.use') && <PageCards number={ticket.number} />}
              {escalations.found && (
                <EscalationCard number={ticket.number} found={escalations.found} viewerId={me?.id} />
              )}
              <ThreadPanel
                number={ticket.number}
                requesterId={ticket.requester.id}
                reporterId={ticket.reporter.id}
                viewerId={me?.id}
                between={between}
                empty={<NoWords ticket={ticket} />}
                onTakeBack={(id) => composer.current?.takeBack(id)}
                onSplit={maySplit ? goTo : undefined}
              />
              {abilities.note.allowed && (
                <ScheduledReplies number={ticket.number} onEdit={(words) => composer.current?.goOn(words)} />
              )}
              {abilities.note.allowed && <SideConversations number={ticket.number} />}
              <ResolutionPanel number={ticket.number} reopen={abilities.reopen} />
            </div>
          </div>
          <div className={classes.composer}>
            <ComposerPanel
              handle={composer}
              number={ticket.number}
              author={author}
              to={ticket.requester.name}
              undeliverable={ticket.undeliverable}
              abilities={abilities}
              mentions={mentions}
              onSendAndResolve={
                abilities.resolve.allowed
                  ? ({ text, files, send, discard }) =>
                      setResolving(files === 0 ? { message: text, sent: discard } : { before: send })
                  : undefined
              }
            />
          </div>
        </div>
        <ContextColumn
          ticket={ticket}
          escalations={escalations.found}
          onEscalate={() => setHanding({})}
          onMerge={(other) => void merging.atOnce(other)}
        />
        {escalations.found && (
          <HandOffDrawer
            number={ticket.number}
            found={escalations.found}
            opened={handing !== undefined}
            team={handing?.team}
            onClose={() => setHanding(undefined)}
          />
        )}
        <AskOutside
          number={ticket.number}
          subject={ticket.subject}
          opened={asking}
          onClose={() => setAsking(false)}
          onTakenBack={() => setAsking(true)}
        />
        {merging.dialog}
        <ResolveDialog
          number={ticket.number}
          opened={resolving !== undefined}
          message={resolving?.message}
          before={resolving?.before}
          onClose={() => setResolving(undefined)}
          onResolved={() => resolving?.sent?.()}
        />
      </div>
    </>
  )
}

interface KeyProps {
  keys: string
  label: string
  group: string
  run: () => void
  enabled: boolean
}

function Key({ keys, label, group, run, enabled }: KeyProps) {
  useShortcut(keys, run, { label, group, enabled })
  return null
}
