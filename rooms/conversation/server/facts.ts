import { hear } from '../../../platform/facts/index.ts'
import { mailFailed, mailSent, mailUncertain } from '../../../platform/mail/index.ts'
import { deskSetting } from '../../../platform/settings/index.ts'
import { mailReceived } from '../../intake/contract/facts.ts'
import {
  ticketAssigned,
  ticketChanged,
  ticketMerged,
  ticketOpened,
  ticketStatusChanged,
  watcherRemoved,
} from '../../ticket/contract/facts.ts'
import type { FirstWords } from '../../ticket/server/index.ts'
import { acknowledgeTicket } from './acknowledge-ticket.ts'
import { forgetStops } from './change-subscription.ts'
import { deskSettings } from './config.ts'
import { fileMail } from './file-mail.ts'
import { keepFirstWords } from './keep-first-words.ts'
import { beginToWait, endWait } from './remind-requester.ts'
import { tellDelivery } from './tell-delivery.ts'
import { planEstimateMail } from './tell-estimate.ts'
import { planMergeMail } from './tell-of-merge.ts'

export const hearers = [
  hear('conversation.keepsFirstWords', ticketOpened, 'inline', (tx, fact) =>
    keepFirstWords(tx, fact.subjectId, fact.data.state, (fact.enclosed ?? {}) as FirstWords),
  ),
  hear('conversation.filesMail', mailReceived, 'inline', (tx, fact) => fileMail(tx, fact.data.itemId)),
  // A mail is filed in a job, where the answer can be written at once; a person in the portal does not wait for it.
  hear(
    'conversation.acknowledgesMail',
    ticketOpened,
    'inline',
    (tx, fact) => acknowledgeTicket(tx, fact.subjectId, (fact.enclosed as FirstWords | undefined)?.followsUp),
    ({ channel }) => channel === 'email',
  ),
  hear(
    'conversation.acknowledgesTicket',
    ticketOpened,
    'later',
    (tx, fact) => acknowledgeTicket(tx, fact.subjectId),
    ({ channel }) => channel === 'portal',
  ),
  hear(
    'conversation.plansEstimateMail',
    ticketChanged,
    'inline',
    (tx, fact) => planEstimateMail(tx, fact.subjectId),
    ({ changes }) => changes.estimatedAt?.after != null,
  ),
  hear(
    'conversation.plansMailAboutAssignment',
    ticketAssigned,
    'inline',
    (tx, fact) => planEstimateMail(tx, fact.subjectId),
    ({ changes }) => deskSetting(deskSettings.tellEstimate) === 'assigned' && changes.assigneeId?.after != null,
  ),
  hear(
    'conversation.beginsToWait',
    ticketStatusChanged,
    'inline',
    (tx, fact) => beginToWait(tx, fact.subjectId),
    ({ changes }) => changes.status?.after === 'waiting_requester',
  ),
  hear(
    'conversation.endsWait',
    ticketStatusChanged,
    'inline',
    (tx, fact) => endWait(tx, fact.subjectId),
    ({ changes }) => changes.status?.before === 'waiting_requester',
  ),
  // Whom the desk takes out cannot come back by an old link.
  hear(
    'conversation.forgetsStops',
    watcherRemoved,
    'inline',
    (tx, fact) => forgetStops(tx, fact.subjectId, [fact.data.personId]),
    ({ byLink }) => byLink !== true,
  ),
  hear(
    'conversation.tellsOfMerge',
    ticketMerged,
    'inline',
    (tx, fact) => planMergeMail(tx, fact.data.mergeId),
    ({ tellRequester, direction }) => tellRequester && direction === 'into',
  ),
  hear('conversation.tellsMailSent', mailSent, 'inline', (tx, fact) =>
    tellDelivery(tx, fact.subjectId, 'sent', fact.data.renamedTo),
  ),
  hear('conversation.tellsMailFailed', mailFailed, 'inline', (tx, fact) => tellDelivery(tx, fact.subjectId, 'failed')),
  hear('conversation.tellsMailUncertain', mailUncertain, 'inline', (tx, fact) =>
    tellDelivery(tx, fact.subjectId, 'uncertain'),
  ),
]
