import { deskAddress, type Letter } from './letter.ts'

const product = (name: string, words: string, price: string) =>
  `<td width="33%" style="padding:12px;vertical-align:top;border:1px solid #d7e1ea;background-color:#ffffff">
<img src="https://pictures.northsea-medical.example/${name.toLowerCase().replace(/ /g, '-')}.png" alt="${name}" width="150" height="96">
<p style="margin:8px 0 4px;font-weight:bold;color:#0b3a5b">${name}</p>
<p style="margin:0 0 6px;color:#44566a;font-size:13px">${words}</p>
<p style="margin:0;color:#b3261e;font-weight:bold">${price}</p></td>`

/** Made for white paper, with pictures from elsewhere and one that counts who looked. */
export const newsletter: Letter = {
  key: 'october-offers',
  hoursAgo: 29,
  from: 'Northsea Medical <news@northsea-medical.example>',
  to: deskAddress,
  subject: 'Barcode scanners and label stock: this month’s offers',
  text: 'Your offers of this month are at https://www.northsea-medical.example/offers',
  html: `<table width="640" cellpadding="0" cellspacing="0" bgcolor="#eef3f8" style="font-family:Arial,sans-serif">
<tr><td bgcolor="#0b3a5b" style="padding:18px 24px;color:#ffffff;font-size:22px">Northsea Medical
<span style="float:right;font-size:13px;color:#cfe3f2">October</span></td></tr>
<tr><td style="padding:20px 24px;color:#22303c"><p style="font-size:16px;margin:0 0 12px">Dear customer,</p>
<p style="margin:0 0 12px">the scanners that your wards ordered in spring are <b style="color:#b3261e">15 % cheaper</b> until the end of the month.</p>
<table width="100%" cellspacing="8"><tr>
${product('Scanner S4', 'Reads wristbands through foil.', '£ 129.00')}
${product('Label stock', '40 boxes, resists disinfectant.', '£ 318.40')}
${product('Charging bay', 'For six scanners, wall mount.', '£ 204.00')}
</tr></table>
<p style="margin:16px 0"><a href="https://click.sendmass.example/r/8812" style="background-color:#0b3a5b;color:#ffffff;padding:10px 22px;text-decoration:none">www.northsea-medical.example/offers</a></p>
<p style="font-size:12px;color:#5d6b78">You get this mail because you are a customer. Phone +44 1632 960 118.</p></td></tr></table>
<img src="https://click.sendmass.example/open/8812.gif" width="1" height="1" alt="">`,
  hops: [
    ['out4.sendmass.example', 'mx1.harbour-hospital.example', 4],
    ['app.sendmass.example', 'out4.sendmass.example', 2710],
  ],
}

/** Pretends to be the desk itself. */
export const forged: Letter = {
  key: 'mailbox-closing',
  hoursAgo: 20,
  from: 'Agnes Thorne <agnes.thorne@harbour-hospital.example>',
  subject: 'Please reset my password, I am locked out before theatre',
  html: `<div style="font-family:Calibri,sans-serif;color:black"><p>Hello IT,</p>
<p>I am between two operations and cannot get in. Send the new password to my private address
<a href="mailto:agnes.thorne.rn@postbox.example">agnes.thorne.rn@postbox.example</a>, or let me set it myself here:</p>
<p><a href="https://harbour-hospital.support.example/keep?id=7741">https://portal.harbour-hospital.example/password</a></p>
<p>It is urgent, the patient is waiting.</p><p>Agnes</p></div>`,
  hops: [
    ['vps-17.cheaphost.example', 'mx1.harbour-hospital.example', 2],
    ['localhost', 'vps-17.cheaphost.example', 9],
  ],
  headers: {
    'Authentication-Results':
      'mx1.harbour-hospital.example; spf=fail smtp.mailfrom=harbour-hospital.example; dkim=none; dmarc=fail (p=reject) header.from=harbour-hospital.example',
  },
  authentication: {
    verdict: 'fail',
    from: 'trusted relay',
    spf: { result: 'fail', domain: 'harbour-hospital.example', detail: 'vps-17.cheaphost.example may not send for it' },
    dkim: { result: 'none', domain: null, detail: null },
    dmarc: { result: 'fail', domain: 'harbour-hospital.example', detail: 'p=reject' },
    arc: { result: 'none', domain: null, detail: null },
    words: 'It says it is from harbour-hospital.example, which asks that such mail be refused (DMARC).',
  },
}
