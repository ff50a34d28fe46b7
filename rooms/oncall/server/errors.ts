import { problem } from '../../../platform/errors/index.ts'

export const planNotFound = problem<{ id: number }>('oncall.not_found', 404, (p) => `There is nothing with id ${p.id}.`)
export const planInUse = problem<{ by: string }>('oncall.in_use', 409, (p) => `“${p.by}” uses it; change that first.`)
export const unknownZone = problem<{ zone: string }>('oncall.unknown_zone', 422, (p) => `“${p.zone}” is no time zone.`)
export const layerTwice = problem('oncall.layer_twice', 422, 'Two layers have the same key.')
export const unknownPerson = problem('oncall.unknown_person', 422, 'Somebody in it is not here or has left.')
export const unknownTarget = problem(
  'oncall.unknown_target',
  422,
  'A step names a layer or a provider that is not there.',
)
export const noAddress = problem('oncall.no_address', 422, 'Say the address of the provider.')
export const badTimes = problem(
  'oncall.bad_times',
  422,
  'It must end after it begins, not lie wholly in the past, and last at most a year.',
)
export const notYours = problem(
  'oncall.not_yours',
  403,
  'You may take over a time, give away or swap your own; leads change others.',
)
export const overrideNotFound = problem('oncall.override_not_found', 404, 'There is no such override.')
export const pageNotFound = problem('oncall.page_not_found', 404, 'There is no such page.')
export const feedNotFound = problem('oncall.feed_not_found', 404, 'There is no such calendar.')
export const noPhone = problem('oncall.no_phone', 409, 'Say your phone number first.')
export const nothingToDo = problem('oncall.ticket_over', 409, 'The ticket is solved; nobody is paged about it.')
export const personsOnly = problem('oncall.persons_only', 403, 'Only people are on call.')
