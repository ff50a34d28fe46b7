import { ActionIcon } from '@mantine/core'
import { IconAlertTriangle, IconArrowBackUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { dayAndTimeIn } from '../../../web-kit/i18n/formats.ts'
import { PersonAvatar } from '../../../web-kit/ui/person-avatar.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { getOnCall, type LayerShifts, type OnCallSchedule, removeOverride } from '../contract/http.ts'
import classes from './oncall.module.css'
import { type Shift, ShiftLine } from './shift-line.tsx'

interface Props {
  layer: LayerShifts
  schedule: OnCallSchedule
  from: string
  to: string
  onPick: (shift: Shift) => void
}

/** One layer: who it is now, who follows, and a line of time. */
export function LayerLine({ layer, schedule, from, to, onPick }: Props) {
  const { t } = useTranslation('oncall')
  const back = useSend(removeOverride, { refresh: [getOnCall], onDone: () => toast.done(t('takenBack')) })
  const at = (moment: string) => dayAndTimeIn(new Date(moment), schedule.timeZone)
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
              {layer.next && (
                <>
                  <br />
                  {t('then', { name: layer.next.name })}
                </>
              )}
            </span>
          </span>
        </span>
      </div>
      <ShiftLine
        layer={layer}
        from={from}
        to={to}
        zone={schedule.timeZone}
        persons={schedule.persons}
        onPick={onPick}
      />
      {layer.gaps.length > 0 && (
        <p className={classes.warn}>
          <IconAlertTriangle size={15} stroke={1.9} aria-hidden /> {t('gaps', { count: layer.gaps.length })}
        </p>
      )}
      {set.length > 0 && (
        <ul className={classes.changes}>
          {set.map((shift) => (
            <li key={shift.from}>
              {shift.person?.name} · {at(shift.from)} – {at(shift.to)} ({t('overridden')})
              <ActionIcon
                size="sm"
                aria-label={`${t('takeBack')}: ${shift.person?.name}, ${at(shift.from)}`}
                title={t('takeBack')}
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
