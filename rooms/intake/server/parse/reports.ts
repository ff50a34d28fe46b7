import type { DeliveryReport } from './parsed-mail.ts'

/** Fields of a message/delivery-status (RFC 3464) or message/disposition-notification (RFC 8098) part. */
export function readReports(text: string): DeliveryReport[] {
  const reports: DeliveryReport[] = []
  for (const block of text
    .slice(0, 256 * 1024)
    .replace(/\r/g, '')
    .split(/\n[ \t]*\n/)) {
    const fields = new Map<string, string>()
    for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
      const colon = line.indexOf(':')
      if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
    }
    const recipient = fields.get('final-recipient') ?? fields.get('original-recipient')
    if (!recipient) continue
    reports.push({
      recipient: afterType(fields.get('original-recipient') ?? recipient),
      action: (fields.get('action') ?? fields.get('disposition') ?? '').split(/[\s(]/)[0]?.toLowerCase() ?? '',
      status: /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '',
      diagnostic: afterType(fields.get('diagnostic-code') ?? '').slice(0, 2000),
    })
    if (reports.length >= 100) break
  }
  return reports
}

function afterType(value: string): string {
  return value.replace(/^[\w-]+\s*;\s*/, '').replace(/^<(.*)>$/, '$1')
}
