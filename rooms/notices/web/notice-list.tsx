import { ActionIcon, Button } from '@mantine/core'
import { IconBellOff, IconCheck, IconPoint } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../../web-kit/api/use-api.ts'
import { EmptyState, ErrorState, TextSkeleton } from '../../../web-kit/ui/states.tsx'
import { Time } from '../../../web-kit/ui/time.tsx'
import { listNotices, type Notice } from '../contract/http.ts'
import type { BellProps } from './bell-props.ts'
import classes from './notices.module.css'
import { useSee } from './use-notices.ts'

interface Props extends BellProps {
  unseen: number
  onClose: () => void
}

/** What happened, the newest first; one line a ticket, however much happened on it at once. */
export function NoticeList({ hrefOf, onOpen, onClose, unseen, personId, settingsHref }: Props) {
  const { t } = useTranslation('notices')
  const list = usePages(listNotices, { query: { limit: 20 } }, { live: [`notices:${personId}`] })
  const see = useSee()
  const go = (href: string) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onClose()
    onOpen(href)
  }
  const newest = list.items[0]?.at
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.title}>{t('title')}</h2>
        {unseen > 0 && newest && (
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<IconCheck size={14} stroke={2} />}
            onClick={() => see.mutate({ body: { upTo: newest } })}
          >
            {t('allSeen')}
          </Button>
        )}
      </div>
      <div className={classes.scroll}>
        {list.isPending && <TextSkeleton />}
        {list.error && <ErrorState error={list.error} retry={() => void list.refetch()} />}
        {list.data && list.items.length === 0 && (
          <EmptyState icon={<IconBellOff />} title={t('none')}>
            {t('noneHelp')}
          </EmptyState>
        )}
        <ul className={classes.list}>
          {list.items.map((notice) => (
            <li key={notice.id} className={classes.item} data-new={!notice.seen || undefined}>
              <a
                href={hrefOf(notice.ticket.number)}
                className={classes.link}
                onClick={(event) => {
                  if (!notice.seen) see.mutate({ body: { ids: [notice.id] } })
                  go(hrefOf(notice.ticket.number))(event)
                }}
              >
                <span className={classes.subject}>
                  <span className={classes.number}>#{notice.ticket.number}</span> {notice.ticket.subject}
                </span>
                <Entries notice={notice} />
                <span className={classes.when}>
                  {!notice.seen && <span className={classes.new}>{t('isNew')}</span>}
                  <Time at={notice.at} />
                </span>
              </a>
              <ActionIcon
                size={24}
                className={classes.mark}
                aria-label={`${t(notice.seen ? 'unsee' : 'seen')}: #${notice.ticket.number}`}
                onClick={() => see.mutate({ body: { ids: [notice.id], seen: !notice.seen } })}
              >
                {notice.seen ? <IconPoint size={16} /> : <IconCheck size={15} stroke={2} />}
              </ActionIcon>
            </li>
          ))}
        </ul>
        {list.hasNextPage && (
          <Button variant="subtle" size="compact-sm" fullWidth loading={list.isFetchingNextPage} onClick={list.more}>
            {t('more')}
          </Button>
        )}
      </div>
      <div className={classes.foot}>
        <a href={settingsHref} onClick={go(settingsHref)}>
          {t('settings')}
        </a>
      </div>
    </>
  )
}

const shown = 3

function Entries({ notice }: { notice: Notice }) {
  const { t } = useTranslation('notices')
  const words = useEntryWords()
  const rest = notice.count - Math.min(shown, notice.entries.length)
  return (
    <>
      {notice.entries.slice(0, shown).map((entry) => (
        <span key={`${entry.kind} ${entry.at}`} className={classes.entry}>
          {words(entry)}
        </span>
      ))}
      {rest > 0 && <span className={classes.entry}>{t('andMore', { count: rest })}</span>}
    </>
  )
}

function useEntryWords() {
  const { t } = useTranslation('notices')
  return ({ kind, by, data }: Notice['entries'][number]): string => {
    const text = (key: string) => String(data[key] ?? '')
    const values = {
      by,
      words: text('words'),
      to: text('to'),
      from: text('from'),
      reason: text('reason'),
      status: data.after ? t(`kit:status.${text('after')}`) : '',
      priority: data.after ? t(`kit:priority.${text('after')}`) : '',
    }
    // Without a name the desk itself did it.
    const desk = by ? '' : '_desk'
    if (kind === 'assigned' || kind === 'status' || kind === 'priority') return t(`words.${kind}${desk}`, values)
    if (kind === 'escalation')
      return t(`words.escalation_${text('what')}${text('what') === 'leads' ? desk : ''}`, values)
    if (kind === 'your_status') return t(`words.your_status_${text('after')}`, values)
    return t(`words.${kind}`, values)
  }
}
