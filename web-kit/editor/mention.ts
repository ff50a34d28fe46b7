import { Mention } from '@tiptap/extension-mention'
import type { RefObject } from 'react'
import type { Mentionable } from './editor-props.ts'

export interface MentionState {
  items: Mentionable[]
  choose: (item: Mentionable) => void
  rect: DOMRect | null
}

/** Whom it names stands in `data-mention`, which is what the desk keeps of it and reads. */
const Named = Mention.extend({
  parseHTML: () => [{ tag: 'span[data-mention]' }],
  addAttributes: () => ({
    id: {
      default: null,
      parseHTML: (element: HTMLElement) => element.dataset.mention ?? null,
      renderHTML: (attributes: Record<string, unknown>) => ({ 'data-mention': attributes.id }),
    },
    label: {
      default: null,
      parseHTML: (element: HTMLElement) => element.textContent?.replace(/^@/, '') ?? null,
      renderHTML: () => ({}),
    },
  }),
})

/** `@` followed by letters: looks people up and shows them through `show`. */
export const mentionExtension = (
  search: (query: string) => Promise<Mentionable[]>,
  show: (state: MentionState | undefined) => void,
  keys: RefObject<((event: KeyboardEvent) => boolean) | undefined>,
) =>
  Named.configure({
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
