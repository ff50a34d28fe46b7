import { deskSetting } from '../../../platform/settings/index.ts'
import { deskSettings } from './config.ts'

const dayMs = 24 * 60 * 60 * 1000

/** When a ticket that was resolved then closes by itself. */
export function closingTime(resolvedAt: Date): Date {
  return new Date(resolvedAt.getTime() + deskSetting(deskSettings.autoCloseDays) * dayMs)
}
