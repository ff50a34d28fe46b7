import { mergeAttributes, Node } from '@tiptap/react'

const cell = (name: string, tag: 'td' | 'th') =>
  Node.create({
    name,
    content: 'block+',
    isolating: true,
    addAttributes: () => ({ colspan: { default: 1 }, rowspan: { default: 1 } }),
    parseHTML: () => [{ tag }],
    // Mail programs draw no line that is not said at the cell.
    renderHTML: ({ HTMLAttributes }) => [
      tag,
      mergeAttributes(Object.fromEntries(Object.entries(HTMLAttributes).filter(([, span]) => Number(span) > 1)), {
        style: 'border:1px solid #c9cdd6;padding:4px 8px;text-align:start;vertical-align:top',
      }),
      0,
    ],
  })

/** Tables as they are pasted from Excel, Word and mails; their words can be edited, their shape cannot. */
export const tableNodes = [
  Node.create({
    name: 'table',
    group: 'block',
    content: 'tableRow+',
    isolating: true,
    parseHTML: () => [{ tag: 'table' }],
    renderHTML: () => ['table', { style: 'border-collapse:collapse' }, ['tbody', 0]],
  }),
  Node.create({
    name: 'tableRow',
    content: '(tableCell | tableHeader)+',
    parseHTML: () => [{ tag: 'tr' }],
    renderHTML: () => ['tr', 0],
  }),
  cell('tableCell', 'td'),
  cell('tableHeader', 'th'),
]
