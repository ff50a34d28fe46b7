import { Type } from 'typebox'
import { Id, Instant } from '../../../platform/http/schemas.ts'
import type { LadderDoc, ProviderDoc, ScheduleDoc } from './shapes.ts'

export const tag = 'on-call'
export const base = '/api/v1/on-call'
export const ById = Type.Object({ id: Id })
export const Name = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' })
export const Person = Type.Object({ id: Id, name: Type.String() })

type Doc = typeof ScheduleDoc | typeof LadderDoc | typeof ProviderDoc

/** What schedules, ladders and providers have in common. */
export const planOf = <D extends Doc>(doc: D) =>
  Type.Object({ id: Id, name: Name, doc, version: Type.Integer(), updatedAt: Instant })

export const versionsOf = <D extends Doc>(doc: D) =>
  Type.Object({
    items: Type.Array(
      Type.Object({ version: Type.Integer(), name: Name, doc, savedBy: Type.String(), savedAt: Instant }),
    ),
  })
