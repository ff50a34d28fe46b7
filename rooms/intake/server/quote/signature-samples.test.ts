import { type Sample, testSamples, type Who } from './samples.ts'

// Phones, closings, cards without a closing, small print, and what only looks like them.

const samples: Sample[] = []
const t = (name: string, text: string, fresh: string, subject = 'Re: [#1042] Printer', author?: Who) =>
  samples.push({ name, text, fresh, subject, ...(author ? { author } : {}) })
const me: Who = ['Marta Nowak', 'marta@x.example']
const T = (n: string, x: string, e: string, a: Who = me, s = 'Re: [#77] VPN') => t(n, x, e, s, a)
T(
  'zohomobile',
  `Works.\n\nSent using Zoho Mail for iOS\n\n---- On Tue, 03 Mar 2026 10:00:00 +0100 desk@help.example wrote ----\n\nold`,
  'Works.',
)
T(
  'gmail mobile it',
  `Va bene\n\nIl mar 3 mar 2026, 10:00 Service Desk <desk@help.example> ha scritto:\n\n> Ciao`,
  'Va bene',
)
T('gmail mobile de', `Geht\n\nService Desk <desk@help.example> schrieb am Di., 3. März 2026, 10:00:\n\n> Hallo`, 'Geht')
T('gmail mobile en', `Yep\n\nOn Tue, 3 Mar 2026, 10:00 Service Desk, <desk@help.example> wrote:\n\n> Hi`, 'Yep')
T('gmail mobile ru', `Ок\n\nвт, 3 мар. 2026 г., 10:00 Service Desk <desk@help.example>:\n\n> Привет`, 'Ок')
T(
  'gmail mobile pl',
  `Ok\n\nwt., 3 mar 2026, 10:00 użytkownik Service Desk <desk@help.example> napisał:\n\n> Cześć`,
  'Ok',
)
T('gmail mobile nl', `Ok\n\nOp di 3 mrt. 2026 10:00 schreef Service Desk <desk@help.example>:\n\n> Hoi`, 'Ok')
T('gmail mobile sv', `Ok\n\nDen tis 3 mars 2026 10:00Service Desk <desk@help.example> skrev:\n\n> Hej`, 'Ok')
T('gmail mobile no', `Ok\n\ntir. 3. mar. 2026, 10:00 skrev Service Desk <desk@help.example>:\n\n> Hei`, 'Ok')
T('gmail mobile fi', `Ok\n\nti 3. maalisk. 2026 klo 10.00 Service Desk <desk@help.example> kirjoitti:\n\n> Moi`, 'Ok')
T('gmail mobile pt-pt', `Ok\n\nService Desk <desk@help.example> escreveu (terça, 3/03/2026 à(s) 10:00):\n\n> Olá`, 'Ok')
T(
  'gmail ca',
  `Val\n\nMissatge de Service Desk <desk@help.example> del dia dt., 3 de març 2026 a les 10:00:\n\n> Hola`,
  'Val',
)
T('gmail hu', `Jó\n\nService Desk <desk@help.example> ezt írta (időpont: 2026. márc. 3., K 10:00):\n\n> Szia`, 'Jó')
T('gmail cs', `Ok\n\nút 3. 3. 2026 v 10:00 odesílatel Service Desk <desk@help.example> napsal:\n\n> Ahoj`, 'Ok')
T(
  'gmail tr',
  `Tamam\n\nService Desk <desk@help.example>, 3 Mar 2026 Sal, 10:00 tarihinde şunu yazdı:\n\n> Selam`,
  'Tamam',
)
T('gmail ro', `Ok\n\nÎn mar., 3 mar. 2026 la 10:00, Service Desk <desk@help.example> a scris:\n\n> Salut`, 'Ok')
T('gmail el', `Ok\n\nΣτις Τρί 3 Μαρ 2026 στις 10:00 π.μ., ο/η Service Desk <desk@help.example> έγραψε:\n\n> Γεια`, 'Ok')
T('gmail ko', `네\n\n2026년 3월 3일 (화) 오전 10:00, Service Desk <desk@help.example>님이 작성:\n\n> 안녕하세요`, '네')
T(
  'apple mail de',
  `Alles gut.\n\nGruß\nMarta\n\n> Am 03.03.2026 um 10:00 schrieb Service Desk <desk@help.example>:\n> \n> Hallo\n> \n> Tom\n`,
  'Alles gut. Gruß Marta',
)
T(
  'apple mail en signature',
  `All good.\n\n--\nMarta Nowak\nAccounts\n\n> On 3 Mar 2026, at 10:00, Service Desk <desk@help.example> wrote:\n> \n> Hi`,
  'All good.',
)
T(
  'apple mail pt',
  `Certo\n\n> No dia 03/03/2026, às 10:00, Service Desk <desk@help.example> escreveu:\n> \n> Olá`,
  'Certo',
)
T('apple mail da', `Fint\n\n> Den 3. mar. 2026 kl. 10.00 skrev Service Desk <desk@help.example>:\n> \n> Hej`, 'Fint')
T('apple mail uk', `Так\n\n> 3 бер. 2026 р. о 10:00 Service Desk <desk@help.example> пише:\n> \n> Вітаю`, 'Так')
T(
  'ios fr',
  `Oui\n\nEnvoyé de mon iPhone\n\n> Le 3 mars 2026 à 10:00, Service Desk <desk@help.example> a écrit :\n> \n> \ufeffBonjour`,
  'Oui',
)
T(
  'ios pt-br',
  `Sim\n\nEnviado do meu iPhone\n\n> Em 3 de mar. de 2026, à(s) 10:00, Service Desk <desk@help.example> escreveu:\n> \n> Oi`,
  'Sim',
)
T(
  'ios uk',
  `Так\n\nНадіслано з iPhone\n\n> 3 бер. 2026 р. о 10:00 Service Desk <desk@help.example> пише:\n> \n> Привіт`,
  'Так',
)
T(
  'ios da',
  `Ja\n\nSendt fra min iPhone\n\n> Den 3. mar. 2026 kl. 10.00 skrev Service Desk <desk@help.example>:\n> \n> Hej`,
  'Ja',
)
T(
  'ios zh-tw',
  `好\n\n從我的 iPhone 傳送\n\n> Service Desk <desk@help.example> 於 2026年3月3日 上午10:00 寫道：\n> \n> 您好`,
  '好',
)
T(
  'outlook de html-ish, wrote after',
  `Ja, danke\n\nMit besten Grüßen\nMarta Nowak\nBuchhaltung\n\nNowak & Söhne KG | Hauptstr. 5 | 10115 Berlin\nTel +49 30 901820\nSitz: Berlin, HRA 12345\n\nVon: Service Desk <desk@help.example>\nGesendet: Dienstag, 3. März 2026 10:00\nAn: Nowak, Marta <marta@x.example>\nCc: Leitung <l@x.example>\nBetreff: [#77] VPN\nPriorität: Hoch\n\nBitte prüfen`,
  'Ja, danke',
)
T(
  'outlook en gb, From with org in brackets',
  `Fine by me\n\nM\n\nFrom: Service Desk [mailto:desk@help.example] On Behalf Of Tom\nSent: 03 March 2026 10:00\nTo: Marta Nowak\nSubject: Re: [#77] VPN [OFFICIAL]\n\nHi`,
  'Fine by me M',
)
T(
  'outlook es sig telefono',
  `Perfecto, gracias.\n\nSaludos cordiales,\nMarta Nowak\nContabilidad\nMóvil: 600 123 456\n\nDe: Service Desk <desk@help.example>\nEnviado: martes, 3 de marzo de 2026 10:00\nPara: Marta\nAsunto: Re: VPN\n\nHola`,
  'Perfecto, gracias.',
)
T(
  'outlook es atte',
  `Listo.\n\nAtentamente\n\nMarta Nowak\nJefa de Contabilidad\n\nEl 03/03/2026 a las 10:00, Service Desk escribió:\n> Hola`,
  'Listo.',
)
T(
  'pt att',
  `Resolvido.\n\nAtt.,\nMarta Nowak\nContabilidade\n(21) 3333-4444\n\nEm 03/03/2026 10:00, Service Desk escreveu:\n> Oi`,
  'Resolvido.',
)
T(
  'fr bonne journée',
  `C'est réglé, merci.\n\nBonne journée,\n\nMarta Nowak\nComptabilité\n01 44 55 66 77\n\nDe : Service Desk <desk@help.example>\nEnvoyé : mardi 3 mars 2026 10:00\nÀ : Marta\nObjet : Re: VPN\n\nBonjour`,
  "C'est réglé, merci.",
)
T(
  'it buona giornata',
  `Risolto.\n\nGrazie e buona giornata\nMarta Nowak\nAmministrazione\ntel 02 9876543\n\nDa: Service Desk <desk@help.example>\nInviato: martedì 3 marzo 2026 10:00\nA: Marta\nOggetto: Re: VPN\n\nBuongiorno`,
  'Risolto.',
)
T(
  'nl mvg',
  `Opgelost.\n\nMvg,\nMarta Nowak\nBoekhouding\n020-1234567\n\nOp 3-3-2026 om 10:00 schreef Service Desk:\n> Hoi`,
  'Opgelost.',
)
T(
  'pl pozdr',
  `Dziękuję, działa.\n\nZ poważaniem,\n\nMarta Nowak\nKsięgowość\ntel.: 22 123 45 67\nkom.: 600 100 200\n\nW dniu 2026-03-03 o 10:00, Service Desk pisze:\n> Dzień dobry`,
  'Dziękuję, działa.',
)
T(
  'sv med vänliga',
  `Löst.\n\nMed vänliga hälsningar\nMarta Nowak\nEkonomi\n\nDen 2026-03-03 kl. 10:00, skrev Service Desk:\n> Hej`,
  'Löst.',
)
T(
  'fi terveisin',
  `Kiitos, toimii.\n\nTerveisin\nMarta Nowak\nKirjanpito\np. 09 123 4567\n\nService Desk kirjoitti 3.3.2026 klo 10.00:\n> Hei`,
  'Kiitos, toimii.',
)
T('da mvh', `Løst.\n\nMvh\nMarta Nowak\nRegnskab\n\nDen 03-03-2026 kl. 10:00 skrev Service Desk:\n> Hej`, 'Løst.')
T(
  'ru s uvazheniem',
  `Решено.\n\n--\nС уважением,\nМарта Новак\n\n03.03.2026 10:00, Service Desk пишет:\n> Привет`,
  'Решено.',
)
T(
  'uk',
  `Вирішено.\n\nЗ найкращими побажаннями,\nМарта Новак\nбухгалтерія\nтел. 044 123 45 67\n\n03.03.26 10:00, Service Desk пише:\n> Привіт`,
  'Вирішено.',
)
T(
  'ja reply with closing',
  `承知しました。\n\nよろしくお願いいたします。\n\n山田 太郎\n営業部\n内線 1234\nyamada@x.example\n\nOn 2026/03/03 10:00, Service Desk wrote:\n> 確認`,
  '承知しました。 よろしくお願いいたします。',
  ['山田 太郎', 'yamada@x.example'],
)
T(
  'zh sign',
  `已解决。\n\n此致\n敬礼\n\n张敏\n采购部 | 电话: 021-12345678\n\n在 2026/3/3 10:00, Service Desk 写道:\n> 您好`,
  '已解决。',
  ['张敏', 'zhang@x.example'],
)
T(
  'unsigned card en',
  `Yes, the patch solved it for all of us.\n\nMarta Nowak\nAccounts Payable | Nowak Sons\nDirect: 020 7946 0999\n\nOn 03/03/2026 10:00, Service Desk wrote:\n> Hi`,
  'Yes, the patch solved it for all of us.',
)
T(
  'card of somebody else stays',
  `Please create an account for our new colleague.\n\nSam Lee\nAccounts\nsam.lee@x.example\n\nOn 03/03/2026 10:00, Service Desk wrote:\n> Hi`,
  'Please create an account for our new colleague. Sam Lee Accounts sam.lee@x.example',
)
T(
  'address list stays',
  `Send it to these please:\n\nmarta@x.example\nsam@x.example`,
  'Send it to these please: marta@x.example sam@x.example',
)
T('phone number answer stays', `You can call me at\n+48 600 100 200`, 'You can call me at +48 600 100 200')
T(
  'short answer own number',
  `My number is:\n\nMarta Nowak\n+48 600 100 200`,
  'My number is: Marta Nowak +48 600 100 200',
)
T(
  'disclaimer fr',
  `C'est bon.\n\nCe message et toutes les pièces jointes sont confidentiels et établis à l'intention exclusive de ses destinataires. Si vous avez reçu ce message par erreur, merci de le détruire et d'en avertir immédiatement l'expéditeur.`,
  "C'est bon.",
)
T(
  'disclaimer de',
  `Passt.\n\nDiese E-Mail enthält vertrauliche und/oder rechtlich geschützte Informationen. Wenn Sie nicht der richtige Adressat sind oder diese E-Mail irrtümlich erhalten haben, informieren Sie bitte sofort den Absender und vernichten Sie diese Mail.`,
  'Passt.',
)
T(
  'disclaimer es + tree',
  `Hecho.\n\nEste mensaje y sus archivos adjuntos son confidenciales y van dirigidos exclusivamente a su destinatario. Si lo ha recibido por error, comuníquelo al remitente y elimínelo.\n\nAntes de imprimir este mensaje, piense en el medio ambiente.`,
  'Hecho.',
)
T(
  'talks of confidential',
  `The folder with the confidential salary lists was shared with the wrong recipient. Please remove his access today.`,
  'The folder with the confidential salary lists was shared with the wrong recipient. Please remove his access today.',
)
T(
  'question about phone',
  `Thanks.\n\nCan you call me? My direct line is 020 7946 0999.`,
  'Thanks. Can you call me? My direct line is 020 7946 0999.',
)
T(
  'bottom post nested',
  `On 03/03/2026 10:00, Service Desk wrote:\n> On 02/03/2026 09:00, Marta wrote:\n>> Help\n> Which one?\n\nThe blue one.`,
  'The blue one.',
)
T(
  'interleaved keeps signature off',
  `On 03/03/2026 10:00, Service Desk wrote:\n> Which one?\n\nBlue.\n\n> Since?\n\nMonday.\n\n-- \nMarta`,
  'On 03/03/2026 10:00, Service Desk wrote: > Which one? Blue. > Since? Monday.',
)
T(
  'answers de rot',
  `Hallo, Antworten in rot unten.\n\nVon: Service Desk <desk@help.example>\nGesendet: Dienstag, 3. März 2026 10:00\nAn: Marta\nBetreff: VPN\n\nWelche? Die blaue.`,
  'ALL',
)
T('markdown log', 'It says:\n\n```\nFrom: a\nSent: b\n```\n\nMarta', 'It says: ``` From: a Sent: b ``` Marta')
T(
  'numbered answers',
  `1. Yes\n2. No\n3. Room 4\n\nThanks\nMarta\n\nFrom: Service Desk <desk@help.example>\nSent: 03 March 2026 10:00\nTo: Marta\nSubject: Re: VPN\n\n1. a?`,
  '1. Yes 2. No 3. Room 4 Thanks Marta',
)
T(
  'one word',
  `Ja\n\n\n________________________________\nVon: Service Desk <desk@help.example>\nGesendet: Dienstag, 3. März 2026 10:00:00\nAn: Marta\nBetreff: AW: VPN\n\nGeht es?`,
  'Ja',
)
T(
  'emoji and link',
  `👍 https://x.example/a?b=c\n\nOn Tue, Mar 3, 2026 at 10:00 AM Service Desk <desk@help.example> wrote:\n\n> hi`,
  '👍 https://x.example/a?b=c',
)
T(
  'teams footer',
  `Will do.\n\n________________________________________________________________________________\nMicrosoft Teams Need help?\nJoin the meeting now\nMeeting ID: 123 456\n________________________________________________________________________________\n\nFrom: Service Desk <desk@help.example>\nSent: 03 March 2026 10:00\nTo: Marta\nSubject: Re: VPN\n\nhi`,
  `Will do. ________________________________________________________________________________ Microsoft Teams Need help? Join the meeting now Meeting ID: 123 456`,
)
T(
  'external tag line on top of quote',
  `Sure.\n\nMarta\n\nFrom: Service Desk <desk@help.example>\nDate: Tue, 3 Mar 2026 at 10:00\nTo: Marta Nowak <marta@x.example>\nSubject: [EXT] Re: VPN\n\nExternal sender`,
  'Sure. Marta',
)

testSamples(samples)
