import { ActionIcon, Button, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconPhoneCall, IconReplace } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { shortDate } from '../../../web-kit/i18n/formats.ts'
import { EditorDrawer } from '../../../web-kit/ui/editor-drawer.tsx'
import { EmptyState, ErrorState, TextSkeleton } from '../../../web-kit/ui/states.tsx'
import { getOnCall, type OnCallSchedule } from '../contract/http.ts'
import { LayerLine } from './layer-line.tsx'
import { MyReach } from './my-reach.tsx'
import classes from './oncall.module.css'
import { type Change, OverrideForm } from './override-form.tsx'
import { PageList } from './page-list.tsx'
import './strings.ts'

const dayMs = 86_400_000
const shownDays = 14

/** Midnight, here, so that days begin where the reader's do. */
const today = () => new Date(new Date().setHours(0, 0, 0, 0))

/** Who is on call now, in the two weeks that follow, and who was paged. */
export function OnCallBoard() {
  const { t } = useTranslation('oncall')
  const [from, setFrom] = useState(today)
  const [changing, setChanging] = useState<{ schedule: OnCallSchedule; change?: Change }>()
  const query = { from: from.toISOString(), days: shownDays }
  const read = useApi(getOnCall, { query }, { live: ['oncall_plan:*'], keepPrevious: true, everyMs: 60_000 })
  if (read.error) return <ErrorState error={read.error} retry={() => void read.refetch()} />
  if (!read.data) return <TextSkeleton lines={8} />
  const { schedules, mayManage } = read.data
  if (schedules.length === 0) {
    return (
      <EmptyState
        icon={<IconPhoneCall />}
        title={t('none')}
        action={
          mayManage && (
            <Button component="a" href="/desk/admin/schedules?edit=new">
              {t('make')}
            </Button>
          )
        }
      >
        {t('noneHelp')}
      </EmptyState>
    )
  }
  const move = (days: number) => setFrom(new Date(from.getTime() + days * dayMs))
  const lastDay = new Date(Date.parse(read.data.to) - 1)
  return (
    <div className={classes.board}>
      <Group gap={6}>
        <ActionIcon variant="default" aria-label={t('earlier')} onClick={() => move(-7)}>
          <IconChevronLeft size={17} stroke={1.75} />
        </ActionIcon>
        <Button variant="default" size="compact-sm" onClick={() => setFrom(today())}>
          {t('today')}
        </Button>
        <ActionIcon variant="default" aria-label={t('later')} onClick={() => move(7)}>
          <IconChevronRight size={17} stroke={1.75} />
        </ActionIcon>
        <span className={classes.span}>
          {shortDate(new Date(read.data.from))} – {shortDate(lastDay)}
        </span>
      </Group>
      {schedules.map((schedule) => (
        <section key={schedule.id} className={classes.schedule} aria-labelledby={`schedule-${schedule.id}`}>
          <header className={classes.head}>
            <div>
              <h2 id={`schedule-${schedule.id}`} className={classes.name}>
                {schedule.name}
              </h2>
              <p className={classes.dim}>{t('zone', { zone: schedule.timeZone })}</p>
            </div>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconReplace size={16} stroke={1.75} />}
              onClick={() => setChanging({ schedule })}
            >
              {t('takeOver')}
            </Button>
          </header>
          {schedule.layers.map((layer) => (
            <LayerLine
              key={layer.key}
              layer={layer}
              schedule={schedule}
              from={read.data.from}
              to={read.data.to}
              onPick={(shift) => setChanging({ schedule, change: { layer: layer.key, shift } })}
            />
          ))}
        </section>
      ))}
      <section className={classes.schedule} aria-labelledby="on-call-pages">
        <h2 id="on-call-pages" className={classes.name}>
          {t('pages')}
        </h2>
        <PageList />
      </section>
      <MyReach schedules={schedules} />
      <EditorDrawer opened={changing !== undefined} title={t('over.title')} onClose={() => setChanging(undefined)}>
        {changing && (
          <OverrideForm schedule={changing.schedule} change={changing.change} onDone={() => setChanging(undefined)} />
        )}
      </EditorDrawer>
    </div>
  )
}
