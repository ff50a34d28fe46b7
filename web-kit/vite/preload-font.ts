import type { Plugin } from 'vite'

/** Asks for the face of the first page together with the page, so that text does not move when it arrives. */
export function preloadFont(file: RegExp, base: string): Plugin {
  return {
    name: 'deskhand:preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((name) => file.test(name))
          .map((name) => ({
            tag: 'link',
            injectTo: 'head',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `${base}${name}` },
          })),
    },
  }
}
