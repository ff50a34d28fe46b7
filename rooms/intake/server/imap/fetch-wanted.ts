import { settingOf } from '../../../../platform/config/index.ts'
import { settings } from '../config.ts'
import { receiveMail } from '../receive-mail.ts'
import { fetchPieces } from './fetch-messages.ts'
import { envelopeOf, type Reading } from './read-folder.ts'
import { failedAgain, wantedOf, wasFetched } from './unfetched.ts'

/** Fetches once more what an administrator asked for. */
export async function fetchWanted({ cx, client, account, progress, stored }: Reading): Promise<void> {
  for (const { itemId, uid, uidValidity } of await wantedOf(cx(), account.mailboxId)) {
    if (uidValidity !== progress.uidValidity) {
      await failedAgain(cx(), itemId, 'It cannot be found any more: the mail server has numbered the folder anew.')
      continue
    }
    const limit = settingOf(settings.smtpInSizeLimit)
    try {
      await receiveMail(cx(), fetchPieces(client, uid), envelopeOf(account), limit, async (tx, [as = 0]) => {
        await wasFetched(tx, itemId, as)
        await tx
          .insertInto('intake.imapPending')
          .values({ mailboxId: account.mailboxId, uid })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      })
    } catch (error) {
      if (!client.usable) throw error
      const gone = (error as { code?: string }).code === 'intake.empty'
      const why = gone ? 'It is no longer on the mail server.' : `It failed again: ${(error as Error).message}`
      await failedAgain(cx(), itemId, why)
      continue
    }
    await stored([uid])
  }
}
