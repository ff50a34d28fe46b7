import type { TFunction } from 'i18next'

/**
 * What the desk writes down about a message, in English since nobody may ever read it, and how a screen says it: each a
 * sentence with its particulars, its key below `intake:reason`.
 */
const SAID: readonly [sentence: RegExp, key: string][] = [
  [/^It is the same message as inbound mail (?<id>\d+)\.$/, 'twin'],
  [/^It goes round between mail servers\.$/, 'goesRound'],
  [/^It is a mail of the desk itself\.$/, 'ours'],
  [/^It is taken for spam\. (?<why>.+)$/s, 'spam'],
  [/^It names no sender\.$/, 'noSender'],
  [/^Its envelope names no sender\.$/, 'noEnvelopeSender'],
  [/^It reports on the way of a mail; nothing has failed for good\.$/, 'reportOnWay'],
  [/^It reports on a mail that the desk did not send\.$/, 'reportOnOther'],
  [/^It reports that mail (?<id>\d+) of the desk was not delivered\.$/, 'reportOnOurs'],
  [/^There are more than (?<count>\d+) messages from (?<about>.+) in (?<minutes>\d+) minutes\.$/, 'stormFrom'],
  [/^There are more than (?<count>\d+) messages about “(?<about>.+)” in (?<minutes>\d+) minutes\.$/s, 'stormAbout'],
  [/^It was fetched after all, as inbound mail (?<id>\d+)\.$/, 'fetched'],
  [/^It answers #(?<id>\d+), which is marked as spam\.$/, 'answersSpam'],
  [/^All that its sender ever sent is marked as spam\.$/, 'onlySpam'],
  [/^It is a delivery report\.$/, 'report'],
  [/^Its envelope sender is empty, as in delivery reports\.$/, 'emptySender'],
  [/^It comes from a mail system\.$/, 'mailSystem'],
  [/^It lists failed recipients\.$/, 'failedRecipients'],
  [/^It is a read receipt\.$/, 'receipt'],
  [/^Its header says (?<about>.+)\.$/s, 'header'],
  [/^It has the header (?<about>.+)\.$/, 'hasHeader'],
  [/^Its header gives it (?<count>\d+) stars in X-Spam-Level\.$/, 'stars'],
  [/^Its header gives it a spam confidence of (?<count>-?\d+)\.$/, 'confidence'],
  [/^Exchange wrote it \((?<about>.+)\)\.$/s, 'exchange'],
  [/^Its precedence is (?<about>.+)\.$/, 'precedence'],
  [/^It comes from a mailing list\.$/, 'list'],
  [/^It is mass mail\.$/, 'mass'],
  [/^Its address says that nobody reads what is answered\.$/, 'noReply'],
  [/^(?:It|Its) .*(?:automatic answer|automatic answering program|inbox rule)\.$/, 'automatic'],
  [/^there is no sender$/, 'noSender'],
  [/^there is no Message-ID$/, 'noId'],
  [/^the text is very long; /, 'longText'],
  [/^HTML was labelled as plain text$/, 'htmlAsText'],
  [/^too many attachments; /, 'manyFiles'],
  [/^a winmail\.dat could not be unpacked$/, 'winmail'],
  [/^parts are nested too deeply; /, 'deepParts'],
  [/^too many parts; /, 'manyParts'],
  [/^(?:a multipart has no boundary|the boundary of a multipart is not in its body)$/, 'boundary'],
  [/^the last part is not closed$/, 'unclosed'],
]

/** What was written down, in the reader's language; as it is where no screen knows it. */
export function reasonWords(t: TFunction<'intake'>, said: string): string {
  for (const [sentence, key] of SAID) {
    const found = sentence.exec(said)
    if (!found) continue
    const { why, ...values } = found.groups ?? {}
    return t(`reason.${key}` as 'reason.ours', { ...values, ...(why ? { why: reasonWords(t, why) } : {}) })
  }
  return said
}
