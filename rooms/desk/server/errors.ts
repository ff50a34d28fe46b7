import { problem } from '../../../platform/errors/index.ts'

export const viewNotFound = problem<{ id: number }>('desk.view_not_found', 404, 'There is no such view for you.')
export const viewNotYours = problem<{ reason: string }>('desk.view_not_yours', 403, (p) => p.reason)
export const noSuchBoard = problem('desk.no_such_board', 404, 'There is no such team for you.')
export const sharingNotAllowed = problem(
  'desk.sharing_not_allowed',
  403,
  'Sharing a view needs the permission desk.shareViews.',
)
export const teamsNeeded = problem('desk.teams_needed', 422, 'Say with which teams the view is shared.')
export const keysHaveNoViews = problem('desk.keys_have_no_views', 422, 'An API key has no private views; share it.')
export const numbersOrFilter = problem(
  'desk.numbers_or_filter',
  422,
  'Say which tickets: either numbers or filter, not both.',
)
export const tooMany = problem<{ most: number }>(
  'desk.too_many',
  422,
  (p) => `These are more than ${p.most} tickets; narrow the filter.`,
)
export const badChange = problem<{ field: string; value: string }>(
  'desk.bad_change',
  422,
  (p) => `"${p.value}" is no ${p.field}.`,
)
export const bulkChangeNotFound = problem('desk.bulk_change_not_found', 404, 'There is no such change of yours.')
