import { type Sample, testSamples, type Who } from './samples.ts'

// Habits of programs and people: run-ons, ruled lines, cards, footers, and what must stay whole.

const samples: Sample[] = []
const RE = 'Re: [#3107] Meeting room screen'
const ME: Who = ['Priya Raman', 'priya.raman@lumen.example']
const T = (name: string, text: string, fresh: string, author = ME, subject = RE) =>
  samples.push({ name, text, fresh, subject, author })
const H = (name: string, html: string, fresh: string, author = ME, subject = RE) =>
  samples.push({ name, html, fresh, subject, author })
const DE: Who = ['Jürgen Maas', 'j.maas@behoerde.example']
const head = (f = 'From', d = 'Sent', t = 'To', s = 'Subject', star = '') =>
  `${star}${f}:${star} Help Desk <help@it.example>\n${star}${d}:${star} Tuesday, 6 October 2026 15:22\n${star}${t}:${star} Priya Raman <priya.raman@lumen.example>\n${star}${s}:${star} Re: [#3107] Meeting room screen\n\nold words`

T(
  'starred head',
  `Fixed itself after lunch.\n\n${head('From', 'Sent', 'To', 'Subject', '*')}`,
  'Fixed itself after lunch.',
)
T('long rule', `Fixed itself.\n\n________________________________________\n${head()}`, 'Fixed itself.')
T('dashes then From', `Fixed itself.\n\n-----------------------------------------\n${head()}`, 'Fixed itself.')
T(
  'cid logo',
  `Thanks, we will use the other room until then.\n\nKind regards\nPriya\n\nPriya Raman | Events Coordinator\nLumen Arts Centre\n+44 161 496 0142\n[cid:image001.png@01DC3ABC.12345670]<https://lumen.example/>\n\n${head()}`,
  'Thanks, we will use the other room until then.',
)
T(
  'image alt logo',
  `Please go ahead.\n\nPriya Raman\nEvents Coordinator\n\n[Lumen Arts Centre logo]\n\nm: 07700 900 331\n\n${head()}`,
  'Please go ahead.',
)
T(
  'yahoo old',
  `It is still there.\n\n--- On Tue, 6/10/26, Help Desk <help@it.example> wrote:\n\n\nFrom: Help Desk <help@it.example>\nSubject: Re: [#3107] Meeting room screen\nTo: "Priya" <priya.raman@lumen.example>\nDate: Tuesday, 6 October, 2026, 15:22\n\nold`,
  'It is still there.',
)
T(
  'comcast run on',
  `Works for me\n\nSent from Samsung MobileHelp Desk <help@it.example> wrote:\n\nold words here`,
  'Works for me',
)
T(
  'no blank before',
  `Thursday is fine.\nOn 6 Oct 2026 15:22, Help Desk <help@it.example> wrote:\n> When?`,
  'Thursday is fine.',
)
T(
  'no space wrote',
  `Thursday.\n\nOn 06-Oct-2026, at 3:22 PM, Help Desk <help@it.example> wrote:\n\n> When?`,
  'Thursday.',
)
T('iso date', `Thursday.\n\nOn 2026-10-06 at 15:22 , Help Desk <help@it.example> wrote:\n\n> When?`, 'Thursday.')
T(
  'three line head',
  `Great.\n\nOn Oct 6, 2026, at 15:22, Help Desk Notifications (Lumen Arts)\n<help+t3107.abc@it.example>\nwrote:\n\n> Was it the cable?`,
  'Great.',
)
T(
  'bullets',
  `Some points:\n\n- the screen in 2.04 is the one that flickers, and it does so more in the\nafternoon\n- the one in 2.05 is fine\n\nOn Tue, 6 Oct 2026 at 15:22, Help Desk <help@it.example> wrote:\n\n> Which?`,
  `Some points:\n\n- the screen in 2.04 is the one that flickers, and it does so more in the\nafternoon\n- the one in 2.05 is fine`,
)
T(
  'one is not on',
  `Thanks, helpful.\n\nOne question I had:\n\nOn my laptop the picture is fine, on the screen it is not. Why?\n\nOn Oct 6, 2026, at 15:22, Help Desk wrote:\n\n> good news`,
  `Thanks, helpful.\n\nOne question I had:\n\nOn my laptop the picture is fine, on the screen it is not. Why?`,
)
T(
  'dash name',
  `Could you bring an HDMI cable as well?\n\n-Priya\n\nOn 06/10/26 3:22 PM, Help Desk wrote:\n> We come at four.`,
  'Could you bring an HDMI cable as well?',
)
T(
  'list footer',
  `I would like one too.\n\n_______________________________________________\nusers mailing list\nusers@lists.lumen.example\nhttps://lists.lumen.example/listinfo/users`,
  'I would like one too.',
)
T(
  'sent from fun',
  `I see it as well.\n\nSent from a very old typewriter\n\nOn Oct 6, 2026, at 15:22, Help Desk\n<help@it.example>\nwrote:\n\n> Do you see it?`,
  'I see it as well.',
)
T(
  'verizon',
  `Will do.\n\nSent from my Verizon Wireless 4G LTE smartphone\n\n\n-------- Original message --------\nFrom: Help Desk <help@it.example> \nDate: 10/06/2026 3:22 PM (GMT-05:00) \nTo: priya.raman@lumen.example \nSubject: Re: [#3107] Meeting room screen \n\n\nold`,
  'Will do.',
)
T(
  'superhuman',
  `Booked for 4pm.\n\nSent via Superhuman <https://sprh.mn/?vip=priya.raman@lumen.example>\n\nOn Tue, Oct 06, 2026 at 3:22 PM, Help Desk < help@it.example > wrote:\n\n> When?`,
  'Booked for 4pm.',
)
T('hey', `Nice.\n\nOn October 6, 2026, Help Desk <help@it.example> wrote:\n> ok?`, 'Nice.')
T('front', `Nice.\n\nOn October 6, 2026, 3:22 PM GMT+1 help@it.example wrote:\n\n\nok?`, 'Nice.')
T(
  'spark en',
  `Nice.\n\nPriya\nOn 6 Oct 2026 at 15:22 +0100, Help Desk <help@it.example>, wrote:\n> ok?`,
  'Nice.\n\nPriya',
)
T('mailspring', `Nice.\nOn Oct 6 2026, at 3:22 pm, Help Desk <help@it.example> wrote:\n> ok?`, 'Nice.')
T('airmail', `Nice.\n\nOn 6 October 2026 at 15:22:31, Help Desk (help@it.example) wrote:\n\n> ok?`, 'Nice.')
T(
  'blackberry 10',
  `On it.\n\nSent from my BlackBerry 10 smartphone.\n\nFrom: Help Desk\nSent: Tuesday, October 6, 2026 3:22 PM\nTo: priya.raman@lumen.example\nSubject: Re: [#3107] Meeting room screen\n\nold`,
  'On it.',
)
T(
  'windows mail',
  `OK\n\nSent from Mail for Windows\n\nFrom: Help Desk\nSent: 06 October 2026 15:22\nTo: Priya Raman\nSubject: Re: [#3107] Meeting room screen\n\nold`,
  'OK',
)
T(
  'ticket system',
  `The blue one please.\n\nOn Tue, 6 Oct at 3:22 PM , Help Desk <help@it.example> wrote:\n##- Please type your reply above this line -##\nDear Priya`,
  'The blue one please.',
)
T(
  'deep history',
  `Agreed.\n\nOn 6 Oct 2026 15:22, Help Desk <help@it.example> wrote:\n> Fine?\n>\n> On 6 Oct 2026 14:00, Priya Raman wrote:\n>> Replace it then.\n>>\n>> On 6 Oct 2026 13:10, Help Desk wrote:\n>>> It is broken.`,
  'Agreed.',
)
T(
  'ctx two quotes',
  `> Which room?\n2.04\n\n> Since when?\nSince Monday.\n\nPriya`,
  `> Which room?\n2.04\n\n> Since when?\nSince Monday.\n\nPriya`,
)
T(
  'bottom after history',
  `On 6 Oct 2026 15:22, Help Desk <help@it.example> wrote:\n> Which room?\n>\n> --\n> Help Desk\n\nRoom 2.04, next to the kitchen.\n\nPriya`,
  `Room 2.04, next to the kitchen.\n\nPriya`,
)
T(
  'middle answer',
  `Hi,\n\nOn 6 Oct 2026 15:22, Help Desk <help@it.example> wrote:\n> Which room?\n\n2.04.\n\nThanks,\nPriya`,
  `Hi,\n\n2.04.\n\nThanks,\nPriya`,
)
T(
  'pipe quotes wrapped',
  `On 6 Oct 2026 15:22, Help Desk wrote:\n> This is a sentence of the help desk that is so long that the program wrapped\nit without a mark\n> and it goes on.\n\nI understand.`,
  'I understand.',
)
T('nbsp attribution', `Oui.\n\nLe 6 oct. 2026 à 15:22, Help Desk <help@it.example> a écrit :\n\n> Bonjour`, 'Oui.')
T(
  'attr with mailto',
  `Ja.\n\nAm 06.10.2026 um 15:22 schrieb Help Desk <help@it.example<mailto:help@it.example>>:\n\nWelcher Raum?`,
  'Ja.',
  DE,
)
T(
  'de amt',
  `Sehr geehrte Damen und Herren,\n\nbitte schalten Sie den Zugang wieder frei.\n\nMit freundlichen Grüßen\nIm Auftrag\nJürgen Maas\n\nLandesamt für Vermessung\nReferat 12\nTel.: 0351 555-4410\n\n-----Ursprüngliche Nachricht-----\nVon: Help Desk [mailto:help@it.example]\nGesendet: Dienstag, 6. Oktober 2026 15:22\nAn: Maas, Jürgen\nBetreff: Re: [#3107]\n\nalt`,
  `Sehr geehrte Damen und Herren,\n\nbitte schalten Sie den Zugang wieder frei.`,
  DE,
)
T(
  'de kurze sig',
  `Läuft.\n\nVG\nJürgen Maas\nReferat 12, App. 4410\n\nVon: Help Desk <help@it.example>\nGesendet: Dienstag, 6. Oktober 2026 15:22\nAn: Maas, Jürgen <j.maas@behoerde.example>\nBetreff: AW: [#3107]\n\nalt`,
  'Läuft.',
  DE,
)
T(
  'de app datum',
  `Läuft.\n\nVon: Help Desk <help@it.example>\nDatum: Dienstag, 6. Oktober 2026 um 15:22\nAn: Jürgen Maas <j.maas@behoerde.example>\nBetreff: Re: [#3107]\nalt`,
  'Läuft.',
  DE,
)
T(
  'de web.de',
  `Läuft.\n\n\n--\nDiese Nachricht wurde von meinem Android Mobiltelefon mit WEB.DE Mail gesendet.\n\nAm 06.10.26, 15:22 schrieb Help Desk <help@it.example>:\n>  \n>  Hallo`,
  'Läuft.',
  DE,
)
T(
  'fr mobile orange',
  `C'est noté\n\nEnvoyé depuis mon mobile Orange\n\n----- Message d'origine -----\nDe : Help Desk <help@it.example>\nÀ : priya.raman@lumen.example\nEnvoyé : mar. 6 oct. 2026 15:22\nObjet : Re: [#3107]\n\nBonjour`,
  "C'est noté",
)
T(
  'fr disclaimer',
  `Merci de clôturer.\n\nPriya\n\nCe courriel et les documents joints sont destinés exclusivement à leur destinataire et peuvent contenir des informations confidentielles. En cas de réception par erreur, veuillez le supprimer.\n\nDe : Help Desk <help@it.example>\nEnvoyé : mardi 6 octobre 2026 15:22\nÀ : Priya Raman\nObjet : RE: [#3107]\n\nBonjour`,
  `Merci de clôturer.\n\nPriya`,
)
T(
  'es iphone',
  `Gracias, ya va\n\nEnviado desde mi iPhone\n\nEl 6 oct 2026, a las 15:22, Help Desk <help@it.example> escribió:\n\n\ufeffHola`,
  'Gracias, ya va',
)
T(
  'es outlook web',
  `Sigue igual.\n________________________________\nDe: Help Desk <help@it.example>\nEnviado: martes, 6 de octubre de 2026 15:22\nPara: Priya Raman <priya.raman@lumen.example>\nAsunto: Re: [#3107]\n\nHola`,
  'Sigue igual.',
)
T('it thunderbird', `Il 06/10/26 15:22, Help Desk ha scritto:\n> Quale sala?\n\nLa 2.04\n\n--\nPriya`, 'La 2.04')
T(
  'it libero',
  `Va bene.\n\n  ----Messaggio originale----\n  Da: help@it.example\n  Data: 6-ott-2026 15.22\n  A: <priya.raman@lumen.example>\n  Ogg: Re: [#3107]\n\n  Ciao`,
  'Va bene.',
)
T('pt uol', `Certo.\n\nEm ter., 6 de out. de 2026 15:22, Help Desk <help@it.example> escreveu:\n\n> Olá`, 'Certo.')
T(
  'pt outlook',
  `Certo, obrigada!\n________________________________\nDe: Help Desk <help@it.example>\nEnviado: terça-feira, 6 de outubro de 2026 15:22\nPara: Priya Raman <priya.raman@lumen.example>\nAssunto: Re: [#3107]\n\nOlá`,
  'Certo, obrigada!',
)
T(
  'nl outlook groet',
  `Dank, het werkt.\n\nGroet,\nPriya\n\nVan: Help Desk <help@it.example>\nDatum: dinsdag 6 oktober 2026 om 15:22\nAan: Priya Raman <priya.raman@lumen.example>\nOnderwerp: Re: [#3107]\n\nBeste`,
  `Dank, het werkt.\n\nGroet,\nPriya`,
)
T(
  'nl ziggo',
  `Prima\n\nVerstuurd vanaf mijn iPad\n\nOp 6 okt. 2026 om 15:22 heeft Help Desk <help@it.example> het volgende geschreven:\n\nBeste`,
  'Prima',
)
T(
  'pl wp',
  `Dobrze.\n\nDnia 6 października 2026 15:22 Help Desk <help@it.example> napisał(a):\n\nDzień dobry`,
  'Dobrze.',
)
T(
  'pl o2',
  `Dobrze.\n\nDnia 6 października 2026 15:22 Help Desk <help@it.example> napisał(a):\n\n> Dzień dobry`,
  'Dobrze.',
)
T(
  'pl outlook native',
  `Dobrze.\n\nPozdrawiam\nPriya\n\nOd: Help Desk <help@it.example> \nWysłano: wtorek, 6 października 2026 15:22\nDo: Priya Raman <priya.raman@lumen.example>\nTemat: Re: [#3107]\n\nDzień dobry`,
  `Dobrze.\n\nPozdrawiam\nPriya`,
)
T(
  'ru bat',
  `Здравствуйте, Help.\n\nВы писали 6 октября 2026 г., 15:22:12:\n\n> Какой кабинет?\n\n204.\n\n-- \nС уважением,\n Иван                          mailto:ivan@x.example`,
  `Здравствуйте, Help.\n\n204.`,
)
T('ru yandex >', `Спасибо!\n\n06.10.2026, 15:22, "Help Desk" <help@it.example>:\n> Здравствуйте`, 'Спасибо!')
T(
  'ru iphone',
  `Спасибо!\n\nОтправлено с iPhone\n\n6 окт. 2026 г., в 15:22, Help Desk <help@it.example> написал(а):\n\n\ufeffЗдравствуйте`,
  'Спасибо!',
)
T('uk ukr.net', `Дякую!\n\n6 жовтня 2026, 15:22:12, від "Help Desk" <help@it.example>:\n\nВітаю`, 'Дякую!')
T(
  'da iphone sep',
  `Tak!\n\nSendt fra min iPad\n\nDen 6. okt. 2026 kl. 15.22 skrev Help Desk <help@it.example>:\n\n\ufeffHej`,
  'Tak!',
)
T(
  'no outlook app',
  `Takk!\n\nSkaff deg Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFra: Help Desk <help@it.example>\nSendt: tirsdag 6. oktober 2026 15:22\nTil: Priya Raman\nEmne: Re: [#3107]\n\nHei`,
  'Takk!',
)
T(
  'sv telia',
  `Tack!\n\nSkickat från min Samsung-enhet\n\n-------- Originalmeddelande --------\nFrån: Help Desk <help@it.example>\nDatum: 2026-10-06 15:22 (GMT+01:00)\nTill: priya.raman@lumen.example\nÄmne: Re: [#3107]\n\nHej`,
  'Tack!',
)
T(
  'fi samsung',
  `Kiitos!\n\nLähetetty Galaxy-puhelimestani\n\n-------- Alkuperäinen viesti --------\nLähettäjä: Help Desk <help@it.example>\nPäivä: 6.10.2026 15.22 (GMT+02:00)\nSaaja: priya.raman@lumen.example\nAihe: Re: [#3107]\n\nHei`,
  'Kiitos!',
)
T(
  'zh 163',
  `好的，谢谢。\n\n\n\n| |\n李娜\n|\n|\nlina@163.example\n|\n\n在 2026年10月6日 15:22，Help Desk<help@it.example> 写道：\n\n您好`,
  '好的，谢谢。',
  ['李娜', 'lina@163.example'],
)
T(
  'zh qq',
  `收到\n\n\n------------------&nbsp;原始邮件&nbsp;------------------\n发件人: "Help Desk"<help@it.example>;\n发送时间:&nbsp;2026年10月6日(星期二) 下午3:22\n收件人:&nbsp;"李娜"<lina@qq.example>;\n\n主题:&nbsp;Re: [#3107]\n\n您好`,
  '收到',
  ['李娜', 'lina@qq.example'],
)
T(
  'ja outlook mobile',
  `承知しました。\n\niOS 版 Outlook を入手する<https://aka.ms/o0ukef>\n________________________________\n差出人: Help Desk <help@it.example>\n送信日時: 2026年10月6日 15:22\n宛先: 佐藤 花子\n件名: Re: [#3107]\n\n佐藤様`,
  '承知しました。',
  ['佐藤 花子', 'sato@kojo.example'],
)
T(
  'ja becky',
  `承知しました。\n\nOn Tue, 6 Oct 2026 15:22:31 +0900\nHelp Desk <help@it.example> wrote:\n\n> 佐藤様`,
  '承知しました。',
  ['佐藤 花子', 'sato@kojo.example'],
)
T(
  'ja docomo',
  `直りました！\n\nドコモのスマートフォンから送信\n\n------元のメッセージ------\n差出人：Help Desk <help@it.example>\n日時：2026/10/06 15:22\n件名：Re: [#3107]\n宛先：佐藤\n\n佐藤様`,
  '直りました！',
  ['佐藤 花子', 'sato@kojo.example'],
)

T(
  'registered office',
  `Yes please, send two.\n\nThanks,\nPriya Raman\nEvents\n\nLumen Arts Centre Ltd. Registered in England and Wales No. 01234567. Registered office: 1 Canal Street, Manchester M1 1AA.`,
  'Yes please, send two.',
)
T(
  'banner on top',
  `CAUTION: This email originated from outside of the organization. Do not click links or open attachments unless you recognize the sender.\n\nThe screen is back. Please close this.\n\nPriya`,
  `CAUTION: This email originated from outside of the organization. Do not click links or open attachments unless you recognize the sender.\n\nThe screen is back. Please close this.\n\nPriya`,
)
T(
  'avast',
  `Thanks!\n\n--\nThis email has been checked for viruses by Avast antivirus software.\nwww.avast.com`,
  'Thanks!',
)
T(
  'social',
  `See you at four.\n\nBest,\n\nPriya Raman (she/her)\nEvents Coordinator, Lumen Arts Centre\nlumen.example | Instagram | LinkedIn\n\nOn Tue, 6 Oct 2026 at 15:22, Help Desk <help@it.example> wrote:\n\n> When?`,
  'See you at four.',
)
T(
  'pgp',
  `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nThe key is installed.\n\nPriya\n-----BEGIN PGP SIGNATURE-----\n\niQEzBAEBCAAdFiEE\n=abcd\n-----END PGP SIGNATURE-----\n`,
  'ALL',
)
T(
  'code with dashes',
  `The config says\n\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n\nIs that right?`,
  'ALL',
)
T('sql comment', `It fails at\n\n-- drop the index\nDROP INDEX a;\n\nwith error 12.`, 'ALL')
T(
  'meeting text',
  `Can we meet?\n\nDate: Thursday, 8 October 2026\nTime: 14:00\nFrom: reception\nTo: room 2.04\n\nI will bring the laptop.`,
  'ALL',
)
T(
  'quotes error mail',
  `We get this bounce:\n\n> 550 5.1.1 user unknown\n\nfor all addresses at lumen.example. Can you check?\n\nPriya`,
  'ALL',
)
T('timestamps', `Events:\n06/10/2026 15:22: screen off\n06/10/2026 15:40: screen on\n\nHope that helps.`, 'ALL')
T('he wrote', `Our supplier wrote on 3 October 2026:\n\nthe part is on back order.\n\nPlease plan for that.`, 'ALL')
T('thanks as content', `Thank you!`, 'ALL')
T('best in sentence', `Thursday at four works best.\n\nRegards from Manchester, it is raining,\nPriya`, 'ALL')
T('only quote', `> Which room?\n> Since when?`, 'ALL')
T('new starter card', `Please set up:\n\nName: Samuel Ito\nPhone: +44 161 496 0150\nStart: 12 October\n\nPriya`, 'ALL')
T(
  'first de ohne gruss',
  `Hallo,\n\nder Beamer in Raum 3 geht nicht an.\n\nJürgen Maas\nReferat 12\nTel. 4410`,
  'Hallo,\n\nder Beamer in Raum 3 geht nicht an.',
  DE,
  'Beamer',
)
T(
  'first en lots',
  `Hi team,\n\nThe projector in 2.04 shows a green tint.\n\nSteps I took:\n1. changed the cable\n2. restarted\n\nThanks in advance!\n\nWarm regards,\nPriya\n\n--\nPriya Raman\nEvents Coordinator\nLumen Arts Centre`,
  `Hi team,\n\nThe projector in 2.04 shows a green tint.\n\nSteps I took:\n1. changed the cable\n2. restarted\n\nThanks in advance!\n\nWarm regards,\nPriya`,
  ME,
  'Projector',
)
T(
  'first fwd by user',
  `Please see below, is this phishing?\n\nBegin forwarded message:\n\nFrom: "Bank" <alert@bank-secure.example>\nSubject: Verify\nDate: 6 October 2026 at 09:01:12 BST\nTo: Priya Raman <priya.raman@lumen.example>\n\nClick here.`,
  'ALL',
  ME,
  'Fwd: Verify',
)
H(
  'html owa no ids',
  `<html><body><div>All fine now.</div><div><br></div><hr tabindex="-1" style="display:inline-block; width:98%"><b>From:</b> Help Desk &lt;help@it.example&gt;<br><b>Sent:</b> Tuesday, October 6, 2026 3:22 PM<br><b>To:</b> Priya Raman &lt;priya.raman@lumen.example&gt;<br><b>Subject:</b> Re: [#3107]<br><br><div>old</div></body></html>`,
  'All fine now.',
)
H(
  'html gmail old extra',
  `<div dir="ltr">All fine.</div><div class="gmail_extra"><br><div class="gmail_quote">On Tue, Oct 6, 2026 at 3:22 PM, Help Desk <span dir="ltr">&lt;<a href="mailto:help@it.example" target="_blank">help@it.example</a>&gt;</span> wrote:<br><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">old</blockquote></div><br></div>`,
  'All fine.',
)
H(
  'html apple sig',
  `<html><body style="word-wrap:break-word">All fine.<br id="lineBreakAtBeginningOfMessage"><div><meta charset="UTF-8"><div>—</div><div>Priya Raman</div><div>Lumen Arts Centre</div></div><div><br><blockquote type="cite"><div>On 6 Oct 2026, at 15:22, Help Desk &lt;help@it.example&gt; wrote:</div><br class="Apple-interchange-newline"><div>old</div></blockquote></div></body></html>`,
  'All fine.',
)
H(
  'html outlook blockquote indent',
  `<div>All fine.</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>first point</div><div>second point</div></blockquote><div>Priya</div>`,
  'ALL',
)
H(
  'html proton',
  `<div style="font-family: Arial; font-size: 14px;">All fine.</div><div class="protonmail_signature_block" style="font-family: Arial"><div class="protonmail_signature_block-user"></div><div class="protonmail_signature_block-proton">Sent with <a href="https://proton.me/">Proton Mail</a> secure email.</div></div><div class="protonmail_quote">On Tuesday, October 6th, 2026 at 3:22 PM, Help Desk &lt;help@it.example&gt; wrote:<br><blockquote class="protonmail_quote" type="cite">old</blockquote></div>`,
  'All fine.',
)
H(
  'html answers in red',
  `<div>Hi Tom, please see my answers in red below.</div><div><br></div><div id="divRplyFwdMsg"><b>From:</b> Help Desk &lt;help@it.example&gt;<br><b>Sent:</b> 6 October 2026 15:22<br><b>To:</b> Priya<br><b>Subject:</b> Re: [#3107]</div><div>Which room? <span style="color:red">2.04</span></div>`,
  'Hi Tom, please see my answers in red below.\n\nFrom: Help Desk <help@it.example>\nSent: 6 October 2026 15:22\nTo: Priya\nSubject: Re: [#3107]\nWhich room? 2.04',
)
H(
  'html table layout',
  `<table width="100%"><tr><td style="font-family:Arial"><p>Confirmed, thank you.</p></td></tr></table><div style="border-top:1px solid #ccc;padding-top:6px"><p><b>Von:</b> Help Desk &lt;help@it.example&gt;<br><b>Gesendet:</b> Dienstag, 6. Oktober 2026 15:22<br><b>An:</b> Priya Raman<br><b>Betreff:</b> Re: [#3107]</p><p>alt</p></div>`,
  'Confirmed, thank you.',
)
H(
  'html yahoo ios',
  `<div>Confirmed.</div><br><br><div id="ymail_android_signature"><a href="https://go.onelink.me/107872968">Sent from Yahoo Mail on Android</a></div> <br> <blockquote style="margin: 0 0 20px 0;"> <div style="font-family:Roboto, sans-serif; color:#6D00F6;"> <div>On Tue, 6 Oct 2026 at 15:22, Help Desk</div><div>&lt;help@it.example&gt; wrote:</div> </div> <div style="padding: 10px 0 0 20px;border-left: 1px solid #6D00F6;">old</div></blockquote>`,
  'Confirmed.',
)
H(
  'html naver-like',
  `<p>확인했습니다. 감사합니다.</p><p><br></p><p>-----Original Message-----<br><b>From:</b> "Help Desk" &lt;help@it.example&gt;<br><b>To:</b> &lt;priya@x.example&gt;;<br><b>Cc:</b><br><b>Sent:</b> 2026-10-06 (화) 15:22:10 (GMT+09:00)<br><b>Subject:</b> Re: [#3107]<br></p><p>old</p>`,
  '확인했습니다. 감사합니다.',
)
H(
  'html gmail sig no prefix',
  `<div dir="ltr"><div>Confirmed.</div><div><br></div><div><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature"><div dir="ltr"><b>Priya Raman</b><div>Events</div></div></div></div></div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue, 6 Oct 2026 at 15:22, Help Desk &lt;help@it.example&gt; wrote:<br></div><blockquote class="gmail_quote"><p>old</p></blockquote></div>`,
  'Confirmed.',
)

testSamples(samples)
