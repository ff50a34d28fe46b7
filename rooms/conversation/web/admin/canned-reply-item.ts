import type { ItemOf } from '../../../../web-kit/api/use-api.ts'
import { listCannedReplies } from '../../contract/http.ts'

export { listCannedReplies }
export type CannedReplyItem = ItemOf<typeof listCannedReplies>
