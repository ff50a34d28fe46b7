import { useTranslation } from 'react-i18next'
import { getMatrix, inLanguage } from '../../../../rooms/catalog/contract/http.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'

export interface Level {
  value: number
  label: string
}

/**
 * How many are hit and how soon it hurts, in plain words. A desk that changed its matrix chose its own words: then those
 * are shown, however many steps there are.
 */
export function useLevels(): { impacts: Level[]; urgencies: Level[]; wanted: Level[] } {
  const { t, i18n } = useTranslation('portal')
  const matrix = useApi(getMatrix, {}, { staleMs: 5 * 60_000 }).data
  const plain = (group: string) => [1, 2, 3].map((value) => ({ value, label: t(`levels.${group}.${value}`) }))
  if (!matrix || matrix.version <= 1)
    return { impacts: plain('impact').reverse(), urgencies: plain('urgency'), wanted: plain('wanted') }
  const own = (steps: typeof matrix.impacts) =>
    steps.map((step, index) => ({ value: index + 1, label: inLanguage(step.label, i18n.language) }))
  const urgencies = own(matrix.urgencies)
  return { impacts: own(matrix.impacts).reverse(), urgencies, wanted: urgencies }
}
