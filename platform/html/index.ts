export { escapeHtml, textToHtml } from './from-text.ts'
export { type SanitiseOptions, sanitiseHtml } from './sanitise.ts'
export { htmlToText } from './to-text.ts'
