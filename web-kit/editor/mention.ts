import { Mention } from '@tiptap/extension-mention'
import type { RefObject } from 'react'
import type { Mentionable } from './editor-props.ts'

export interface MentionState {
  items: Mentionable[]
  choose: (item: Mentionable) => void
  rect: DOMRect | null
}

/** `@` followed by letters: looks people up and shows them through `show`. */
export const mentionExtension = (
  search: (query: string) => Promise<Mentionable[]>,
  show: (state: MentionState | undefined) => void,
  keys: RefObject<((event: KeyboardEvent) => boolean) | undefined>,
) =>
  Mention.configure({
    HTMLAttributes: { class: 'mention' },
    suggestion: {
      items: ({ query }) => search(query),
      render: () => {
        const update = (given: {
          items: Mentionable[]
          command: (item: { id: string; label: string }) => void
          clientRect?: (() => DOMRect | null) | null
        }) =>
          show({
            items: given.items,
            choose: (item) => given.command({ id: String(item.id), label: item.label }),
            rect: given.clientRect?.() ?? null,
          })
        return {
          onStart: (given) => update(given as never),
          onUpdate: (given) => update(given as never),
          onKeyDown: ({ event }) => keys.current?.(event) ?? false,
          onExit: () => show(undefined),
        }
      },
    },
  })
