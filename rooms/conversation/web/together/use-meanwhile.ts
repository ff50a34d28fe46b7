import { useState } from 'react'
import { type Message, useThread } from '../use-thread.ts'

interface Options {
  number: number
  viewerId: number
  /** Something is written already. */
  writing: boolean
  /** When what is written was last kept, where it is an earlier draft. */
  since: string | undefined
}

/**
 * Who replied since one began to write. What was on screen then is known; what came later is not, until it was shown or one
 * says that it does not matter.
 */
export function useMeanwhile({ number, viewerId, writing, since }: Options) {
  const { items, isPending } = useThread(number)
  const [known, setKnown] = useState<number>()
  const [held, setHeld] = useState(false)
  const newest = items.findLast((message) => message.id > 0)?.id ?? 0
  const begun = writing && !isPending
  // While rendering, since what one has read by now is what stands there now.
  if (begun && known === undefined) setKnown(since === undefined ? newest : newestBefore(items, since))
  else if (!writing && known !== undefined) {
    setKnown(undefined)
    setHeld(false)
  }
  const answered =
    known === undefined
      ? undefined
      : items.findLast((message) => message.id > known && isAnswer(message) && message.author.id !== viewerId)
  const settle = () => {
    setKnown(newest)
    setHeld(false)
    return newest
  }
  return {
    /** The newest reply of somebody else. */
    answered,
    /** One wanted to send and was stopped. */
    held: held && answered !== undefined,
    hold: () => setHeld(true),
    /** The server knew of an answer that was not here yet. */
    refused: (after: number) => {
      setKnown(after)
      setHeld(true)
    },
    settle,
    /** The newest message that one has read; what came later makes the server refuse a reply. */
    known,
  }
}

const isAnswer = (message: Message) => message.kind === 'reply' && !message.automatic

const newestBefore = (items: readonly Message[], at: string) =>
  items.findLast((message) => message.id > 0 && message.sentAt <= at)?.id ?? 0
