import { IconCheck, IconChevronRight, IconClockX, IconPlayerStop } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayAndTime, workTime } from '../../../web-kit/i18n/formats.ts'
import { DueMark } from '../../../web-kit/ui/due-mark.tsx'
import type { ClockView } from '../contract/http.ts'
import { ClockWhy } from './clock-why.tsx'
import classes from './clocks.module.css'
import { dueOf, isOpen } from './use-clocks.ts'

const endings = { met: IconCheck, late: IconClockX, stopped: IconPlayerStop } as const

/** One clock: what it is for, how much time is left in shape, word and colour, and why. */
export function ClockCard({ number, clock }: { number: number; clock: ClockView }) {
  const { t } = useTranslation('sla')
  const [opened, setOpened] = useState(false)
  const id = useId()
  const { state } = clock
  const Ending = state === 'met' || state === 'late' || state === 'stopped' ? endings[state] : undefined
  return (
    <li className={classes.clock} data-over={!isOpen(clock) || undefined}>
      <button
        type="button"
        className={classes.head}
        aria-expanded={opened}
        aria-controls={id}
        onClick={() => setOpened(!opened)}
      >
        <IconChevronRight size={13} aria-hidden className={classes.arrow} data-open={opened || undefined} />
        <span className={classes.target}>{t(`kit:due.target.${clock.target}`)}</span>
        {Ending ? (
          <span className={classes.ending} data-state={state}>
            <Ending size={14} stroke={2} aria-hidden /> {t(`state.${state}`)}
          </span>
        ) : (
          <DueMark due={dueOf(clock)} />
        )}
      </button>
      {isOpen(clock) && <Bar clock={clock} />}
      <p className={classes.when}>{[clock.team?.name, useWhen(clock)].filter(Boolean).join(' · ')}</p>
      <div id={id} hidden={!opened}>
        {opened && <ClockWhy number={number} clock={clock} />}
      </div>
    </li>
  )
}

function useWhen(clock: ClockView): string {
  const { t } = useTranslation('sla')
  if (clock.endedAt)
    return t('when.ended', { at: dayAndTime(new Date(clock.endedAt)), passed: workTime(clock.elapsedMs) })
  const left = workTime(clock.goalMs - clock.elapsedMs)
  if (clock.pausedFor)
    return t(clock.breachedAt ? 'when.pausedOver' : 'when.paused', { status: t(`kit:status.${clock.pausedFor}`), left })
  const at = clock.dueAt ? dayAndTime(new Date(clock.dueAt)) : ''
  if (clock.breachedAt) return t('when.over', { at })
  if (clock.goesOnAt) return t('when.closed', { at, left, goesOn: dayAndTime(new Date(clock.goesOnAt)) })
  return t('when.running', { at, left })
}

/** How much of the goal is used up, with a notch at each fraction that is warned of. */
function Bar({ clock }: { clock: ClockView }) {
  const { t } = useTranslation('sla')
  const used = Math.min(100, Math.round((clock.elapsedMs / clock.goalMs) * 100))
  const level = clock.breachedAt ? 'over' : clock.pausedFor ? 'paused' : clock.told >= 75 ? 'soon' : 'calm'
  return (
    <span
      className={classes.bar}
      data-level={level}
      role="progressbar"
      aria-valuenow={used}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-label={t('used')}
    >
      <span className={classes.fill} style={{ inlineSize: `${used}%` }} />
      {clock.warnAt.map((percent) => (
        <span key={percent} className={classes.notch} style={{ insetInlineStart: `${percent}%` }} />
      ))}
    </span>
  )
}
