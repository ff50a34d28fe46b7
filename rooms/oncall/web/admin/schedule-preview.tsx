import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { dayAndTimeIn } from '../../../../web-kit/i18n/formats.ts'
import { PreviewBox } from '../../../../web-kit/manage/preview-box.tsx'
import { type LayerShifts, previewSchedule, type ScheduleDoc } from '../../contract/http.ts'
import { ShiftLine } from '../shift-line.tsx'
import classes from './admin.module.css'

const shownDays = 14

/** Who would be on call in the next weeks, as a line of time, and when nobody would. */
export function SchedulePreview({ doc }: { doc: ScheduleDoc }) {
  const { t } = useTranslation('oncallAdmin')
  const { data } = useQuery({
    queryKey: ['schedule preview', doc],
    queryFn: () => api(previewSchedule, { body: { doc } }),
    placeholderData: (before) => before,
  })
  if (!data) return null
  const at = (moment: string) => dayAndTimeIn(new Date(moment), doc.timeZone)
  const sentence = (layer: LayerShifts) => {
    const [gap] = layer.gaps
    const covered = gap
      ? t('gaps', { layer: layer.name, count: layer.gaps.length, from: at(gap.from), to: at(gap.to) })
      : t('noGaps', { layer: layer.name })
    return `${covered} ${t('nowIs', { name: layer.now?.name ?? t('nobody'), next: layer.next?.name ?? t('nobody') })}`
  }
  const persons = [...new Set(doc.layers.flatMap((layer) => layer.rotations.flatMap((one) => one.persons)))]
  return (
    <>
      <PreviewBox
        title={t('preview')}
        lines={data.layers.map((layer) => ({ key: layer.key, words: sentence(layer), bad: layer.gaps.length > 0 }))}
      />
      {data.layers.map((layer) => (
        <div key={layer.key} className={classes.previewLine}>
          <span className={classes.dim}>{layer.name}</span>
          <Line layer={layer} zone={doc.timeZone} persons={persons.map((id) => ({ id }))} />
        </div>
      ))}
    </>
  )
}

function Line({ layer, ...rest }: { layer: LayerShifts; zone: string; persons: { id: number }[] }) {
  const first = layer.shifts[0]
  if (!first) return null
  const from = Date.parse(first.from)
  const to = from + shownDays * 86_400_000
  const shifts = layer.shifts
    .filter((shift) => Date.parse(shift.from) < to)
    .map((shift) => ({ ...shift, to: new Date(Math.min(to, Date.parse(shift.to))).toISOString() }))
  return <ShiftLine layer={{ name: layer.name, shifts }} from={first.from} to={new Date(to).toISOString()} {...rest} />
}
