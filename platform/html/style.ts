/** Properties that change how text looks and nothing else: no position, no layer, no size that spills out. */
const ALLOWED = new Set(
  (
    'color background-color font font-family font-size font-style font-weight font-variant line-height letter-spacing word-spacing ' +
    'text-align text-decoration text-decoration-line text-indent text-transform vertical-align white-space direction unicode-bidi ' +
    'margin margin-top margin-right margin-bottom margin-left padding padding-top padding-right padding-bottom padding-left ' +
    'border border-top border-right border-bottom border-left border-color border-style border-width border-collapse border-spacing ' +
    'border-radius border-left-color border-left-style border-left-width border-top-color border-top-style border-top-width ' +
    'border-right-color border-right-style border-right-width border-bottom-color border-bottom-style border-bottom-width ' +
    'width max-width min-width height max-height display list-style list-style-type table-layout word-break word-wrap overflow-wrap tab-size'
  ).split(' '),
)

const VALUE = /^[\w\s#%.,()'"!/+-]{1,300}$/
// A value that could load something, run something, or hide text behind the page.
const HARMFUL = /url|expression|javascript|import|attr\(|var\(|image|paint|env\(/i
const DISPLAYS = new Set(['none', 'block', 'inline', 'inline-block', 'list-item', 'table', 'table-row', 'table-cell'])
const MAX_STYLE_CHARS = 4000

/** The safe declarations of a style attribute. */
export function filterStyle(style: string): string {
  const kept: string[] = []
  for (const declaration of style.slice(0, MAX_STYLE_CHARS).split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const property = declaration.slice(0, colon).trim().toLowerCase()
    if (!ALLOWED.has(property)) continue
    const value = declaration.slice(colon + 1).trim()
    if (!VALUE.test(value) || HARMFUL.test(value)) continue
    if (property === 'display' && !DISPLAYS.has(value.toLowerCase())) continue
    // Pulls content out of its box and over the page around it.
    if (property.startsWith('margin') && value.includes('-')) continue
    kept.push(`${property}:${value}`)
  }
  return kept.join(';')
}
