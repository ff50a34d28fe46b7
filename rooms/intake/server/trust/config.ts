import { Type } from 'typebox'
import { OneOf } from '../../../../platform/http/schemas.ts'
import { declareDeskSettings } from '../../../../platform/settings/declare.ts'

const Names = Type.Array(Type.String({ maxLength: 254 }), { maxItems: 100 })

/** Whom the desk believes about a sender, what it does with spam, and how much mail is a storm. */
export const trustSettings = declareDeskSettings('intake', {
  trustedRelays: {
    group: 'mailTrust',
    env: 'MAIL_TRUSTED_RELAYS',
    schema: Names,
    default: ['loopback'],
    words: {
      en: {
        label: 'Trusted mail servers',
        help: 'Networks of the servers that hand mail to the desk, e.g. loopback, private or 10.1.0.0/16. What they wrote into the header about sender and spam is believed.',
      },
      de: {
        label: 'Vertraute Mailserver',
        help: 'Netze der Server, die dem Desk E-Mails übergeben, z. B. loopback, private oder 10.1.0.0/16. Was sie über Absender und Spam in die Kopfzeilen schreiben, wird geglaubt.',
      },
    },
  },
  trustedAuthservIds: {
    group: 'mailTrust',
    env: 'MAIL_TRUSTED_AUTHSERV_IDS',
    schema: Names,
    default: [],
    words: {
      en: {
        label: 'Names in Authentication-Results',
        help: 'Under which names they write what they found out about a sender, e.g. mx.example.org. Write none for Microsoft 365, which gives no name. Without any the desk checks SPF, DKIM, DMARC and ARC itself.',
      },
      de: {
        label: 'Namen in Authentication-Results',
        help: 'Unter welchen Namen sie schreiben, was sie über einen Absender herausgefunden haben, z. B. mx.example.org. Für Microsoft 365, das keinen nennt: none. Ohne Namen prüft der Desk SPF, DKIM, DMARC und ARC selbst.',
      },
    },
  },
  vouchingRelays: {
    group: 'mailTrust',
    env: 'MAIL_VOUCHING_RELAYS',
    schema: Names,
    default: [],
    words: {
      en: {
        label: 'Servers that vouch for senders',
        help: 'Networks of servers that only hand over mail of people who have signed in to them. Their mail counts as proved, also that of technicians. Never a server that takes mail from the internet.',
      },
      de: {
        label: 'Server, die für Absender bürgen',
        help: 'Netze von Servern, die nur E-Mails von Leuten übergeben, die sich bei ihnen angemeldet haben. Ihre E-Mails gelten als bewiesen, auch die von Technikern. Nie ein Server, der E-Mails aus dem Internet annimmt.',
      },
    },
  },
  trustedSealers: {
    group: 'mailTrust',
    env: 'MAIL_TRUSTED_SEALERS',
    schema: Names,
    default: [],
    words: {
      en: {
        label: 'Trusted forwarders (ARC)',
        help: 'Domains whose seal is believed where forwarding broke a signature, e.g. lists.example.org.',
      },
      de: {
        label: 'Vertraute Weiterleiter (ARC)',
        help: 'Domains, deren Siegel geglaubt wird, wo Weiterleiten eine Signatur zerstört hat, z. B. lists.example.org.',
      },
    },
  },
  spamAction: {
    group: 'mailTrust',
    env: 'SPAM_ACTION',
    schema: OneOf(['file', 'mark', 'hold', 'ignore']),
    default: 'hold',
    words: {
      en: {
        label: 'Mail that the mail server takes for spam',
        help: 'By X-Spam-Flag, X-Spam-Status, X-Rspamd-Action and the like, when a trusted server wrote them.',
        choices: {
          file: 'Becomes a ticket like any other',
          mark: 'Becomes a ticket that is marked as spam',
          hold: 'Is held until somebody looks at it',
          ignore: 'Is ignored',
        },
      },
      de: {
        label: 'E-Mails, die der Mailserver für Spam hält',
        help: 'Nach X-Spam-Flag, X-Spam-Status, X-Rspamd-Action und Ähnlichem, wenn ein vertrauter Server es geschrieben hat.',
        choices: {
          file: 'Wird ein Ticket wie jede andere',
          mark: 'Wird ein als Spam markiertes Ticket',
          hold: 'Wird zurückgehalten, bis jemand sie ansieht',
          ignore: 'Wird ignoriert',
        },
      },
    },
  },
  spamLevel: {
    group: 'mailTrust',
    env: 'SPAM_LEVEL',
    schema: Type.Integer({ minimum: 0, maximum: 100 }),
    default: 0,
    words: {
      en: {
        label: 'Stars that make it spam',
        help: 'From how many stars in X-Spam-Level on. 0 leaves it to the verdict.',
      },
      de: {
        label: 'Sterne, ab denen es Spam ist',
        help: 'Ab wie vielen Sternen in X-Spam-Level. 0 überlässt es dem Urteil.',
      },
    },
  },
  spamScl: {
    group: 'mailTrust',
    env: 'SPAM_SCL',
    schema: Type.Integer({ minimum: 0, maximum: 9 }),
    default: 5,
    words: {
      en: { label: 'Spam confidence of Microsoft', help: 'From which level (SCL) on it is spam. 0 leaves it alone.' },
      de: { label: 'Spam-Bewertung von Microsoft', help: 'Ab welcher Stufe (SCL) es Spam ist. 0 beachtet sie nicht.' },
    },
  },
  spamHeader: {
    group: 'mailTrust',
    env: 'SPAM_HEADER',
    schema: Type.String({ maxLength: 200 }),
    default: '',
    words: {
      en: { label: 'A header of your own filter', help: 'Its name and how its value starts, e.g. X-My-Filter: spam.' },
      de: {
        label: 'Eine Kopfzeile Ihres Filters',
        help: 'Ihr Name und womit ihr Wert beginnt, z. B. X-My-Filter: spam.',
      },
    },
  },
  spammers: {
    group: 'mailTrust',
    env: 'SPAM_SENDERS',
    schema: OneOf(['file', 'hold', 'ignore']),
    default: 'hold',
    words: {
      en: {
        label: 'More mail from a sender of spam',
        help: 'From somebody all of whose tickets are marked as spam.',
        choices: { file: 'Becomes a ticket', hold: 'Is held until somebody looks at it', ignore: 'Is ignored' },
      },
      de: {
        label: 'Weitere E-Mails eines Spam-Absenders',
        help: 'Von jemandem, dessen Tickets alle als Spam markiert sind.',
        choices: {
          file: 'Wird ein Ticket',
          hold: 'Wird zurückgehalten, bis jemand sie ansieht',
          ignore: 'Wird ignoriert',
        },
      },
    },
  },
  stormSender: {
    group: 'mailTrust',
    env: 'STORM_FROM_SENDER',
    schema: Type.Integer({ minimum: 0, maximum: 100_000 }),
    default: 500,
    words: {
      en: {
        label: 'Most mail from one sender',
        help: 'More than that in the time below is held, and administrators are told once. 0: no limit.',
      },
      de: {
        label: 'Höchstens von einem Absender',
        help: 'Mehr als das in der Zeit unten wird zurückgehalten, und Administratoren erfahren es einmal. 0: keine Grenze.',
      },
    },
  },
  stormSubject: {
    group: 'mailTrust',
    env: 'STORM_ON_SUBJECT',
    schema: Type.Integer({ minimum: 0, maximum: 100_000 }),
    default: 500,
    words: {
      en: {
        label: 'Most mail on one subject',
        help: 'More than that in the time below is held, whoever sent it. 0: no limit.',
      },
      de: {
        label: 'Höchstens zu einem Betreff',
        help: 'Mehr als das in der Zeit unten wird zurückgehalten, von wem auch immer es kommt. 0: keine Grenze.',
      },
    },
  },
  stormMinutes: {
    group: 'mailTrust',
    env: 'STORM_MINUTES',
    schema: Type.Integer({ minimum: 1, maximum: 1440 }),
    default: 10,
    unit: 'minutes',
    words: {
      en: {
        label: 'Time over which mail is counted',
        help: 'For the two limits above. A storm is over when it has been quiet that long.',
      },
      de: {
        label: 'Zeit, über die gezählt wird',
        help: 'Für die beiden Grenzen oben. Eine Mailflut ist vorbei, wenn es so lange ruhig war.',
      },
    },
  },
})
