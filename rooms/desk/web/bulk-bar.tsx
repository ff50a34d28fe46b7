import { Button } from '@mantine/core'
import { IconArrowMerge, IconArrowsUpDown, IconFlag, IconMailX, IconTag, IconUser } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { problemIn } from '../../../web-kit/i18n/i18n.ts'
import { confirm } from '../../../web-kit/ui/confirm.tsx'
import { Picker } from '../../../web-kit/ui/picker.tsx'
import { PillButton } from '../../../web-kit/ui/pill-button.tsx'
import { PriorityIcon } from '../../../web-kit/ui/priority.tsx'
import { StatusIcon } from '../../../web-kit/ui/status.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import {
  getTicket,
  listTicketsEndpoint,
  type Priority,
  priorities,
  statuses,
  type TicketFilter,
} from '../../ticket/contract/http.ts'
import { useAssignChoices } from '../../ticket/web/index.ts'
import { createBulkChange, getWorkLists, listBulkChanges, type TicketChange } from '../contract/http.ts'
import { BulkMerge } from './bulk-merge.tsx'
import { BulkPriority } from './bulk-priority.tsx'
import { type Before, type Step, undoing } from './bulk-undo.ts'
import classes from './ticket-list-panel.module.css'

interface Props {
  numbers: readonly number[]
  /** The same tickets as they stand in the list. */
  tickets: readonly Before[]
  filter: TicketFilter
  /** All that the list holds is picked one by one, so that there is no more to take. */
  complete: boolean
  onAll: () => void
  onClear: () => void
}

// Resolving and waiting until a time need more words than a bar has room for.
const moves = statuses.filter((status) => !['new', 'resolved', 'waiting_until'].includes(status))

// More than one can look at are hardly about one thing.
const mostMerged = 20

/** What can be done with the tickets that are picked, or with all that the list holds. */
export function BulkBar({ numbers, tickets, filter, complete, onAll, onClear }: Props) {
  const { t } = useTranslation('desk')
  const [opened, setOpened] = useState<'assign' | 'status' | 'priority' | 'tag'>()
  const [raising, setRaising] = useState<Priority>()
  const [everything, setEverything] = useState(false)
  const [tag, setTag] = useState('')
  const [merging, setMerging] = useState(false)
  // How the tickets of the change under way stood before it.
  const before = useRef<readonly Before[]>([])
  const { choices, pick } = useAssignChoices(undefined, opened === 'assign')
  const send = useSend(createBulkChange, {
    refresh: [listTicketsEndpoint, getTicket, getWorkLists, listBulkChanges],
    onDone: (done, { body }) => {
      if (done.id !== null) return onClear()
      const failure = done.failures[0]
      toast.done(
        failure
          ? t('bulk.partly', {
              changed: done.changed,
              failed: done.failed,
              number: failure.number,
              why: problemIn(failure.code) ?? failure.detail,
            })
          : t('bulk.done', { count: done.changed }),
        body.change.merge
          ? { undo: () => merge(body.numbers ?? [], { merge: null }), forMs: 10_000 }
          : takingBack(done.failed === 0 ? undoing(body.change, before.current) : undefined),
      )
      onClear()
    },
  })
  const takingBack = (steps: Step[] | undefined) => {
    if (!steps) return {}
    const undo = async () => {
      before.current = []
      for (const body of steps) await send.mutateAsync({ body, idempotencyKey: crypto.randomUUID() })
    }
    return { undo: () => void undo(), forMs: 10_000 }
  }
  const apply = (change: TicketChange) => {
    before.current = everything || tickets.length < numbers.length ? [] : tickets
    send.mutate({
      body: { ...(everything ? { filter } : { numbers: [...numbers] }), change },
      idempotencyKey: crypto.randomUUID(),
    })
  }
  const merge = (from: readonly number[], change: TicketChange) =>
    send.mutate({ body: { numbers: [...from], change }, idempotencyKey: crypto.randomUUID() })
  const assign = (value: string) => {
    const { team, assignee } = pick(value)
    apply({
      ...(team === undefined ? {} : { team: team?.id ?? null }),
      ...(assignee === undefined ? {} : { assignee: assignee?.id ?? null }),
    })
  }
  const askAboutSpam = async () => {
    const sure = await confirm({
      title: everything ? t('bulk.spamAll') : t('bulk.spamTitle', { count: numbers.length }),
      body: t('bulk.spamBody'),
      confirmLabel: t('bulk.closeAsSpam'),
      danger: true,
    })
    if (sure) apply({ spam: true })
  }
  const open = (what: typeof opened) => (is: boolean) => setOpened(is ? what : undefined)
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('bulk.label')}>
      <span className={classes.many} role="status">
        {everything ? t('bulk.everything') : t('bulk.picked', { count: numbers.length })}
      </span>
      {!complete && !everything && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            onAll()
            setEverything(true)
          }}
        >
          {t('bulk.takeAll')}
        </Button>
      )}
      <Picker
        label={t('bulk.assign')}
        opened={opened === 'assign'}
        onOpen={open('assign')}
        choices={choices}
        chosen={[]}
        onPick={assign}
        position="top-start"
      >
        <PillButton
          icon={<IconUser size={15} />}
          aria-haspopup="listbox"
          aria-expanded={opened === 'assign'}
          onClick={() => setOpened('assign')}
        >
          {t('bulk.assign')}
        </PillButton>
      </Picker>
      <Picker
        label={t('bulk.status')}
        opened={opened === 'status'}
        onOpen={open('status')}
        choices={moves.map((status) => ({
          value: status,
          label: t(`kit:status.${status}`),
          icon: <StatusIcon status={status} hidden />,
        }))}
        chosen={[]}
        onPick={(status) => apply({ status })}
        position="top-start"
      >
        <PillButton
          icon={<IconFlag size={15} />}
          aria-haspopup="listbox"
          aria-expanded={opened === 'status'}
          onClick={() => setOpened('status')}
        >
          {t('bulk.status')}
        </PillButton>
      </Picker>
      <Picker
        label={t('bulk.priority')}
        opened={opened === 'priority'}
        onOpen={open('priority')}
        choices={priorities.map((priority) => ({
          value: priority,
          label: t(`kit:priority.${priority}`),
          icon: <PriorityIcon priority={priority} hidden />,
        }))}
        chosen={[]}
        onPick={(priority) => setRaising(priority as Priority)}
        position="top-start"
      >
        <PillButton
          icon={<IconArrowsUpDown size={15} />}
          aria-haspopup="listbox"
          aria-expanded={opened === 'priority'}
          onClick={() => setOpened('priority')}
        >
          {t('bulk.priority')}
        </PillButton>
      </Picker>
      <Picker
        label={t('bulk.tag')}
        opened={opened === 'tag'}
        onOpen={open('tag')}
        onSearch={setTag}
        choices={
          tag.trim() && !tag.includes(',')
            ? [
                { value: `+${tag.trim()}`, label: t('bulk.addTag', { tag: tag.trim() }), hint: tag },
                { value: `-${tag.trim()}`, label: t('bulk.removeTag', { tag: tag.trim() }), hint: tag },
              ]
            : []
        }
        chosen={[]}
        onPick={(value) =>
          apply(value.startsWith('+') ? { addTags: [value.slice(1)] } : { removeTags: [value.slice(1)] })
        }
        position="top-start"
      >
        <PillButton
          icon={<IconTag size={15} />}
          aria-haspopup="listbox"
          aria-expanded={opened === 'tag'}
          onClick={() => setOpened('tag')}
        >
          {t('bulk.tag')}
        </PillButton>
      </Picker>
      {numbers.length > 1 && numbers.length <= mostMerged && !everything && (
        <PillButton icon={<IconArrowMerge size={15} />} onClick={() => setMerging(true)}>
          {t('bulk.merge')}
        </PillButton>
      )}
      <PillButton icon={<IconMailX size={15} />} onClick={() => void askAboutSpam()}>
        {t('bulk.spam')}
      </PillButton>
      {merging && <BulkMerge numbers={numbers} onClose={() => setMerging(false)} onMerge={merge} />}
      {raising && (
        <BulkPriority
          priority={raising}
          onClose={() => setRaising(undefined)}
          onReason={(reason) => apply({ priority: { priority: raising, reason } })}
        />
      )}
      <Button size="compact-sm" variant="subtle" className={classes.push} onClick={onClear} loading={send.isPending}>
        {t('bulk.clear')}
      </Button>
    </div>
  )
}
