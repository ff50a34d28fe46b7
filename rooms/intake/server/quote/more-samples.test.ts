import { type Sample, testSamples, type Who } from './samples.ts'

// Programs that few use, phones of many languages, and letters as people end them.

const samples: Sample[] = []
const t = (name: string, text: string, fresh: string, subject = 'Re: [#1042] Printer', author?: Who) =>
  samples.push({ name, text, fresh, subject, ...(author ? { author } : {}) })
const me: Who = ['Elena García', 'elena@x.example']
const T = (n: string, x: string, e: string, s = 'Re: [#77] VPN', a: Who = me) => t(n, x, e, s, a)
const X = (n: string, x: string, e: string, s = 'Re: [#77] VPN', a: Who = me) =>
  samples.push({ name: n, html: x, fresh: e, subject: s, author: a })
T(
  'gmail fr 3 lines',
  `Merci !\n\nLe jeu. 5 mars 2026 à 09:12, Harbour IT Service Desk Notifications <\nsupport+t1042.abcdefgh@help.example> a\nécrit :\n\n> Bonjour`,
  'Merci !',
)
T(
  'initial quote style',
  `Fine with me.\n\nOn 5 Mar 2026 at 9:12, Tom Ellison wrote:\n\nTE> Shall we?\nTE> Regards`,
  'Fine with me.',
)
T(
  'answered jira-like',
  `Reply from mail.\n\n##- Please type your reply above this line -##\n\nYour request (77) has been updated.`,
  'Reply from mail.',
)
T(
  'sig then quote then empty',
  `Ok, Thursday then.\n\nElena\n--\nElena García\nCompras\n\n\nOn 05/03/2026 09:12, Service Desk wrote:\n> When?\n\n`,
  'Ok, Thursday then. Elena',
)
T(
  'two questions answered below with >',
  `> Which floor?\n3rd\n> Which room?\n312\n`,
  '> Which floor? 3rd > Which room? 312',
)
T(
  'korean outlook',
  `네 감사합니다\n\n보낸 사람: Service Desk <desk@help.example>\n보낸 날짜: 2026년 3월 3일 화요일 오전 10:00\n받는 사람: Elena\n제목: RE: VPN\n\n안녕`,
  '네 감사합니다',
)
T(
  'de outlook with "Von meinem Handy"',
  `Geht klar.\n\nVon meinem Handy gesendet\n\n-------- Originalnachricht --------\nVon: Service Desk <desk@help.example>\nDatum: Di., 3. März 2026, 10:00\nAn: elena@x.example\nBetreff: Re: VPN\n\nGeht es?`,
  'Geht klar.',
)
T(
  'mit vorzüglicher',
  `Erledigt.\n\nFreundliche Grüsse\nElena García\nLeiterin Einkauf\nMuster AG, 8001 Zürich\n\nVon: Service Desk <desk@help.example>\nGesendet: Dienstag, 3. März 2026 10:00\nAn: Elena\nBetreff: VPN\n\nalt`,
  'Erledigt.',
)
T(
  'polish card',
  `Dziękuję, wszystko gra.\n\nPozdrawiam serdecznie,\nElena García\nSpecjalista ds. zakupów\nkom. +48 600 100 200\n\nW dniu wt., 3 mar 2026 o 10:00 Service Desk <desk@help.example> napisał(a):\n\n> Dzień dobry`,
  'Dziękuję, wszystko gra.',
)
T(
  'swedish hälsningar',
  `Toppen!\n\nHälsningar Elena\n\nDen tis 3 mars 2026 kl 10:00 skrev Service Desk <desk@help.example>:\n\n> Hej`,
  'Toppen! Hälsningar Elena',
)
T(
  'fi kiitos',
  `Kiitos avusta!\n\nt. Elena\n\nti 3. maalisk. 2026 klo 10.00 Service Desk (desk@help.example) kirjoitti:\n\n> Hei`,
  'Kiitos avusta! t. Elena',
)
T(
  'ru outlook web',
  `Спасибо.\n________________________________\nОт: Service Desk <desk@help.example>\nОтправлено: 3 марта 2026 г. 10:00:00\nКому: Elena\nТема: RE: VPN\n\nтекст`,
  'Спасибо.',
)
T(
  'zh-tw outlook',
  `好了。\n\n寄件者: Service Desk <desk@help.example> \n寄件日期: 2026年3月3日 上午 10:00\n收件者: Elena <elena@x.example>\n主旨: RE: VPN\n\n舊`,
  '好了。',
)
T(
  'ja gmail below signature',
  `ありがとうございました。\n\n-- \nエレナ\n\n2026年3月3日(火) 10:00 Service Desk <desk@help.example>:\n> どうぞ`,
  'ありがとうございました。',
)
T(
  'pt-pt outlook',
  `Resolvido, obrigada.\n\nCumprimentos,\nElena García\nCompras\n\nDe: Service Desk <desk@help.example> \nEnviado: 3 de março de 2026 10:00\nPara: Elena <elena@x.example>\nAssunto: Re: VPN\n\nantigo`,
  'Resolvido, obrigada.',
)
T(
  'nl outlook mobile',
  `Prima.\n\nOutlook voor Android<https://aka.ms/AAb9ysg> downloaden\n________________________________\nVan: Service Desk <desk@help.example>\nVerzonden: dinsdag 3 maart 2026 10:00\nAan: Elena\nOnderwerp: Re: VPN\n\noud`,
  'Prima.',
)
T(
  'fr ios outlook',
  `Parfait\n\nTélécharger Outlook pour iOS<https://aka.ms/o0ukef>\n________________________________\nDe : Service Desk <desk@help.example>\nEnvoyé : mardi, mars 3, 2026 10:00 AM\nÀ : Elena\nObjet : Re: VPN\n\nancien`,
  'Parfait',
)
T(
  'da ios outlook',
  `Super\n\nHent Outlook til iOS<https://aka.ms/o0ukef>\n________________________________\nFra: Service Desk <desk@help.example>\nSendt: tirsdag den 3. marts 2026 10:00\nTil: Elena\nEmne: Re: VPN\n\ngammel`,
  'Super',
)
T(
  'it ios outlook',
  `Ok\n\nScarica Outlook per iOS<https://aka.ms/o0ukef>\n________________________________\nDa: Service Desk <desk@help.example>\nInviato: martedì 3 marzo 2026 10:00\nA: Elena\nOggetto: Re: VPN\n\nvecchio`,
  'Ok',
)
T(
  'pl ios outlook',
  `Ok\n\nPobierz program Outlook dla systemu iOS<https://aka.ms/o0ukef>\n________________________________\nOd: Service Desk <desk@help.example>\nWysłane: wtorek, 3 marca 2026 10:00\nDo: Elena\nTemat: Re: VPN\n\nstary`,
  'Ok',
)
T(
  'sv ios outlook',
  `Ok\n\nSkaffa Outlook för iOS<https://aka.ms/o0ukef>\n________________________________\nFrån: Service Desk <desk@help.example>\nSkickat: den 3 mars 2026 10:00\nTill: Elena\nÄmne: Re: VPN\n\ngammal`,
  'Ok',
)
T(
  'yahoo fr mobile',
  `Merci\n\nEnvoyé à partir de Yahoo Mail sur Android \n \n  Le mar., mars 3 2026 à 10:00, Service Desk<desk@help.example> a écrit :   Bonjour`,
  'Merci',
)
T(
  'yahoo en mobile',
  `Thanks\n\nSent from Yahoo Mail on Android \n \n  On Tue, Mar 3, 2026 at 10:00 AM, Service Desk<desk@help.example> wrote:   Hello`,
  'Thanks',
)
T(
  'proton de',
  `Passt.\n\nGesendet mit Proton Mail sicheres E-Mail.\n\nAm Dienstag, 3. März 2026 um 10:00 schrieb Service Desk <desk@help.example>:\n\n> alt`,
  'Passt.',
)
T('mailbird', `Sure.\nOn 03/03/2026 10:00:00, Service Desk <desk@help.example> wrote:\nold`, 'Sure.')
T(
  'em client',
  `Sure.\n\n\n------ Original Message ------\nFrom "Service Desk" <desk@help.example>\nTo "Elena" <elena@x.example>\nDate 03/03/2026 10:00:00\nSubject Re: VPN\n\nold`,
  'Sure.',
)
T(
  'em client de',
  `Klar.\n\n\n------ Originalnachricht ------\nVon: "Service Desk" <desk@help.example>\nAn: "Elena" <elena@x.example>\nGesendet: 03.03.2026 10:00:00\nBetreff: Re: VPN\n\nalt`,
  'Klar.',
)
T(
  'the bat',
  `Hello Service,\n\nTuesday, March 3, 2026, 10:00:00 AM, you wrote:\n\n> Which?\n\nThe blue one.\n\n-- \nBest regards,\n Elena                            mailto:elena@x.example`,
  'Hello Service, The blue one.',
)
T('alpine', `On Tue, 3 Mar 2026, Service Desk wrote:\n\n> Which?\n\nThe blue one.`, 'The blue one.')
T(
  'claws',
  `On Tue, 3 Mar 2026 10:00:00 +0100\nService Desk <desk@help.example> wrote:\n\n> Which?\n\nThe blue one.\n`,
  'The blue one.',
)
T('kmail de', `Am Dienstag, 3. März 2026, 10:00:00 CET schrieb Service Desk:\n> Welche?\n\nDie blaue.\n`, 'Die blaue.')
T(
  'blackberry',
  `Yes\nSent from my BlackBerry® wireless device\n\n-----Original Message-----\nFrom: Service Desk <desk@help.example>\nDate: Tue, 3 Mar 2026 10:00:00 \nTo: elena@x.example\nSubject: Re: VPN\n\nold`,
  'Yes',
)
T(
  'exchange activesync de',
  `Ja\n\nVon Samsung Mobile gesendet\n\n\n-------- Ursprüngliche Nachricht --------\nVon: Service Desk \nDatum:03.03.2026 10:00 (GMT+01:00) \nAn: elena@x.example \nBetreff: Re: VPN \n\nalt`,
  'Ja',
)
T(
  'nine',
  `Yes\n\n________________________________\nFrom: Service Desk <desk@help.example>\nSent: Tuesday, 3 March 2026 10:00\nTo: elena@x.example\nSubject: Re: VPN\n\nold`,
  'Yes',
)
T(
  'first with own number asked for',
  `Hello,\n\nplease change my number in the directory to +34 600 100 200.\n\nElena García`,
  'Hello, please change my number in the directory to +34 600 100 200. Elena García',
  'Directory',
)
T(
  'first: card with closing es',
  `Hola:\n\nno funciona la VPN desde casa.\n\nMuchas gracias y un saludo,\n\nElena García\nCompras\nTel. 91 234 56 78 | Ext. 12`,
  'Hola: no funciona la VPN desde casa.',
  'VPN',
)
T(
  'first: confidentiality de long',
  `Der Zugang zum Laufwerk fehlt.\n\nElena García\n\n_____________________________\nMuster GmbH\nGeschäftsführer: Max Muster\nAmtsgericht Berlin HRB 1234\n\nDer Inhalt dieser E-Mail ist vertraulich und ausschließlich für den bezeichneten Adressaten bestimmt. Sollten Sie nicht der vorgesehene Adressat sein, löschen Sie sie bitte.`,
  'Der Zugang zum Laufwerk fehlt. Elena García',
  'Laufwerk',
)
X(
  'evolution pre',
  `<html><head></head><body><div>On Tue, 2026-03-03 at 10:00 +0100, Service Desk wrote:</div><blockquote type="cite" style="margin:0 0 0 .8ex; border-left:2px #729fcf solid;padding-left:1ex"><div>Which?</div></blockquote><div><br></div><div>The blue one.</div><div><span></span></div></body></html>`,
  'The blue one.',
)
X(
  'outlook without border',
  `<div><p class="MsoNormal">Works</p><p class="MsoNormal">&nbsp;</p><p class="MsoNormal"><b>From:</b> Service Desk &lt;desk@help.example&gt; <br><b>Sent:</b> Tuesday, March 3, 2026 10:00 AM<br><b>To:</b> Elena<br><b>Subject:</b> RE: VPN</p><p>old</p></div>`,
  'Works',
)
X(
  'outlook card in html',
  `<div class=WordSection1><p class=MsoNormal>Works now, many thanks.</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>Regards</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal><b>Elena Garc&iacute;a</b></p><p class=MsoNormal>Purchasing</p><p class=MsoNormal><a href="tel:+34912345678">+34 912 345 678</a></p><p class=MsoNormal><img width=100 src="cid:image001.png@01DC"></p></div>`,
  'Works now, many thanks.',
)

testSamples(samples)
