import type { TFunction } from 'i18next'
import type { SettingView } from '../../../../../platform/settings/contract.ts'
import { listOf, number } from '../../../../../web-kit/i18n/formats.ts'
import { currentLanguage } from '../../../../../web-kit/i18n/i18n.ts'

/** The parts of JSON Schema that settings are declared with. */
export interface Shape {
  type?: 'boolean' | 'integer' | 'number' | 'string' | 'array'
  minimum?: number
  maximum?: number
  maxLength?: number
  maxItems?: number
  format?: string
  enum?: string[]
  items?: Shape
}

export const shapeOf = (setting: SettingView) => setting.schema as Shape
export const wordsOf = (setting: SettingView) => setting.words[currentLanguage()]

/** A value as people say it: "10 seconds", "On", "Everybody". */
export function valueInWords(t: TFunction, setting: SettingView, value: unknown): string {
  const choices: Record<string, string | undefined> = wordsOf(setting).choices ?? {}
  if (typeof value === 'boolean') return t(value ? 'settings.on' : 'settings.off')
  if (typeof value === 'number')
    return setting.unit ? t(`settings.unit.${setting.unit}`, { count: value, value: number(value) }) : number(value)
  const texts = [value].flat().map((one) => choices[String(one)] ?? String(one ?? ''))
  return texts.every((one) => one === '') ? t('settings.empty') : listOf(texts)
}

/** What is wrong with what was typed, in words; undefined when it may be saved. */
export function whatIsWrong(t: TFunction, setting: SettingView, value: unknown): string | undefined {
  const { type, minimum, maximum } = shapeOf(setting)
  if (type !== 'integer' && type !== 'number') return undefined
  if (typeof value !== 'number') return t('kit:form.missing')
  if ((minimum !== undefined && value < minimum) || (maximum !== undefined && value > maximum)) {
    if (maximum === undefined) return t('settings.atLeast', { min: number(minimum ?? 0) })
    return t('settings.between', { min: number(minimum ?? 0), max: number(maximum) })
  }
  return type === 'integer' && !Number.isInteger(value) ? t('settings.whole') : undefined
}
