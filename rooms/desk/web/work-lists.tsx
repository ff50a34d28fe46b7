import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../../web-kit/shortcuts/use-shortcut.ts'
import { PersonAvatar } from '../../../web-kit/ui/person-avatar.tsx'
import side from '../../../web-kit/ui/side-item.module.css'
import type { BuiltInList, Count, WorkLists as Lists } from '../contract/http.ts'
import type { ListState } from './list-state.ts'
import { countWords, listIcons } from './list-words.ts'
import { useWorkLists } from './use-work-lists.ts'
import { viewIconOf } from './view-icons.ts'
import classes from './work-lists.module.css'

export interface WorkListsProps {
  /** The list that is shown now; undefined elsewhere. */
  current: ListState | undefined
  onOpen: (state: ListState) => void
  href: (state: ListState) => string
}

const keys: Partial<Record<BuiltInList, string>> = {
  mine: 'g m',
  'my-teams': 'g t',
  unassigned: 'g u',
  open: 'g o',
  waiting: 'g w',
  overdue: 'g d',
  resolved: 'g r',
  all: 'g a',
}
/** What stands in the side bar of itself; the others are a filter away. */
const shown: readonly BuiltInList[] = [
  'mine',
  'my-teams',
  'unassigned',
  'open',
  'waiting',
  'due-soon',
  'overdue',
  'escalated',
  'undelivered',
  'resolved',
  'all',
]
/** Trouble that is there now and then: no line for what is not. */
const onlyWhenHeld: readonly BuiltInList[] = ['due-soon', 'overdue', 'escalated', 'undelivered']
const empty: Lists = { lists: [], teams: [], views: [] }

/** The side bar's lists, queues and views, each with how many tickets it holds. */
export function WorkLists(props: WorkListsProps) {
  const { t } = useTranslation('desk')
  const lists = useWorkLists().data ?? empty
  const { current } = props
  const teamNow = current?.list === 'open' ? current.team : undefined
  const countOf = (key: BuiltInList) => lists.lists.find((one) => one.key === key) ?? { count: null, more: false }
  return (
    <>
      <ul className={classes.list} aria-label={t('lists.title')}>
        {shown.map((key) => {
          if (onlyWhenHeld.includes(key) && !countOf(key).count && current?.list !== key) return null
          const Icon = listIcons[key]
          return (
            <Item
              key={key}
              {...props}
              state={{ list: key }}
              label={t(`lists.${key}`)}
              count={countOf(key)}
              active={current?.list === key && teamNow === undefined}
              icon={<Icon size={17} stroke={1.6} aria-hidden />}
              keys={keys[key]}
            />
          )
        })}
      </ul>
      <Group title={t('lists.queues')} shown={lists.teams.length > 0}>
        {lists.teams.map(({ team, mine, ...count }) => (
          <Item
            key={team.id}
            {...props}
            state={{ list: 'open', team: String(team.id) }}
            label={team.name}
            count={count}
            active={teamNow === String(team.id)}
            strong={mine}
            icon={<PersonAvatar name={team.name} size={17} />}
          />
        ))}
      </Group>
      <Group title={t('lists.views')} shown={lists.views.length > 0}>
        {lists.views.map(({ view, ...count }) => {
          const Icon = viewIconOf(view.icon)
          return (
            <Item
              key={view.id}
              {...props}
              state={{ view: view.id }}
              label={view.name}
              count={count}
              active={current?.view === view.id}
              icon={<Icon size={17} stroke={1.6} aria-hidden />}
            />
          )
        })}
      </Group>
    </>
  )
}

function Group({ title, shown, children }: { title: string; shown: boolean; children: React.ReactNode }) {
  if (!shown) return null
  return (
    <>
      <h2 className={classes.group}>{title}</h2>
      <ul className={classes.list} aria-label={title}>
        {children}
      </ul>
    </>
  )
}

interface ItemProps extends WorkListsProps {
  state: ListState
  label: string
  count: Count
  active: boolean
  strong?: boolean
  icon: React.ReactNode
  keys?: string | undefined
}

function Item({ state, label, count, active, strong, icon, keys, href, onOpen }: ItemProps) {
  const { t } = useTranslation('desk')
  useShortcut(keys ?? 'g', () => onOpen(state), { label, group: t('lists.title'), enabled: keys !== undefined })
  const words = countWords(count)
  return (
    <li>
      <a
        href={href(state)}
        className={side.item}
        data-strong={strong || undefined}
        aria-current={active ? 'page' : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
          event.preventDefault()
          onOpen(state)
        }}
      >
        {icon}
        <span className={side.word}>{label}</span>
        {words !== '' && words !== '0' && (
          <span className={classes.count}>
            <span aria-hidden>{words}</span>
            <span className={classes.hidden}>{t('lists.holds', { count: count.count ?? 0, words })}</span>
          </span>
        )}
      </a>
    </li>
  )
}
