import { problem } from '../errors/index.ts'

const at = (p: { key: string }) => `body.${p.key}`

const unknown = problem<{ key: string }>('settings.unknown', 422, (p) => `There is no setting ${p.key}.`)
export const unknownSetting = (p: { key: string }) => unknown(p, { field: at(p) })

const invalid = problem<{ key: string; why: string }>('settings.invalid', 422, (p) => `${p.key} ${p.why}.`)
export const invalidSetting = (p: { key: string; why: string }) => invalid(p, { field: at(p) })

const fixed = problem<{ key: string; env: string }>(
  'settings.fixed',
  409,
  (p) => `The environment variable ${p.env} fixes ${p.key}; take it away to change the setting here.`,
)
export const fixedSetting = (p: { key: string; env: string }) => fixed(p, { field: at(p) })
