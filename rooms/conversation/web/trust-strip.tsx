import type { Message } from './use-thread.ts'

/** A warning where a mail does not come from whom it says. */
export function TrustStrip(_props: { message: Message }) {
  return null
}
