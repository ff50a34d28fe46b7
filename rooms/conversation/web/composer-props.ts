import type { Ref } from 'react'
import type { Mentionable } from '../../../web-kit/editor/editor-props.ts'
import type { Ability } from '../../../web-kit/ui/why-not.ts'
import type { MessageKind } from '../contract/http.ts'
import type { TakenBack } from './later/scheduled-replies.tsx'

export interface ComposerHandle {
  write: (kind: MessageKind) => void
  takeBack: (id: number) => void
  /** Puts the words of a reply that was to go out later back into the sheet. */
  goOn: (words: TakenBack) => void
}

/** A reply that waits for the resolution to be written. */
export interface ReplyInHand {
  text: string
  files: number
  /** Sends it as it stands. */
  send: () => Promise<boolean>
  /** Empties the composer: the words went another way. */
  discard: () => void
}

export interface ComposerProps {
  number: number
  author: { id: number; name: string; email: string | null }
  /** Whom a reply goes to. */
  to: string
  /** Of those who would get it whom mail does not reach, and why. */
  undeliverable?: readonly { id: number; name: string; email: string; reason: string }[]
  abilities: { reply: Ability; note: Ability }
  mentions?: (query: string) => Promise<Mentionable[]>
  /** Called instead of sending when the reply shall also resolve. */
  onSendAndResolve?: ((reply: ReplyInHand) => void) | undefined
  handle: Ref<ComposerHandle>
}
