import type { CannedReplySeed } from './shapes.ts'

export const cannedReplies: CannedReplySeed[] = [
  {
    name: 'We have it',
    language: 'en',
    text: 'Hi {{requester.firstName}},\n\nthis has arrived and I am looking at it now. If it gets worse before you hear from me, ring 1310 and say #{{ticket.number}}.\n\n{{agent.firstName}}',
  },
  {
    name: 'Which sticker?',
    team: 'workplace',
    language: 'en',
    text: 'Hi {{requester.firstName}},\n\ncould you read me the sticker on the device? It says HH- (or HP-, LP-) and some digits, on the front or underneath. With that I can see its history before I walk over.\n\n{{agent.firstName}}',
  },
  {
    name: 'Password reset, identity checked',
    team: 'desk',
    language: 'en',
    text: 'Hi {{requester.firstName}},\n\nas agreed on the phone your password is reset. The first sign-in asks for a new one: twelve characters or more, and please not the season and the year.\n\n{{agent.firstName}}',
  },
  {
    name: 'Please restart once',
    team: 'desk',
    language: 'en',
    text: 'Hi {{requester.firstName}},\n\nplease restart the computer once with Start > Restart (not the power button, that only puts it to sleep), then try again and tell me the exact words of the message if it comes back.\n\n{{agent.firstName}}',
  },
  {
    name: 'With the vendor',
    language: 'en',
    text: 'Hi {{requester.firstName}},\n\nwe can see the fault but not mend it ourselves, so it is with the vendor now. I ask them every working day and tell you as soon as there is something to tell.\n\n{{agent.firstName}}',
  },
  {
    name: 'Did it hold?',
    language: 'en',
    text: 'Hi {{requester.firstName}},\n\nit has been quiet since the change. Is it for you too? Then I will mark #{{ticket.number}} as resolved.\n\n{{agent.firstName}}',
  },
  {
    name: 'Thank you for reporting a suspicious mail',
    team: 'security',
    language: 'en',
    text: 'Hello {{requester.firstName}},\n\nthank you for sending this on instead of clicking. Please leave the mail where it is; we remove it from all mailboxes together.\n\n{{agent.firstName}}\nInformation Security',
  },
  {
    name: 'Patient data: please not in the ticket',
    team: 'clinical',
    language: 'en',
    text: 'Hi {{requester.firstName}},\n\nplease send me the case number only, without name or date of birth. I can look up the rest, and the ticket stays clean.\n\n{{agent.firstName}}',
  },
  {
    name: 'Ist angekommen',
    language: 'de',
    text: 'Hallo {{requester.firstName}},\n\ndas ist angekommen und ich sehe es mir jetzt an. Falls es dringender wird: Durchwahl 8900, Stichwort #{{ticket.number}}.\n\n{{agent.firstName}}',
  },
  {
    name: 'Bitte einmal neu starten',
    team: 'desk',
    language: 'de',
    text: 'Hallo {{requester.firstName}},\n\nbitte den Rechner einmal über Start > Neu starten durchstarten (nicht über die Einschalttaste) und mir dann den genauen Wortlaut der Meldung schicken, falls sie wiederkommt.\n\n{{agent.firstName}}',
  },
]
