import { ActionIcon } from '@mantine/core'
import { IconAlertTriangle, IconArrowBackUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { currentLanguage } from '../../../web-kit/i18n/i18n.ts'
import { PersonAvatar } from '../../../web-kit/ui/person-avatar.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { getOnCall, type LayerShifts, removeOverride } from '../contract/http.ts'
import classes from './oncall.module.css'

interface Props {
  layer: LayerShifts
  from: string
  to: string
  zone: string
}

/** One layer: who it is now, and a line of time on which each stretch is somebody's, named. */
export function LayerLine({ layer, from, to, zone }: Props) {
  const { t } = useTranslation('oncall')
  const back = useSend(removeOverride, { refresh: [getOnCall], onDone: () => toast.done(t('takenBack')) })
  const at = useZoned(zone)
  const [start, end] = [Date.parse(from), Date.parse(to)]
  const share = (moment: string) => ((Date.parse(moment) - start) / (end - start)) * 100
  const now = ((Date.now() - start) / (end - start)) * 100
  const set = layer.shifts.filter((shift) => shift.override !== null)
  return (
    <div className={classes.layer}>
      <div className={classes.who}>
        <span className={classes.layerName}>{layer.name}</span>
        <span className={classes.now}>
          {layer.now ? <PersonAvatar name={layer.now.name} size={26} /> : <IconAlertTriangle size={20} aria-hidden />}
          <span>
            <b>{layer.now?.name ?? t('nobody')}</b>
            <span className={classes.dim}>
              {layer.until && t('until', { at: at(layer.until) })}
              {layer.next && ` · ${t('then', { name: layer.next.name })}`}
            </span>
          </span>
        </span>
      </div>
      <ol className={classes.line} aria-label={layer.name}>
        {layer.shifts.map((shift) => {
          const name = shift.person?.name ?? t('gap')
          return (
            <li
              key={shift.from}
              className={classes.shift}
              data-gap={shift.person === null || undefined}
              data-set={shift.override !== null || undefined}
              data-hue={shift.person ? shift.person.id % 6 : undefined}
              style={{ insetInlineStart: `${share(shift.from)}%`, width: `${share(shift.to) - share(shift.from)}%` }}
              title={t('shiftOf', { name, from: at(shift.from), to: at(shift.to) })}
            >
              <span>{name}</span>
            </li>
          )
        })}
        {now > 0 && now < 100 && <span className={classes.mark} style={{ insetInlineStart: `${now}%` }} aria-hidden />}
      </ol>
      <Days from={start} to={end} />
      {layer.gaps.length > 0 && <p className={classes.warn}>{t('gaps', { count: layer.gaps.length })}</p>}
      {set.length > 0 && (
        <ul className={classes.changes}>
          {set.map((shift) => (
            <li key={shift.from}>
              {shift.person?.name} · {at(shift.from)} – {at(shift.to)} ({t('overridden')})
              <ActionIcon
                size="sm"
                aria-label={`${t('takeBack')}: ${shift.person?.name}, ${at(shift.from)}`}
                onClick={() => shift.override !== null && back.mutate({ params: { id: shift.override } })}
              >
                <IconArrowBackUp size={15} stroke={1.75} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Days({ from, to }: { from: number; to: number }) {
  const format = new Intl.DateTimeFormat(currentLanguage(), { weekday: 'short', day: 'numeric' })
  const days: number[] = []
  for (const day = new Date(from); day.getTime() < to; day.setDate(day.getDate() + 1)) days.push(day.getTime())
  return (
    <ol className={classes.days} aria-hidden>
      {days.map((day) => (
        <li key={day} style={{ insetInlineStart: `${((day - from) / (to - from)) * 100}%` }}>
          {format.format(day)}
        </li>
      ))}
    </ol>
  )
}

function useZoned(timeZone: string) {
  const format = new Intl.DateTimeFormat(currentLanguage(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })
  return (at: string) => format.format(new Date(at))
}
