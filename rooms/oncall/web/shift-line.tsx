import { useTranslation } from 'react-i18next'
import { dayAndTimeIn, dayOfMonthIn } from '../../../web-kit/i18n/formats.ts'
import type { LayerShifts } from '../contract/http.ts'
import { dayStarts, isWeekend } from './day-starts.ts'
import classes from './oncall.module.css'
import './strings.ts'

export type Shift = LayerShifts['shifts'][number]

interface Props {
  layer: Pick<LayerShifts, 'name' | 'shifts'>
  from: string
  to: string
  zone: string
  /** Everybody of the schedule, so that one person has one colour in all its lines. */
  persons: readonly { id: number }[]
  /** What a click on a stretch that is not over does; it needs none where it is only looked at. */
  onPick?: ((shift: Shift) => void) | undefined
}

const hues = 6

/** Time from left to right, its days marked; each stretch is somebody's, named. */
export function ShiftLine({ layer, from, to, zone, persons, onPick }: Props) {
  const { t } = useTranslation('oncall')
  const [start, end] = [Date.parse(from), Date.parse(to)]
  const share = (at: number) => ((at - start) / (end - start)) * 100
  const days = dayStarts(start, end, zone)
  const now = Date.now()
  const hueOf = (id: number) => persons.findIndex((one) => one.id === id) % hues
  return (
    <div className={classes.lines}>
      <ol className={classes.line} aria-label={layer.name}>
        {layer.shifts.map((shift) => {
          const name = shift.person?.name ?? t('gap')
          const [begins, ends] = [Date.parse(shift.from), Date.parse(shift.to)]
          const said = t('shiftOf', {
            name,
            from: dayAndTimeIn(new Date(begins), zone),
            to: dayAndTimeIn(new Date(ends), zone),
          })
          return (
            <li
              key={shift.from}
              className={classes.shift}
              data-gap={shift.person === null || undefined}
              data-set={shift.override !== null || undefined}
              data-hue={shift.person ? hueOf(shift.person.id) : undefined}
              style={{ insetInlineStart: `${share(begins)}%`, width: `${share(ends) - share(begins)}%` }}
            >
              {onPick && ends > now ? (
                <button type="button" title={said} aria-label={t('pick', { said })} onClick={() => onPick(shift)}>
                  {name}
                </button>
              ) : (
                <span title={said}>{name}</span>
              )}
            </li>
          )
        })}
      </ol>
      <div className={classes.days} aria-hidden>
        {days.map((day, index) => (
          <span
            key={day}
            data-weekend={isWeekend(day, zone) || undefined}
            style={{
              insetInlineStart: `${share(day)}%`,
              width: `${share(days[index + 1] ?? end) - share(day)}%`,
            }}
          >
            {dayOfMonthIn(new Date(day), zone)}
          </span>
        ))}
        {now > start && now < end && <i style={{ insetInlineStart: `${share(now)}%` }} />}
      </div>
    </div>
  )
}
