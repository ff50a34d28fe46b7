/** One file of a message, as a desk shows it. */
export interface SeenFile {
  name: string
  type: string
  size: number
  sha256: string
  inline: boolean
}

/** What a desk made of a message. */
export interface Seen {
  /** The desk's own key of the ticket that has the message; null when none has. */
  ticket: string | null
  /** Keys of tickets that this one is linked to. */
  linkedTo?: string[]
  state?: string
  author?: string
  authorName?: string
  subject?: string
  text?: string
  html?: string
  quoted?: boolean
  automatic?: boolean
  attachments?: SeenFile[]
  events?: object[]
}

export interface Envelope {
  from: string
  to: string[]
}

/** What the suite needs of a desk. A desk that lacks one of the optional ones skips the cases that need it. */
export interface Adapter {
  /** Hands over a message and tells, once the desk is done with it, what became of it. */
  deliver(raw: Buffer, envelope: Envelope): Promise<Seen>
  /** A technician answers publicly; tells the Message-ID of the mail that went out, without brackets, and its Reply-To if any. */
  reply?(ticket: string, text: string): Promise<{ messageId: string; replyTo?: string }>
  resolve?(ticket: string): Promise<void>
  close?(ticket: string): Promise<void>
  /** Merges a ticket into another; its people may write to that one from then on. */
  merge?(ticket: string, into: string): Promise<void>
  /** Takes a merged ticket out again. */
  unmerge?(ticket: string): Promise<void>
  /** How the desk writes the ticket's number in a subject, without decoration: `1042` of `[#1042]`. */
  number?(ticket: string): string
  stop?(): Promise<void>
}
