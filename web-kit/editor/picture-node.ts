import { Node } from '@tiptap/react'
import type { Pictures } from './pictures.ts'

/** A picture within the text. Pictures of elsewhere are not taken: whoever reads would load them from there. */
export const pictureNode = (pictures: () => Pictures) =>
  Node.create({
    name: 'picture',
    group: 'inline',
    inline: true,
    atom: true,
    draggable: true,
    addAttributes: () => ({ src: { default: null }, alt: { default: null }, width: { default: null } }),
    parseHTML: () => [
      { tag: 'img[src]', getAttrs: (image) => (pictures().holds(image.getAttribute('src') ?? '') ? null : false) },
    ],
    renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
  })
