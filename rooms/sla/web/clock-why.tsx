import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { clockTime, dayAndTime, workTime } from '../../../web-kit/i18n/formats.ts'
import { ErrorState, TextSkeleton } from '../../../web-kit/ui/states.tsx'
import { type ClockView, getClock, type Piece } from '../contract/http.ts'
import classes from './clocks.module.css'
import { useSentence } from './use-sentence.ts'

const shownAtFirst = 12

/** Why it is due when it is due: one sentence, and the pieces whose sum is the figure. */
export function ClockWhy({ number, clock }: { number: number; clock: ClockView }) {
  const { t } = useTranslation('sla')
  const { data, error, isPending, refetch } = useApi(
    getClock,
    { params: { number, id: clock.id } },
    { live: [`ticket:${number}`] },
  )
  const sentence = useSentence()
  const [all, setAll] = useState(false)
  if (isPending) return <TextSkeleton />
  if (error) return <ErrorState error={error} retry={refetch} />
  const pieces = all ? data.pieces : data.pieces.slice(-shownAtFirst)
  const hidden = data.pieces.length - pieces.length
  return (
    <div className={classes.why}>
      <h3 className={classes.question}>
        {clock.dueAt && !clock.endedAt ? t('why.title', { at: clockTime(new Date(clock.dueAt)) }) : t('why.titlePlain')}
      </h3>
      <p className={classes.sentence}>{sentence(data)}</p>
      {hidden > 0 && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {t('why.earlier', { count: hidden })}
        </button>
      )}
      <table className={classes.pieces}>
        <thead>
          <tr>
            <th scope="col">{t('why.what')}</th>
            <th scope="col">{t('why.counted')}</th>
          </tr>
        </thead>
        <tbody>
          {pieces.map((piece, index) => (
            <Row key={`${piece.from} ${piece.kind}`} piece={piece} before={pieces[index - 1]} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('why.sum', { goal: workTime(data.goalMs) })}</th>
            <td>{workTime(data.elapsedMs)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** By what it was counted is said where it begins and where it becomes another. */
function Row({ piece, before }: { piece: Piece; before: Piece | undefined }) {
  const { t } = useTranslation('sla')
  const { from, to, kind, pausedFor, countedMs } = piece
  return (
    <tr data-kind={kind}>
      <td>
        {kind !== 'carried' && (
          <span className={classes.span}>
            {dayAndTime(new Date(from))} – {to ? endOf(from, to) : t('why.now')}
          </span>
        )}
        {kind === 'paused' ? t('why.paused', { status: t(`kit:status.${pausedFor}`) }) : t(`why.${kind}`)}
        {(piece.policy !== before?.policy || piece.policyVersion !== before.policyVersion) && (
          <span className={classes.by}>{t('why.by', { policy: piece.policy, version: piece.policyVersion })}</span>
        )}
      </td>
      <td>{countedMs > 0 ? workTime(countedMs) : '–'}</td>
    </tr>
  )
}

/** The day is said again only when it is another one. */
function endOf(from: string, to: string): string {
  const [a, b] = [new Date(from), new Date(to)]
  return a.toDateString() === b.toDateString() ? clockTime(b) : dayAndTime(b)
}
