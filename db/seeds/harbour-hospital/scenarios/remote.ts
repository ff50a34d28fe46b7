import type { Scenario } from '../shapes.ts'

export const remoteScenarios: Scenario[] = [
  {
    id: 'vpn-home',
    service: 'remote',
    category: 'VPN',
    kind: 'incident',
    impact: 3,
    urgency: 2,
    from: ['doctor', 'office', 'manager'],
    times: 6,
    subjects: [
      'VPN does not connect from home',
      'VPN connects but nothing opens',
      'VPN drops every hour',
      'Cannot dial in from the holiday flat',
      'On call tonight and the VPN shows nothing',
      'Thrown out of the VPN again and again',
    ],
    openings: [
      'From home the VPN says "connecting" for two minutes and then "timeout". The internet is fine, the children are streaming as proof.',
      'I am connected, the little lock is green, but neither the record nor the shared drive opens. I am on call from six.',
      'It throws me out every hour on the hour. I have begun to organise my thoughts accordingly.',
    ],
    error: '[[Error 809: the network connection could not be established||]]',
    steps: [
      {
        say: 'Two questions: which box do you have at home (the name is on its underside), and since when? Did it get an update, or did you change your provider?',
        after: '1h',
      },
      { wait: 'requester' },
      {
        ask: '[[New provider since Monday, new box too.|Nothing changed, but it says it updated itself on Sunday night.]]',
        after: '4h',
      },
      {
        note: '[[Provider hands out shared addresses, large packets get lost. MTU.|Box blocks port 500 after its update. Profile 2 uses 443.]]',
        after: '50m',
      },
      {
        say: 'I have given you a second profile called "Harbour 443". It uses the same door as ordinary web pages, which every box lets through. Please choose that one and try.',
        after: '20m',
      },
      { ask: '[[Connected at once.|Two hours without a drop.|Works, even with the children streaming.]]', after: '5h' },
    ],
    fix: {
      cause: '[[Provider changed to shared addresses|Home router blocked the VPN port after an update]].',
      action: 'Second profile over port 443 with smaller packets.',
      verification: 'Connection stable for [[two hours|a whole evening on call]].',
    },
  },
  {
    id: 'second-factor-phone',
    service: 'remote',
    category: 'Second factor',
    kind: 'incident',
    impact: 3,
    urgency: 2,
    from: ['doctor', 'office', 'manager', 'external'],
    times: 5,
    channel: 'phone',
    subjects: [
      'New phone, no more codes',
      'Code is always wrong',
      'Phone with the authenticator is gone',
      'My second factor has been inherited',
      'Code refused everywhere',
      'Phone run over, no more codes',
    ],
    openings: [
      'I have a new phone, the old one is wiped and traded in, and now I notice that the codes lived in it.',
      'The six digits are wrong every time. I type slowly, I type fast, they are wrong.',
      'Phone at the bottom of the harbour. Please do not ask. I need to sign in from home tomorrow.',
      'My daughter has inherited my phone and with it, I am afraid, my second factor. The new one knows nothing.',
      'The code is refused from home and accepted at the hospital, or so I thought until this morning. Now it is refused everywhere.',
      'My phone was run over by a bed. By a bed with a patient on it, who is fine. The phone is not.',
    ],
    steps: [
      {
        note: 'Identity checked by [[calling back on the number in the directory and asking the line manager|video call with badge]].',
        after: '15m',
      },
      {
        say: '[[I have removed the old phone. At your next sign-in you see a square pattern: scan it with the new one.|The digits depend on the clock, and I suspect yours is a few minutes off. Please set it to automatic; I have also reset the factor, so you will see a square pattern to scan at the next sign-in.|I have removed the drowned phone and given you a code for one day. As soon as you have a new one, sign in with that code and scan the square pattern.]] Then print the ten spare codes and put them where you keep your passport.',
        after: '10m',
      },
      {
        ask: '[[Scanned, signed in, printed. They lie next to the passport.|It works. The clock was four minutes off.|In. The codes are laminated now.]]',
        after: '2h',
      },
    ],
    fix: {
      cause: '[[Telephone replaced|Clock of the telephone wrong|Telephone lost]].',
      action: 'Removed the old factor after checking identity, registered the new one, spare codes handed out.',
      verification: 'Sign-in from outside with a code from the new phone.',
    },
  },
  {
    id: 'partner-results',
    service: 'remote',
    category: 'Partner access',
    kind: 'incident',
    impact: 2,
    urgency: 2,
    from: ['external'],
    times: 3,
    subjects: ['No results for our patients since the weekend', 'Certificate warning in the results portal'],
    openings: [
      'Since {weekday} the results portal shows our practice an empty list. We have eleven patients waiting for values, and the telephone of your laboratory has become our second home.',
      'Our computer warns that the certificate of your portal is not valid. My assistant asks whether she may click "continue anyway". I told her to wait for your answer.',
    ],
    steps: [
      {
        say: '[[Thank you, an empty list cannot be right. The laboratory will fax anything urgent; I will call the practice before noon.|Please do not continue, your assistant is quite right to ask. I will check our side and call the practice before noon.]]',
        after: '40m',
      },
      {
        note: '[[Practice number changed from 7 to 9 digits in the directory, filter finds nothing|Intermediate certificate missing after renewal]].',
        after: '1h',
      },
      {
        say: '[[Your practice has a longer number since the weekend, and our filter compared it with the short one. You should see all eleven now.|We had renewed our certificate and forgotten one link of its chain. It is complete now and the warning should be gone.]]',
        after: '45m',
      },
      {
        ask: 'I confirm that [[all eleven are there|the warning has gone]]. Thank you for calling, that is not a matter of course.',
        after: '3h',
      },
    ],
    fix: {
      cause: '[[Changed practice number|Incomplete certificate chain]].',
      action: '[[Mapped the old to the new number|Completed the chain, check added to the renewal]].',
      verification: 'Tested from outside the house and confirmed by the practice.',
    },
  },
  {
    id: 'vendor-session',
    service: 'remote',
    category: 'Partner access',
    kind: 'request',
    impact: 3,
    urgency: 3,
    from: ['lab', 'radiology', 'pharmacy', 'estates'],
    times: 3,
    channel: 'portal',
    subjects: [
      'Remote maintenance for {thing} on {weekday}',
      'Vendor needs access to {thing}',
      'Open the door for the maker of {thing}',
    ],
    openings: [
      'The maker of {thing} wants to have a look from outside on {weekday} between [[nine and eleven|two and four]]. Please open what they need, and only that, and close it afterwards. I shall sit beside it.',
    ],
    slots: { thing: ['the CT', 'the pharmacy robot', 'the tube mail', 'the air handling', 'the coagulation analyser'] },
    steps: [
      {
        say: 'Entered. The door opens for these two hours, for one named person with a second factor, and everything they do is recorded. You get a message when they arrive and when they leave.',
        after: '4h',
      },
      { wait: 'until' },
      { note: 'Session opened on time, [[47|82]] minutes, closed. Recording filed.', after: '2d' },
    ],
    fix: {
      cause: 'Maintenance by the maker.',
      action: 'Time-limited access for a named person, recorded.',
      verification: 'Access closed; the device works, says the requester.',
    },
  },
]
