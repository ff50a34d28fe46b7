import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'

/** paper: a light sheet within a dark page, for mails that bring grounds of their own. */
export type Surface = 'light' | 'dark' | 'paper'

/** The colours of white paper, which a dark page does not have at hand. */
const paper: Readonly<Record<string, string>> = {
  '--dk-text': '#1b1b24',
  '--dk-dim': '#5a5a69',
  '--dk-accent-text': '#4046b8',
  '--dk-border': '#e6e6ec',
  '--dk-border-strong': '#cfcfd9',
  '--dk-sunken': '#f4f4f7',
  '--dk-warn': '#9a5800',
  '--dk-warn-soft': '#fdf3e2',
}

/** The style sheet of a message's own page. */
export function frameSheet(surface: Surface): string {
  const root = getComputedStyle(document.documentElement)
  const value = (name: string) => (surface === 'paper' && paper[name]) || root.getPropertyValue(name).trim()
  const size = getComputedStyle(document.body).fontSize
  const ground = surface === 'paper' ? 'html{background:#fff}body{padding:14px 16px}' : 'html{background:transparent}'
  return `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url('${new URL(inter, location.href)}') format('woff2-variations')}
:root{color-scheme:${surface === 'dark' ? 'dark' : 'light'}}html{overflow-x:auto;overflow-y:hidden}${ground}
body{margin:0;font:${size}/1.55 ${value('--dk-font')};color:${value('--dk-text')};overflow-wrap:anywhere;display:flow-root}
p{margin:0 0 .7em}p:last-child,ul:last-child,ol:last-child{margin-bottom:0}a{color:${value('--dk-accent-text')}}
img{max-width:100%;height:auto}img[data-opens]{cursor:zoom-in}table{border-collapse:collapse;overflow-wrap:normal}
.dk-blocked{box-sizing:border-box;display:inline-block;max-width:100%;min-width:28px;min-height:22px;padding:2px 6px;border:1px dashed ${value('--dk-border-strong')};border-radius:4px;background:${value('--dk-sunken')};color:${value('--dk-dim')};font-size:12px;font-weight:400;vertical-align:middle;overflow:hidden}
.dk-host{display:inline-block;padding:0 6px;border:1px solid ${value('--dk-warn')};border-radius:4px;background:${value('--dk-warn-soft')};color:${value('--dk-warn')};font-size:.85em;font-weight:600}
td,th{padding:2px 8px 2px 0;vertical-align:top;text-align:start}pre,code{font-family:${value('--dk-mono')};font-size:.93em}
pre{white-space:pre-wrap;background:${value('--dk-sunken')};padding:10px 12px;border-radius:6px;margin:.5em 0}
code{background:${value('--dk-sunken')};padding:1px 4px;border-radius:4px}pre code{background:none;padding:0}
blockquote{margin:.5em 0;padding-inline-start:12px;border-inline-start:3px solid ${value('--dk-border-strong')};color:${value('--dk-dim')}}
h1,h2,h3{font-size:1.1em;margin:.8em 0 .3em}ul,ol{padding-inline-start:1.5em;margin:.3em 0 .7em}hr{border:0;border-top:1px solid ${value('--dk-border')}}
[data-type=mention],[data-mention]{color:${value('--dk-accent-text')};font-weight:550}`
}
