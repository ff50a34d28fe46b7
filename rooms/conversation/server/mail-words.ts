import type { ItemToFile } from '../../intake/server/index.ts'

/** What a received mail says, as a message of a ticket. */
export function wordsOf(item: ItemToFile) {
  return {
    text: item.text,
    ...(item.html === null ? {} : { html: item.html }),
    ...(item.quotedText === null ? {} : { quotedText: item.quotedText }),
    ...(item.quotedHtml === null ? {} : { quotedHtml: item.quotedHtml }),
    subject: item.subject,
    files: item.files,
    ...originOf(item),
    automatic: item.automatic,
    sentAt: item.sentAt,
  }
}

/** Where a message came from, and by what answers to it will find it. */
export function originOf(item: ItemToFile) {
  return { itemId: item.id, mailMessageId: item.messageId, refersTo: namesIn(item) }
}

function namesIn(item: ItemToFile): string[] {
  return [...item.references, ...(item.inReplyTo === null ? [] : [item.inReplyTo])]
}

/** A subject as far as it can stand on a ticket. */
export function subjectOf(subject: string): string {
  return subject.trim() || '(no subject)'
}
