/**
 * The Message-ID that a server gave a mail instead of ours, as its answer tells; null where it kept ours. Amazon SES answers
 * `250 Ok <id>` and mails `<id@region.amazonses.com>` (`email.` in us-east-1); Exchange Online names the new id in brackets.
 */
export function renamedTo(response: string, host: string): string | null {
  const region = /^email-smtp(?:-fips)?\.([a-z0-9-]+)\.amazonaws\.com$/i.exec(host)?.[1]
  if (region) {
    const id = /^250 Ok ([\w-]{20,100})\s*$/i.exec(response)?.[1]
    return id ? `${id}@${region === 'us-east-1' ? 'email' : region}.amazonses.com` : null
  }
  return /^250 \S+ OK <([^<>\s@]{1,400}@[^<>\s@]{1,255})>/i.exec(response)?.[1] ?? null
}
