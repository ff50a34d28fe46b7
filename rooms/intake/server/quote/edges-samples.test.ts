import { type Sample, testSamples, type Who } from './samples.ts'

// What stands at the edges of an answer: attributions torn apart, names behind a dash, small print, the rest of a quote.

const samples: Sample[] = []
const t = (name: string, text: string, fresh: string, author?: Who, subject = 'Re: [#1042] Printer') =>
  samples.push({ name, text, fresh, subject, ...(author ? { author } : {}) })
const ANA: Who = ['Ana Lima', 'ana@x.example']

t(
  'one answer in the middle, the rest of the quote below it',
  'Hello Tom,\nOn 3 Mar 2026 at 10:00, Tom Ellison wrote:\n> Which port does the printer use?\n\nThe second one from the left.\n\n> And please send me a picture of it.\n> \n> Regards\n> Tom\n',
  'Hello Tom, On 3 Mar 2026 at 10:00, Tom Ellison wrote: > Which port does the printer use? The second one from the left.',
)
t(
  'what introduces a quotation keeps it',
  'Hello Tom,\nOn 3 Mar 2026 at 10:00, Tom Ellison wrote:\n> Which port does the printer use?\n\nThe manual says:\n\n> Use the second port from the left.\n',
  'ALL',
)
t(
  'an attribution that begins behind the last word',
  'We tried the other cable too, same thing On Mar 3, 2026, at 10:00 AM, Service Desk <\ndesk+t1042.abcdefghijkl@help.example>\nwrote:\n\n> Please try another cable.\n',
  'We tried the other cable too, same thing',
)
t(
  'an attribution that begins behind the last word, bracket and verb in one',
  'Both are fine now. On Mar 3, 2026, at 10:00 AM, Service Desk <\ndesk@help.example>wrote:\n\n> Are both fine?\n',
  'Both are fine now.',
)
t(
  'a link at the end of a line begins no attribution',
  'I read it On page 12 of <https://x.example/a>\nand then somebody wrote:\n\nplease call',
  'ALL',
)
t(
  'an address in brackets of their own',
  'It prints again.\n\nOn Tue, 3 Mar 2026 at 10:00 Tom Ellison\n\n<\nmailto:Tom Ellison <tom@help.example>\n> wrote:\nPlease restart it.\n',
  'It prints again.',
)
t(
  'the attribution behind the mark of the quote, a card below',
  'Fatto, grazie.\n\n> Il 3 marzo 2026 alle 10.00 Service Desk <desk@help.example> ha scritto:\n>\n>\n> Riavviate la stampante.\n>\n\nAna Lima\nUfficio acquisti\n',
  'Fatto, grazie.',
  ANA,
)
t('the first name behind a dash', 'The cable was loose.\n-ana\n', 'The cable was loose.', ANA)
t('the first name behind a dash and a space', 'The cable was loose.\n\n- Ana\n', 'The cable was loose.', ANA)
t("somebody else's name behind a dash is a list", 'These need a card:\n\n- Rui\n', 'ALL', ANA)
t('the own name in a list stays', 'These need a card:\n- Rui\n- Ana\n', 'ALL', ANA)
t('an option behind a dash', 'I started it with\n-force\n', 'ALL', ANA)
t('three dashes and a card', 'The tray is jammed.\n---\nAna Lima\nPurchasing\n', 'The tray is jammed.')
t('three dashes and more to say', 'The tray is jammed.\n---\nThe other one works, by the way!\n', 'ALL')
t('three dashes between parts', 'First floor\n---\nThe Printer\nThe Scanner\nBoth are out of order:\nno light\n', 'ALL')
t('a long line and a name', 'Thank you!\n\n—————\nAna Lima\nProduct Manager\n📱 +1 555 0123\n', 'Thank you!')
t('a phone that shouts', 'Works now.\n\nSent from my iPhone!', 'Works now.')
t(
  'two phones, no wires',
  'Works now.\nSent wirelessly from my BlackBerry device on the Example network.\nEnvoyé sans fil par mon terminal mobile BlackBerry sur le réseau Exemple.',
  'Works now.',
)
t(
  'small print under its heading, and what a filter says',
  'The order cannot be processed.\n\nPlease have a look.\n\nAna Lima.\n\n\nDisclaimer\n\nThe information contained in this communication is confidential. It is intended solely for use by the recipient. If you are not the recipient, any disclosure or copying is strictly prohibited.\n\nThis email has been scanned for viruses and malware by Example Filter. To find out more click here (https://filter.example/) .\n',
  'The order cannot be processed. Please have a look. Ana Lima.',
)
t(
  'small print between ruled lines',
  'Bitte um Rückruf.\n\n---------------------------------\nDiese E-Mail enthält vertrauliche Informationen und ist nur für den bezeichneten Empfänger bestimmt. Wenn Sie diese E-Mail irrtümlich erhalten haben, informieren Sie bitte den Absender.\n---------------------------------\n',
  'Bitte um Rückruf.',
)
t('a heading alone stays', 'Please add to every mail:\n\nDisclaimer\n', 'ALL')
t(
  'scanning as the matter',
  'Hello,\n\nthe attachment came back.\n\nThis email was the third one that your filter ate.\n',
  'ALL',
)
t(
  'every line of the card apart',
  'Hei\n\nTulostin ei toimi.\n\nParhain terveisin,\n\nMatti Virtanen\n\nToimitusjohtaja\n\nEsimerkki Oy\n\nOtakaari 99\n\nEspoo\n\nFinland\n\n+358 40 555 0000\n\nmatti@x.example <mailto:matti@x.example>\n\n<https://x.example>\n',
  'Hei Tulostin ei toimi.',
)
t(
  'the verb of a quoted attribution on a line of its own',
  'Thanks, that helps.\n\nOn Tue, Mar 3, 2026 at 10:00 AM, Tom Ellison <tom@help.example>\nwrote: \n\n> Try this.\n>\n> On Mon, Mar 2, 2026 at 9:00 AM, Ana Lima <ana@x.example>\n> wrote:\n>\n>> It is broken.\n>>\n>\n>',
  'Thanks, that helps.',
)

t(
  'the words that announce a head, and the phone above them',
  'All good now.\n\nSent from my BlackBerry 10 smartphone on the Example network.\n  Original Message  \nFrom: Service Desk\nSent: Tuesday, March 3, 2026 09:41\nTo: Ruth Cole\nSubject: Phone\n\nPlease restart it.\n',
  'All good now.',
)
t(
  'an answer that is called one',
  'Reply\n---\nFrom: desk@help.example\nDate: Thu, 5 Mar 2026 08:07:12 +0100\nSubject: Phone\n\nPlease restart it.\n',
  'Reply',
)
t(
  'a ruled line above what is quoted',
  'It prints.\n\n---\n> De: Support <desk@help.example>\n> Objet: Imprimante\n>\n> Merci de redémarrer.\n',
  'It prints.',
)

testSamples(samples)
