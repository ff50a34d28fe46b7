import { type Sample, testSamples, type Who } from './samples.ts'

// HTML as programs write it, and a few more texts.

const samples: Sample[] = []
const t = (name: string, text: string, fresh: string, subject = 'Re: [#1042] Printer', author?: Who) =>
  samples.push({ name, text, fresh, subject, ...(author ? { author } : {}) })
const me: Who = ['Jonas Weber', 'jonas@x.example']
const X = (n: string, x: string, e: string, s = 'Re: [#77] VPN', a: Who = me) =>
  samples.push({ name: n, html: x, fresh: e, subject: s, author: a })
const T = (n: string, x: string, e: string, s = 'Re: [#77] VPN', a: Who = me) => t(n, x, e, s, a)
const hd = (f: string, se: string, to: string, su: string) =>
  `<b>${f}</b> Service Desk &lt;desk@help.example&gt;<br><b>${se}</b> 03.03.2026 10:00<br><b>${to}</b> Jonas Weber &lt;jonas@x.example&gt;<br><b>${su}</b> Re: VPN`
for (const [l, f, se, to, su, ans] of [
  ['de', 'Von:', 'Gesendet:', 'An:', 'Betreff:', 'Geht jetzt.'],
  ['fr', 'De :', 'Envoyé :', 'À :', 'Objet :', 'Ça marche.'],
  ['nl', 'Van:', 'Verzonden:', 'Aan:', 'Onderwerp:', 'Werkt.'],
  ['pl', 'Od:', 'Wysłane:', 'Do:', 'Temat:', 'Działa.'],
  ['fi', 'Lähettäjä:', 'Lähetetty:', 'Vastaanottaja:', 'Aihe:', 'Toimii.'],
  ['ja', '差出人:', '送信日時:', '宛先:', '件名:', '動きます。'],
  ['uk', 'Від:', 'Дата:', 'Кому:', 'Тема:', 'Працює.'],
] as const) {
  X(
    `outlook html ${l}`,
    `<div class=WordSection1><p class=MsoNormal><span style='mso-fareast-language:EN-US'>${ans}<o:p></o:p></span></p><p class=MsoNormal><span><o:p>&nbsp;</o:p></span></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal>${hd(f, se, to, su)}<o:p></o:p></p></div></div><p class=MsoNormal>alt</p></div>`,
    ans,
  )
  X(
    `owa html ${l}`,
    `<html><body dir="ltr"><div id="divtagdefaultwrapper" style="font-size:12pt" dir="ltr"><p>${ans}</p><p><br></p><div id="x_Signature"><p>Jonas Weber</p><p>IT</p></div></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri">${hd(f, se, to, su)}</font></div><div>alt</div></body></html>`,
    ans,
  )
}
X(
  'outlook mac html',
  `<body><div class="WordSection1"><p class="MsoNormal">Passt.</p><p class="MsoNormal">&nbsp;</p><div id="mail-editor-reference-message-container"><div><div><div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal" style="margin-bottom:12.0pt"><b><span style="font-size:12.0pt;color:black">Von: </span></b><span>Service Desk &lt;desk@help.example&gt;<br><b>Datum: </b>Dienstag, 3. März 2026 um 10:00<br><b>An: </b>Jonas<br><b>Betreff: </b>VPN</span></p></div><p>alt</p></div></div></div></div></body>`,
  'Passt.',
)
X(
  'gmail html de top with sig',
  `<div dir="ltr">Läuft, danke!<br clear="all"><div><br></div><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature"><b>Jonas Weber</b><br>Vertrieb</div></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">Am Di., 3. März 2026 um 10:00 Uhr schrieb Service Desk &lt;<a href="mailto:desk@help.example">desk@help.example</a>&gt;:<br></div><blockquote class="gmail_quote" style="margin:0"><div>alt</div></blockquote></div>`,
  'Läuft, danke!',
)
X(
  'gmail html interleaved',
  `<div dir="ltr"><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue, Mar 3, 2026 at 10:00 AM Desk &lt;d@x&gt; wrote:<br></div><blockquote class="gmail_quote">Which one?</blockquote><div>The blue.</div><blockquote class="gmail_quote">Since when?</blockquote><div>Monday.</div></div></div>`,
  'On Tue, Mar 3, 2026 at 10:00 AM Desk <d@x> wrote: > Which one? The blue. > Since when? Monday.',
)
X(
  'apple html',
  `<html><body style="overflow-wrap: break-word;">Passt so.<div><br><div>Jonas</div><div><br><blockquote type="cite"><div>Am 03.03.2026 um 10:00 schrieb Service Desk &lt;desk@help.example&gt;:</div><br class="Apple-interchange-newline"><div><div>alt</div></div></blockquote></div><br></div></body></html>`,
  'Passt so. Jonas',
)
X(
  'yahoo html',
  `<html><head></head><body><div class="ydp1a2b3c4dyahoo-style-wrap" style="font-size:13px;"><div></div><div dir="ltr" data-setdir="false">Works now</div><div><br></div></div><div id="ydp9f8eyahoo_quoted_1234567" class="ydp9f8eyahoo_quoted"><div style="font-family:Helvetica"><div>On Tuesday, March 3, 2026 at 10:00:00 AM GMT+1, Service Desk &lt;desk@help.example&gt; wrote:</div><div><br></div>old</div></div></body></html>`,
  'Works now',
)
X(
  'thunderbird html below',
  `<html><body><div class="moz-cite-prefix">On 03/03/2026 10:00, Service Desk wrote:<br></div><blockquote type="cite" cite="mid:a@b"><p>Works?</p></blockquote><p>Yes it does.</p></body></html>`,
  'Yes it does.',
)
X(
  'mail.ru html',
  `<HTML><BODY><div>Работает</div><div>&nbsp;</div><blockquote style="border-left:1px solid #0857A6; margin:10px; padding:0 0 0 10px;">Вторник, 3 марта 2026, 10:00 +03:00 от Service Desk &lt;desk@help.example&gt;:<br>&nbsp;<div>old</div></blockquote></BODY></HTML>`,
  'Работает',
)
X(
  'yandex html',
  `<div>Готово</div><div> </div><div>03.03.2026, 10:00, "Service Desk" &lt;desk@help.example&gt;:</div><blockquote><div>old</div></blockquote>`,
  'Готово',
)
X(
  'qq html',
  `<div style="font-size:14px">好了</div><div><br></div><div style="font-size: 12px;font-family: Arial Narrow;padding:2px 0 2px 0;">------------------&nbsp;原始邮件&nbsp;------------------</div><div style="font-size: 12px;background:#efefef;padding:8px;"><div><b>发件人:</b>&nbsp;"desk"&lt;desk@help.example&gt;;</div><div><b>发送时间:</b>&nbsp;2026年3月3日(星期二) 上午10:00</div><div><b>收件人:</b>&nbsp;"j"&lt;jonas@x.example&gt;;<wbr></div><div><b>主题:</b>&nbsp;Re: VPN</div></div><div><br></div>old`,
  '好了',
)
X(
  'netease html',
  `<div style="line-height:1.7;color:#000000;font-size:14px">好的<br><br><div style="position:relative;zoom:1"></div><div id="divNeteaseMailCard"></div><p>At 2026-03-03 10:00:00, "Service Desk" &lt;desk@help.example&gt; wrote:</p> <blockquote id="isReplyContent" style="PADDING-LEFT: 1ex">old</blockquote></div>`,
  '好的',
)
X(
  'proton html',
  `<div style="font-family: Arial">Fine</div><div class="protonmail_signature_block"><div class="protonmail_signature_block-proton">Sent with <a href="https://proton.me/">Proton Mail</a> secure email.</div></div><div class="protonmail_quote">On Tuesday, March 3rd, 2026 at 10:00 AM, Service Desk &lt;desk@help.example&gt; wrote:<br><blockquote class="protonmail_quote" type="cite">old</blockquote></div>`,
  'Fine',
)
X(
  'tutanota',
  `<div>Fine</div><div><br></div><div>Mar 3, 2026, 10:00 by desk@help.example:<br></div><blockquote class="tutanota_quote" style="border-left: 1px solid #93A3B8">old</blockquote>`,
  'Fine',
)
X(
  'front',
  `<div>Fine</div><br><div class="front-signature">Jonas</div><blockquote class="front-blockquote">On March 3, 2026 at 10:00 AM GMT+1 desk wrote:<br>old</blockquote>`,
  'Fine',
)
X(
  'missive/hey',
  `<div class="trix-content"><div>Fine</div></div><br><div data-quote="true">On March 3, 2026, Service Desk &lt;desk@help.example&gt; wrote:<blockquote>old</blockquote></div>`,
  'Fine',
)
X(
  'roundcube html',
  `<html><body><p>Geht</p><p><br></p><div id="signature">-- <br>Jonas</div><p id="reply-intro">Am 2026-03-03 10:00, schrieb Service Desk:</p><blockquote type="cite" style="padding: 0 0.4em; border-left: #1010ff 2px solid">alt</blockquote></body></html>`,
  'Geht',
)
X(
  'horde html',
  `<p>Fine</p><p>Quoting Service Desk &lt;desk@help.example&gt;:</p><blockquote style="border-left:2px solid blue;margin-left:2px;padding-left:12px;" type="cite">old</blockquote>`,
  'Fine',
)
X(
  'evolution html',
  `<html><body><div>Fine</div><div><br></div><div><span><div>-- <br></div><pre>Jonas</pre></span></div><div>On Tue, 2026-03-03 at 10:00 +0100, Service Desk wrote:</div><blockquote type="cite">old</blockquote></body></html>`,
  'Fine',
)
X(
  'notes verse html',
  `<div class="socmaildefaultfont" dir="ltr"><div dir="ltr">Fine</div><div dir="ltr">&nbsp;</div><blockquote data-history-content-modified="1" dir="ltr" style="border-left:solid #aaaaaa 2px; margin-left:5px; padding-left:5px">----- Original message -----<br>From: "desk" &lt;desk@help.example&gt;<br>To: jonas<br>Cc:<br>Subject: VPN<br>Date: Tue, Mar 3, 2026 10:00 AM<br>old</blockquote></div>`,
  'Fine',
)
X(
  'zoho quote de',
  `<div>Geht.<br></div><div class="zmail_extra_hr"></div><div class="zmail_extra"><div id="Zm-_Id_-Sgn1">---- Am Di, 03 März 2026 10:00:00 +0100 <b>desk@help.example</b> schrieb ----<br></div><blockquote>alt</blockquote></div>`,
  'Geht.',
)
X(
  'samsung de html',
  `<html><body><div dir="auto">Geht</div><div id="composer_signature"><div>Von meinem/meiner Galaxy gesendet</div></div><div><br></div><div style="font-size:100%;color:#000000"><!-- originalMessage --><div>-------- Ursprüngliche Nachricht --------</div><div>Von: desk@help.example </div><div>Datum: 03.03.26  10:00  (GMT+01:00) </div><div>An: jonas@x.example </div><div>Betreff: VPN </div></div>alt</body></html>`,
  'Geht',
)
X(
  'html signature table no marks',
  `<div>The switch in room 4 is dark again.</div><div><br></div><div>Best regards</div><table><tr><td><img src="cid:logo"></td><td><b>Jonas Weber</b><br>Head of Sales<br>T +49 30 1234567<br><a href="https://x.example">x.example</a></td></tr></table>`,
  'The switch in room 4 is dark again.',
  'Switch',
)
X(
  'html card without closing',
  `<p>The switch in room 4 is dark again.</p><p>&nbsp;</p><p><b>Jonas Weber</b></p><p>Head of Sales</p><p>Mobile +49 171 1234567</p><p><img src="cid:l"></p>`,
  'The switch in room 4 is dark again.',
  'Switch',
)
X(
  'html plain list of people',
  `<p>Please add:</p><ul><li>Jonas Weber, jonas@x.example</li><li>Sam Lee, sam@x.example</li></ul>`,
  'Please add: - Jonas Weber, jonas@x.example - Sam Lee, sam@x.example',
  'Add',
)
T(
  'our own mail answered in gmail',
  `Thanks Tom, it works.\n\nOn Tue, Mar 3, 2026 at 10:00 AM Harbour IT <support+t1042.abcd@help.example>\nwrote:\n\n> Hello Jonas,\n>\n> please restart.\n>\n> Tom Ellison\n> Harbour IT\n>\n> On 3 March 2026 at 9:00, Jonas Weber wrote:\n>> broken`,
  'Thanks Tom, it works.',
)
T(
  'reply with attachment list',
  `See attached.\n\nJonas\n\n[cid:image001.png@01D9.ABC]\n\nFrom: Service Desk <desk@help.example>\nSent: Tuesday, March 3, 2026 10:00 AM\nTo: Jonas Weber <jonas@x.example>\nSubject: RE: VPN\n\nold`,
  'See attached. Jonas [cid:image001.png@01D9.ABC]',
)
T(
  'nested outlook history',
  `ok\n\nFrom: Service Desk <desk@help.example>\nSent: 03 March 2026 10:00\nTo: Jonas\nSubject: RE: VPN\n\nhm?\n\nFrom: Jonas\nSent: 02 March 2026 10:00\nTo: desk\nSubject: VPN\n\nbroken`,
  'ok',
)
T('date first thunderbird es', `Ya.\n\nEl 03/03/2026 a las 10:00, Service Desk escribió:\n> hola`, 'Ya.')
T('thunderbird nl', `Ja.\n\nOp 03-03-2026 om 10:00 schreef Service Desk:\n> hoi`, 'Ja.')
T('thunderbird pt', `Sim.\n\nEm 03/03/2026 10:00, Service Desk escreveu:\n> oi`, 'Sim.')
T('thunderbird fi', `Joo.\n\nService Desk kirjoitti 3.3.2026 klo 10.00:\n> hei`, 'Joo.')
T('thunderbird da', `Ja.\n\nDen 03.03.2026 kl. 10.00 skrev Service Desk:\n> hej`, 'Ja.')
T('thunderbird no', `Ja.\n\nDen 03.03.2026 10:00, skrev Service Desk:\n> hei`, 'Ja.')
T('thunderbird uk', `Так.\n\n03.03.26 10:00, Service Desk пише:\n> привіт`, 'Так.')
T(
  'thunderbird forwarded',
  `please handle\n\n-------- Weitergeleitete Nachricht --------\nBetreff: \tRechnung\nDatum: \tTue, 3 Mar 2026 10:00:00 +0100\nVon: \tLieferant <l@l.example>\nAn: \tjonas@x.example\n\nText`,
  'ALL',
  'Fwd: Rechnung',
)
T(
  'auto sign line it',
  `Ok\n\nInviato da Outlook per Android<https://aka.ms/x>\n________________________________\nDa: Service Desk <desk@help.example>\nInviato: martedì 3 marzo 2026 10:00\nA: j\nOggetto: Re\n\nold`,
  'Ok',
)
T(
  'windows mail de',
  `Ok\n\nGesendet von Mail für Windows\n\nVon: Service Desk\nGesendet: Dienstag, 3. März 2026 10:00\nAn: Jonas\nBetreff: VPN\n\nalt`,
  'Ok',
)

testSamples(samples)
