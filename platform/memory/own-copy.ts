/**
 * The same text, standing alone. V8 does not copy what is cut out of a text (13 letters or more), it keeps the whole text
 * for it: a word that is remembered for long would hold the letter of megabytes that it stood in.
 */
export const ownCopy = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le')
