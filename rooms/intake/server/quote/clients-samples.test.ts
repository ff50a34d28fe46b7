import { type Sample, testSamples, type Who } from './samples.ts'

// Answers and first messages as mail programs write them, in the languages of a European desk and beyond.

const samples: Sample[] = []
const D = 'Service Desk <desk@help.example>'
const H = 'Service Desk &lt;<a href="mailto:desk@help.example">desk@help.example</a>&gt;'
const t = (name: string, text: string, fresh: string, subject = 'Re: [#1042] Printer', author?: Who) =>
  samples.push({ name, text, fresh, subject, ...(author ? { author } : {}) })
const h = (name: string, html: string, fresh: string, subject = 'Re: [#1042] Printer') =>
  samples.push({ name, html, fresh, subject })
// --- Outlook desktop
h(
  'outlook desktop en, signature table',
  `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm} --></style></head><body lang=EN-GB link="#0563C1"><div class=WordSection1><p class=MsoNormal>Hi Tom,<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>That did the trick, thank you.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Kind regards,<o:p></o:p></p><p class=MsoNormal><b>Sarah Whitfield</b><o:p></o:p></p><p class=MsoNormal>Ward Manager | Paediatrics<o:p></o:p></p><p class=MsoNormal>T: 01632 960 123<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b><span lang=EN-US>From:</span></b><span lang=EN-US> Service Desk &lt;desk@help.example&gt; <br><b>Sent:</b> 03 March 2026 10:00<br><b>To:</b> Sarah Whitfield &lt;sarah@x.example&gt;<br><b>Subject:</b> [#1042] Printer<o:p></o:p></span></p></div></div><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Please restart it.<o:p></o:p></p></div></body></html>`,
  'Hi Tom, That did the trick, thank you.',
)
t(
  'outlook de, plain',
  `Hallo,\n\nklappt wieder.\n\nViele Grüße\nPetra Schulz\n\n-----Ursprüngliche Nachricht-----\nVon: Service Desk [mailto:desk@help.example] \nGesendet: Dienstag, 3. März 2026 10:00\nAn: Schulz, Petra\nBetreff: AW: [#1042] Drucker\n\nBitte neu starten.`,
  'Hallo, klappt wieder. Viele Grüße Petra Schulz',
  'AW: [#1042] Drucker',
)
t(
  'outlook fr, stars',
  `Bonjour,\n\nC'est bon pour moi.\n\nCordialement,\n\nJean Dupont\nResponsable Achats\nTél. : 01 23 45 67 89\n\n*De :* Service Desk <desk@help.example>\n*Envoyé :* mardi 3 mars 2026 10:00\n*À :* Jean Dupont <jean@x.example>\n*Objet :* RE: [#1042] Imprimante\n\nMerci de redémarrer.`,
  "Bonjour, C'est bon pour moi.",
  'RE: [#1042] Imprimante',
)
t(
  'outlook nl',
  `Beste,\n\nHet werkt weer.\n\nMet vriendelijke groet,\n\nJan de Vries\nInkoper\n\nVan: ${D} \nVerzonden: dinsdag 3 maart 2026 10:00\nAan: Jan de Vries <jan@x.example>\nOnderwerp: RE: [#1042] Printer\n\nHerstart a.u.b.`,
  'Beste, Het werkt weer.',
)
t(
  'outlook da',
  `Hej\n\nDet virker nu, tak.\n\nMed venlig hilsen\n\nLars Holm\nIT-koordinator\nAarhus Kommune\nT 8940 1234\n\nFra: ${D}\nSendt: 3. marts 2026 10:00\nTil: Lars Holm <lars@x.example>\nEmne: SV: [#1042] Printer\n\nGenstart den.`,
  'Hej Det virker nu, tak.',
  'SV: [#1042] Printer',
)
t(
  'outlook no',
  `Hei,\n\nNå fungerer det.\n\nMvh\nKari Nordmann\nTlf. 412 34 567\n\nFra: ${D}\nSendt: tirsdag 3. mars 2026 10:00\nTil: Kari Nordmann\nEmne: SV: [#1042] Skriver\n\nStart på nytt.`,
  'Hei, Nå fungerer det.',
  'SV: [#1042] Skriver',
)
t(
  'outlook sv',
  `Hej!\n\nFungerar nu.\n\nMed vänlig hälsning\n\nAnna Svensson\nEkonomiassistent\n08-123 45 67\n\nFrån: ${D}\nSkickat: den 3 mars 2026 10:00\nTill: Anna Svensson <anna@x.example>\nÄmne: SV: [#1042] Skrivare\n\nStarta om.`,
  'Hej! Fungerar nu.',
  'SV: [#1042] Skrivare',
)
t(
  'outlook fi',
  `Hei\n\nToimii taas, kiitos.\n\nYstävällisin terveisin\n\nMatti Meikäläinen\nTaloussihteeri\npuh. 040 123 4567\n\nLähettäjä: ${D} \nLähetetty: tiistai 3. maaliskuuta 2026 10.00\nVastaanottaja: Matti Meikäläinen <matti@x.example>\nAihe: VS: [#1042] Tulostin\n\nKäynnistä uudelleen.`,
  'Hei Toimii taas, kiitos.',
  'VS: [#1042] Tulostin',
)
t(
  'outlook pl',
  `Dzień dobry,\n\njuż działa.\n\nPozdrawiam\nJan Kowalski\ntel. 600 700 800\n\nOd: ${D} \nWysłano: wtorek, 3 marca 2026 10:00\nDo: Jan Kowalski <jan@x.example>\nTemat: ODP: [#1042] Drukarka\n\nProszę uruchomić ponownie.`,
  'Dzień dobry, już działa.',
  'ODP: [#1042] Drukarka',
)
t(
  'outlook ru',
  `Добрый день!\n\nВсё заработало.\n\nС уважением,\nИван Петров\nбухгалтер\nтел. +7 495 123-45-67\n\nОт: ${D} \nОтправлено: 3 марта 2026 г. 10:00\nКому: Иван Петров <ivan@x.example>\nТема: RE: [#1042] Принтер\n\nПерезапустите.`,
  'Добрый день! Всё заработало.',
)
t(
  'outlook uk',
  `Добрий день,\n\nусе працює.\n\nЗ повагою,\nОлена Коваль\nбухгалтер\n067 123 45 67\n\nВід: ${D} \nНадіслано: 3 березня 2026 р. 10:00\nКому: Олена Коваль <olena@x.example>\nТема: RE: [#1042] Принтер\n\nПерезапустіть.`,
  'Добрий день, усе працює.',
)
t(
  'outlook ja, ruled signature',
  `お世話になっております。\n\n直りました。ありがとうございます。\n\n--------------------------------\n株式会社さくら\n総務部 山田太郎\nTEL: 03-1234-5678\nyamada@x.example\n--------------------------------\n\n差出人: ${D}\n送信日時: 2026年3月3日 10:00\n宛先: 山田太郎 <yamada@x.example>\n件名: RE: [#1042] プリンター\n\n再起動してください。`,
  'お世話になっております。 直りました。ありがとうございます。',
)
t(
  'outlook zh',
  `您好，\n\n已经好了，谢谢。\n\n王伟\n财务部\n电话：010-12345678\n\n发件人: ${D}\n发送时间: 2026年3月3日 10:00\n收件人: 王伟 <wang@x.example>\n主题: 回复: [#1042] 打印机\n\n请重启。`,
  '您好， 已经好了，谢谢。',
  '回复: [#1042] 打印机',
  ['王伟', 'wang@x.example'],
)
t(
  'outlook it',
  `Buongiorno,\n\nora funziona.\n\nCordiali saluti\n\nMario Rossi\nUfficio Acquisti\nTel. 02 1234567\n\nDa: ${D} \nInviato: martedì 3 marzo 2026 10:00\nA: Mario Rossi <mario@x.example>\nOggetto: R: [#1042] Stampante\n\nRiavvii.`,
  'Buongiorno, ora funziona.',
  'R: [#1042] Stampante',
)
t(
  'outlook es',
  `Buenos días,\n\nYa funciona.\n\nUn saludo,\n\nMaría López\nDepartamento de Compras\nTel: 912 345 678\n\nDe: ${D} \nEnviado el: martes, 3 de marzo de 2026 10:00\nPara: María López <maria@x.example>\nAsunto: RE: [#1042] Impresora\n\nReinicie.`,
  'Buenos días, Ya funciona.',
)
t(
  'outlook pt',
  `Bom dia,\n\nJá funciona.\n\nAtenciosamente,\n\nJoão Silva\nAnalista | Compras\n(11) 91234-5678\n\nDe: ${D}\nEnviada em: terça-feira, 3 de março de 2026 10:00\nPara: João Silva <joao@x.example>\nAssunto: RES: [#1042] Impressora\n\nReinicie.`,
  'Bom dia, Já funciona.',
  'RES: [#1042] Impressora',
)
t(
  'outlook, no address of sender',
  `Works.\n\nFrom: Service Desk \nSent: Tuesday, March 3, 2026 10:00 AM\nTo: Whitfield, Sarah (Paediatrics) <sarah@x.example>; Kaur, Raj\n <raj@x.example>\nCc: Long, List\nSubject: RE: Printer\nImportance: High\n\nPlease restart.`,
  'Works.',
)
// --- OWA, new Outlook, mobile
h(
  'owa es',
  `<div dir="ltr"><div style="font-family: Aptos, sans-serif; font-size: 12pt" class="elementToProof">Ya funciona.</div><div id="Signature" class="elementToProof"><p>María López<br>Compras</p></div><div id="appendonsend"></div><hr style="display: inline-block; width: 98%;"><div id="divRplyFwdMsg" dir="ltr"><span><b>De:</b>&nbsp;${H}<br><b>Enviado:</b>&nbsp;martes, 3 de marzo de 2026 10:00<br><b>Para:</b>&nbsp;María<br><b>Asunto:</b>&nbsp;Re: Impresora</span><div>&nbsp;</div></div><div>Reinicie.</div></div>`,
  'Ya funciona.',
)
t(
  'owa plain es',
  `Ya funciona.\n________________________________\nDe: ${D}\nEnviado: martes, 3 de marzo de 2026 10:00\nPara: María <maria@x.example>\nAsunto: Re: Impresora\n\nReinicie.`,
  'Ya funciona.',
)
t(
  'outlook ios de',
  `Danke, passt!\n\nGesendet von Outlook für iOS<https://aka.ms/o0ukef>\n________________________________\nVon: ${D}\nGesendet: Dienstag, März 3, 2026 10:00:00 AM\nAn: Petra <p@x.example>\nBetreff: Re: Drucker\n\nNeu starten.`,
  'Danke, passt!',
)
t(
  'outlook android es/en',
  `Ya va.\n\nObtener Outlook para Android<https://aka.ms/AAb9ysg>\n________________________________\nFrom: ${D}\nSent: Tuesday, March 3, 2026 10:00:00 AM\nTo: María <maria@x.example>\nSubject: Re: Impresora\n\nReinicie.`,
  'Ya va.',
)
h(
  'outlook mobile html',
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><div style="font-family: Aptos" dir="auto">Fixed, ta.</div><div id="ms-outlook-mobile-body-separator-line" dir="auto"><br></div><div id="ms-outlook-mobile-signature"><div>Get <a href="https://aka.ms/AAb9ysg">Outlook for Android</a></div></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000"><b>From:</b> Service Desk &lt;desk@help.example&gt;<br><b>Sent:</b> Tuesday, March 3, 2026 10:00:00 AM<br><b>To:</b> Sarah<br><b>Subject:</b> Re: Printer</font><div>&nbsp;</div></div>old</body></html>`,
  'Fixed, ta.',
)
h(
  'new outlook reference container',
  `<div class="elementToProof">All good.</div><div class="elementToProof"><br></div><div id="mail-editor-reference-message-container"><div class="ms-outlook-mobile-reference-message skipProofing"><hr><div><b>From: </b>Service Desk<br><b>Date: </b>Tuesday, 3 March 2026 at 10:00<br><b>To: </b>S<br><b>Subject: </b>Re: x</div></div>old</div>`,
  'All good.',
)
t(
  'outlook mac en',
  `Hi\n\nDone, thanks.\n\nSarah\n\nFrom: ${D}\nDate: Tuesday, 3 March 2026 at 10:00\nTo: Sarah Whitfield <sarah@x.example>\nSubject: Re: [#1042] Printer\n\nPlease restart.`,
  'Hi Done, thanks. Sarah',
)
t(
  'outlook mac sv',
  `Tack, klart.\n\nFrån: ${D}\nDatum: tisdag, 3 mars 2026 10:00\nTill: Anna <anna@x.example>\nÄmne: Re: Skrivare\n\nStarta om.`,
  'Tack, klart.',
)
// --- Gmail
h(
  'gmail en',
  `<div dir="ltr"><div>It prints again.</div><div><br></div><div>Ana</div></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Tue, Mar 3, 2026 at 10:00\u202fAM Service Desk &lt;<a href="mailto:desk@help.example">desk@help.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"><p>Restart it.</p></blockquote></div>`,
  'It prints again. Ana',
)
h(
  'gmail signature above quote',
  `<div dir="ltr">Done.<div><br></div><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature"><div>Ana Lima<br>Finance</div></div></div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue</div><blockquote class="gmail_quote">old</blockquote></div>`,
  'Done.',
)
t(
  'gmail pt-br wrapped',
  `Funcionou, obrigado!\n\nEm ter., 3 de mar. de 2026 às 10:00, Service Desk <\ndesk@help.example> escreveu:\n\n> Olá João,\n>\n> Reinicie.\n>`,
  'Funcionou, obrigado!',
)
t(
  'gmail pl',
  `Działa.\n\nwt., 3 mar 2026 o 10:00 Service Desk <desk@help.example>\nnapisał(a):\n\n> Dzień dobry\n`,
  'Działa.',
)
t(
  'gmail fr',
  `Parfait, merci\n\nLe mar. 3 mars 2026 à 10:00, Service Desk <desk@help.example> a\nécrit :\n\n> Bonjour`,
  'Parfait, merci',
)
t('gmail uk', `Дякую!\n\nвт, 3 бер. 2026\u202fр. о 10:00 Service Desk <desk@help.example> пише:\n\n> Вітаю`, 'Дякую!')
t('gmail da', `Tak\n\nDen tirs. 3. mar. 2026 kl. 10.00 skrev Service Desk <\ndesk@help.example>:\n\n> Hej`, 'Tak')
t(
  'gmail nl below',
  `Op di 3 mrt 2026 om 10:00 schreef Service Desk <desk@help.example>:\n\n> Werkt het?\n>\n\nJa, alles werkt.`,
  'Ja, alles werkt.',
)
t(
  'gmail ja',
  `ありがとうございます。解決しました。\n\n2026年3月3日(火) 10:00 Service Desk <desk@help.example>:\n\n> 再起動してください。`,
  'ありがとうございます。解決しました。',
)
t(
  'gmail zh-tw',
  `好了，謝謝\n\nService Desk <desk@help.example> 於 2026年3月3日週二 上午10:00寫道：\n\n> 請重新啟動`,
  '好了，謝謝',
)
t(
  'gmail es-latam',
  `Listo\n\nEl mar., 3 de marzo de 2026 10:00 a. m., Service Desk <desk@help.example>\nescribió:\n\n> Hola`,
  'Listo',
)
// --- Apple
t(
  'apple mail fr nested',
  `Super, merci.\n\nJean\n\n> Le 3 mars 2026 à 10:00, Service Desk <desk@help.example> a écrit :\n> \n> Bonjour\n> \n>> Le 2 mars 2026 à 09:00, Jean <jean@x.example> a écrit :\n>> \n>> Aide`,
  'Super, merci. Jean',
)
t(
  'ios nl',
  `Top, werkt!\n\nVerstuurd vanaf mijn iPhone\n\n> Op 3 mrt 2026 om 10:00 heeft Service Desk <desk@help.example> het volgende geschreven:\n> \n> \ufeffHerstart`,
  'Top, werkt!',
)
t(
  'ios de',
  `Passt\n\nVon meinem iPhone gesendet\n\n> Am 03.03.2026 um 10:00 schrieb Service Desk <desk@help.example>:\n> \n> \ufeffHallo`,
  'Passt',
)
h(
  'ios en html',
  `<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body dir="auto">It works.<div><br></div><div>Thanks!<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">Sent from my iPhone</div><div dir="ltr"><br><blockquote type="cite">On 3 Mar 2026, at 10:00, Service Desk &lt;desk@help.example&gt; wrote:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">\ufeff<p>Restart</p></div></blockquote></div></body></html>`,
  'It works. Thanks!',
)
t(
  'ios sv',
  `Funkar\n\nSkickat från min iPad\n\n> 3 mars 2026 kl. 10:00 skrev Service Desk <desk@help.example>:\n> \n> Starta om`,
  'Funkar',
)
t(
  'ios pl',
  `Działa\n\nWysłane z iPhone’a\n\n> Wiadomość napisana przez Service Desk <desk@help.example> w dniu 3 mar 2026, o godz. 10:00:\n> \n> Restart`,
  'Działa',
)
t(
  'ios es',
  `Ya\n\nEnviado desde mi iPhone\n\n> El 3 mar 2026, a las 10:00, Service Desk <desk@help.example> escribió:\n> \n> Hola`,
  'Ya',
)
t(
  'ios it',
  `Ok risolto\n\nInviato da iPhone\n\n> Il giorno 3 mar 2026, alle ore 10:00, Service Desk <desk@help.example> ha scritto:\n> \n> Riavvia`,
  'Ok risolto',
)
t(
  'ios ru',
  `Заработало\n\nОтправлено с iPhone\n\n> 3 марта 2026 г., в 10:00, Service Desk <desk@help.example> написал(а):\n> \n> Перезапуск`,
  'Заработало',
)
t(
  'ios zh',
  `好了\n\n发自我的 iPhone\n\n> 在 2026年3月3日，10:00，Service Desk <desk@help.example> 写道：\n> \n> 重启`,
  '好了',
)
t(
  'ios ja',
  `直りました\n\niPhoneから送信\n\n> 2026/03/03 10:00、Service Desk <desk@help.example>のメール:\n> \n> 再起動`,
  '直りました',
)
t(
  'ios fi',
  `Toimii\n\nLähetetty iPhonesta\n\n> Service Desk <desk@help.example> kirjoitti 3.3.2026 kello 10.00:\n> \n> Moi`,
  'Toimii',
)
t(
  'ios no',
  `Funker\n\nSendt fra min iPhone\n\n> 3. mars 2026 kl. 10:00 skrev Service Desk <desk@help.example>:\n> \n> Start`,
  'Funker',
)
// --- Android, Samsung
t(
  'samsung en',
  `All fine now\n\n\n\nSent from my Galaxy\n\n\n-------- Original message --------\nFrom: ${D}\nDate: 03/03/2026 10:00 (GMT+00:00)\nTo: sarah@x.example\nSubject: Re: [#1042] Printer\n\nRestart`,
  'All fine now',
)
t(
  'samsung de',
  `Geht wieder\n\n\nVon meinem/meiner Galaxy gesendet\n\n\n-------- Ursprüngliche Nachricht --------\nVon: ${D}\nDatum: 03.03.26 10:00 (GMT+01:00)\nAn: p@x.example\nBetreff: Re: Drucker\n\nNeu`,
  'Geht wieder',
)
h(
  'samsung html',
  `<html><head></head><body dir="auto"><div dir="auto">Works</div><div dir="auto"><br></div><div id="composer_signature" dir="auto"><div style="font-size:12px;color:#575757" dir="auto">Sent from my Galaxy</div></div><div dir="auto"><br></div><div align="left" dir="auto" style="font-size:100%;color:#000000"><div>-------- Original message --------</div><div>From: ${H} </div><div>Date: 03/03/2026  10:00  (GMT+00:00) </div><div>To: sarah@x.example </div><div>Subject: Re: Printer </div><div><br></div></div>old</body></html>`,
  'Works',
)
t(
  'k9 de',
  `Ja.\n\nAm 3. März 2026 10:00:00 MEZ schrieb Service Desk <desk@help.example>:\n>Hallo\n>Geht es?\n\n-- \nDiese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.`,
  'Ja.',
)
t(
  'huawei',
  `Ok läuft\n\n\nVon meinem Huawei-Mobiltelefon gesendet\n\n\n-------- Originalnachricht --------\nBetreff: Re: Drucker\nVon: Service Desk \nAn: p@x.example\nCc: \n\nNeu starten`,
  'Ok läuft',
)
t(
  'bluemail',
  `Yes it does\n\nGet BlueMail for Android\n\nOn Mar 3, 2026, at 10:00, Service Desk <desk@help.example> wrote:\n>Restart`,
  'Yes it does',
)
t(
  'outlook lite / windows mail',
  `Merci ça marche\n\nEnvoyé à partir de Courrier pour Windows\n\nDe : ${D}\nEnvoyé le :mardi 3 mars 2026 10:00\nÀ : Jean\nObjet :Re: Imprimante\n\nRedémarrer`,
  'Merci ça marche',
)
// --- Thunderbird and friends
t('thunderbird it', `Ora va.\n\nIl 03/03/26 10:00, Service Desk ha scritto:\n> Riavvii\n\n-- \nMario Rossi`, 'Ora va.')
t('thunderbird ru', `Спасибо\n\n03.03.2026 10:00, Service Desk пишет:\n> Перезапустите`, 'Спасибо')
t('thunderbird zh', `好了\n\n在 2026/3/3 10:00, Service Desk 写道:\n> 重启`, '好了')
t('thunderbird ja', `直りました\n\nOn 2026/03/03 10:00, Service Desk wrote:\n> 再起動`, '直りました')
t(
  'thunderbird fr bottom',
  `Le 03/03/2026 à 10:00, Service Desk a écrit :\n> Bonjour,\n> est-ce que ça marche ?\n\nOui, merci.\n\n-- \nJean`,
  'Oui, merci.',
)
t(
  'thunderbird interleaved',
  `Am 03.03.26 um 10:00 schrieb Service Desk:\n> Welches Modell?\n\nHP 4000\n\n> Seit wann?\n\nSeit gestern.\n`,
  'Am 03.03.26 um 10:00 schrieb Service Desk: > Welches Modell? HP 4000 > Seit wann? Seit gestern.',
)
h(
  'thunderbird html',
  `<html><head></head><body><p>Geht.</p><p><br></p><div class="moz-cite-prefix">Am 03.03.26 um 10:00 schrieb Service Desk:<br></div><blockquote type="cite" cite="mid:x@y"><p>Neu</p></blockquote><pre class="moz-signature" cols="72">-- \nPetra</pre></body></html>`,
  'Geht.',
)
t('evolution', `Fine.\n\nOn Tue, 2026-03-03 at 10:00 +0100, Service Desk wrote:\n> Restart`, 'Fine.')
t('mutt', `Fine.\n\nOn Tue, Mar 03, 2026 at 10:00:00AM +0100, Service Desk wrote:\n> Restart\n\n-- \nme`, 'Fine.')
t('mutt star', `Fine.\n\n* Service Desk <desk@help.example> [2026-03-03 10:00]:\n> Restart`, 'Fine.')
t('gnus', `Fine.\n\nService Desk <desk@help.example> writes:\n\n> Restart`, 'Fine.')
t('roundcube de', `Läuft.\n\nAm 2026-03-03 10:00, schrieb Service Desk:\n> Neu\n\n-- \nPetra`, 'Läuft.')
t(
  'horde',
  `Danke\n\nZitat von Service Desk <desk@help.example>:\n\n> Neu starten\n\n\n\n----------------------------------------------------------------\nThis message was sent using IMP`,
  'Danke',
)
t('squirrelmail', `ok\n\nOn Tue, March 3, 2026 10:00 am, Service Desk wrote:\n> Restart`, 'ok')
// --- Notes, GroupWise
t(
  'notes en',
  `Thanks, it is fine now.\n\nBest regards\nAna Lima\n\n\n\nFrom:   "Service Desk" <desk@help.example>\nTo:     Ana Lima/Finance/ORG@ORG, \nDate:   03/03/2026 10:00\nSubject:        Re: [#1042] Printer\n\n\n\nPlease restart.`,
  'Thanks, it is fine now. Best regards Ana Lima',
)
t(
  'notes de',
  `Danke, geht.\n\n\n\nVon:    "Service Desk" <desk@help.example>\nAn:     petra@x.example\nDatum:  03.03.2026 10:00\nBetreff:        Antwort: [#1042] Drucker\n\n\nBitte neu starten.`,
  'Danke, geht.',
  'Antwort: [#1042] Drucker',
)
t(
  'notes old',
  `Ok now\n\n\n\n\n"Service Desk" <desk@help.example> \n03.03.2026 10:00\n\nTo\nAna Lima/ORG@ORG\ncc\n\nSubject\nRe: Printer\n\n\nRestart`,
  'Ok now',
)
h(
  'notes html',
  `<font size=2 face="sans-serif">Geht wieder.</font><br><br><br><br><font size=1 color=#5f5f5f face="sans-serif">Von: &nbsp; &nbsp; &nbsp; &nbsp;</font><font size=1 face="sans-serif">&quot;Service Desk&quot; &lt;desk@help.example&gt;</font><br><font size=1 color=#5f5f5f face="sans-serif">An: &nbsp; &nbsp; &nbsp; &nbsp;</font><font size=1 face="sans-serif">petra@x.example</font><br><font size=1 color=#5f5f5f face="sans-serif">Datum: &nbsp; &nbsp; &nbsp; &nbsp;</font><font size=1 face="sans-serif">03.03.2026 10:00</font><br><font size=1 color=#5f5f5f face="sans-serif">Betreff: &nbsp; &nbsp; &nbsp; &nbsp;</font><font size=1 face="sans-serif">Drucker</font><br><hr noshade><br><br><br><font size=3>Neu starten</font>`,
  'Geht wieder.',
  'Antwort: Drucker',
)
t(
  'verse',
  `Works\n\nAna\n\n----- Original message -----\nFrom: "Service Desk" <desk@help.example>\nTo: "Ana" <ana@x.example>\nCc:\nSubject: [EXTERNAL] Re: Printer\nDate: Tue, Mar 3, 2026 10:00 AM\n \nRestart`,
  'Works Ana',
)
t('groupwise', `Geht.\n\n>>> Service Desk <desk@help.example> 03.03.2026 10:00 >>>\nNeu starten`, 'Geht.')
// --- Zoho, Zimbra, Yahoo, GMX, T-Online, Proton, Spark
t(
  'zoho',
  `Working\n\n\n\n\n---- On Tue, 03 Mar 2026 10:00:00 +0530 Service Desk <desk@help.example> wrote ---\n\nRestart`,
  'Working',
)
h(
  'zoho html',
  `<div style="font-family: Verdana"><div>Working<br></div><div id="Zm-_Id_-Sgn" data-zbluepencil-ignore="true"><p>Ravi</p></div><div class="zmail_extra_hr" style="border-top: 1px solid rgb(204, 204, 204); height: 0px; margin-top: 10px"><br></div><div class="zmail_extra" data-zbluepencil-ignore="true"><div><br></div><div id="Zm-_Id_-Sgn1">---- On Tue, 03 Mar 2026 10:00:00 +0530 <b>Service Desk &lt;desk@help.example&gt;</b> wrote ---<br></div><blockquote id="blockquote_zmail" style="margin: 0px;"><div>Restart</div></blockquote></div></div>`,
  'Working',
)
t(
  'zimbra fr',
  `C'est réglé\n\nJean\n\n----- Mail original -----\nDe: "Service Desk" <desk@help.example>\nÀ: "jean" <jean@x.example>\nEnvoyé: Mardi 3 Mars 2026 10:00:00\nObjet: Re: Imprimante\n\nRedémarrer`,
  "C'est réglé Jean",
)
t(
  'zimbra fr new',
  `C'est réglé\n\nDe: "Service Desk" <desk@help.example>\nÀ: "jean" <jean@x.example>\nEnvoyé: Mardi 3 Mars 2026 10:00:00\nObjet: Re: Imprimante\n\nRedémarrer`,
  "C'est réglé",
)
h(
  'zimbra html',
  `<html><body><div style="font-family: arial"><div>Done</div><div><br></div><div data-marker="__SIG_PRE__">Ana</div><div><br></div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><b>From: </b>"Service Desk" &lt;desk@help.example&gt;<br><b>To: </b>ana<br><b>Sent: </b>Tuesday, March 3, 2026<br><b>Subject: </b>Re</div><div data-marker="__QUOTED_TEXT__">old</div></div></body></html>`,
  'Done',
)
t(
  'yahoo',
  `Thanks\n\n    On Tuesday, March 3, 2026 at 10:00:00 AM GMT+1, Service Desk <desk@help.example> wrote:  \n \n Hello\nRestart`,
  'Thanks',
)
t(
  'yahoo de',
  `Danke\n\n    Am Dienstag, 3. März 2026 um 10:00:00 MEZ hat Service Desk <desk@help.example> Folgendes geschrieben:  \n \n Hallo`,
  'Danke',
)
t(
  'yahoo es',
  `Gracias\n\n    El martes, 3 de marzo de 2026, 10:00:00 CET, Service Desk <desk@help.example> escribió:  \n \n Hola`,
  'Gracias',
)
t(
  'yahoo it',
  `Grazie\n\n    Il martedì 3 marzo 2026 alle ore 10:00:00 CET, Service Desk <desk@help.example> ha scritto:  \n \n Ciao`,
  'Grazie',
)
t(
  'gmx text',
  `Danke, geht\n \n \n\nGesendet: Dienstag, 03. März 2026 um 10:00 Uhr\nVon: "Service Desk" <desk@help.example>\nAn: petra@x.example\nBetreff: Re: Drucker\nNeu starten`,
  'Danke, geht',
)
h(
  'gmx html',
  `<html><head></head><body><div style="font-family: Verdana;font-size: 12.0px;"><div>Danke</div><div>&nbsp;</div><div>&nbsp;<div name="quote" style="margin:10px 5px 5px 10px; padding: 10px 0 10px 10px; border-left:2px solid #C3D9E5;"><div style="margin:0 0 10px 0;"><b>Gesendet:</b>&nbsp;Dienstag, 03. M&auml;rz 2026 um 10:00 Uhr<br/><b>Von:</b>&nbsp;Desk<br/><b>An:</b>&nbsp;p@x<br/><b>Betreff:</b>&nbsp;Re</div><div name="quoted-content">Neu</div></div></div></div></body></html>`,
  'Danke',
)
t(
  't-online',
  `Passt so\n\n-----Original-Nachricht-----\nBetreff: Re: Drucker\nDatum: 2026-03-03T10:00:00+0100\nVon: "Service Desk" <desk@help.example>\nAn: "petra@x.example" <petra@x.example>\n\nNeu`,
  'Passt so',
)
t(
  'mail.ru',
  `Спасибо, работает\n\n \n>Вторник, 3 марта 2026, 10:00 +03:00 от Service Desk <desk@help.example>:\n> \n>Перезапустите`,
  'Спасибо, работает',
)
t(
  'mail.ru unquoted',
  `Спасибо, работает\n\nВторник, 3 марта 2026, 10:00 +03:00 от Service Desk <desk@help.example>:\n\nПерезапустите`,
  'Спасибо, работает',
)
t('yandex', `Спасибо\n\n03.03.2026, 10:00, "Service Desk" <desk@help.example>:\n\nПерезапустите`, 'Спасибо')
t('ukr.net', `Дякую\n\n3 березня 2026, 10:00:00, від "Service Desk" <desk@help.example>:\n\n> Перезапустіть`, 'Дякую')
t(
  'qq',
  `好了\n\n\n\n\n------------------&nbsp;原始邮件&nbsp;------------------\n发件人: "Service Desk" <desk@help.example>;\n发送时间: 2026年3月3日(星期二) 上午10:00\n收件人: "王伟"<wang@x.example>;\n\n主题: Re: 打印机\n\n请重启`,
  '好了',
)
t(
  'foxmail',
  `好了\n\n\n\nwang@x.example\n \n发件人： Service Desk\n发送时间： 2026-03-03 10:00\n收件人： wang\n主题： Re: 打印机\n请重启`,
  '好了',
  'Re: x',
  ['王伟', 'wang@x.example'],
)
t(
  '163',
  `好了\n\n\n\n\n\n\n\n\n\n\n\n\n\n在 2026-03-03 10:00:00，"Service Desk" <desk@help.example> 写道：\n\n请重启`,
  '好了',
)
t(
  '163 replied mail',
  `好了\n---- 回复的原邮件 ----\n| 发件人 | Service Desk<desk@help.example> |\n| 日期 | 2026年03月03日 10:00 |\n| 收件人 | wang@x.example |\n| 抄送至 | |\n| 主题 | Re: 打印机 |\n请重启`,
  '好了',
)
t(
  'proton',
  `All good!\n\nSent with [Proton Mail](https://proton.me/mail/home) secure email.\n\nOn Tuesday, March 3rd, 2026 at 10:00 AM, Service Desk <desk@help.example> wrote:\n\n> Restart`,
  'All good!',
)
t('spark', `Great\nOn 3 Mar 2026 at 10:00 +0100, Service Desk <desk@help.example>, wrote:\n> Restart`, 'Great')
t('mailspring', `Great\n\nOn Mar 3 2026, at 10:00 am, Service Desk <desk@help.example> wrote:\n\nRestart`, 'Great')
t(
  'superhuman',
  `Great\n\nSent via Superhuman ( https://sprh.mn/?vip=x@x.example )\n\nOn Tue, Mar 03, 2026 at 10:00 AM, Service Desk < desk@help.example > wrote:\n\n> Restart`,
  'Great',
)
t(
  'aol',
  `Great\n\n\n-----Original Message-----\nFrom: Service Desk <desk@help.example>\nTo: ana <ana@x.example>\nSent: Tue, Mar 3, 2026 10:00 am\nSubject: Re: Printer\n\n\nRestart`,
  'Great',
)
t(
  'outlook express',
  `Great\n----- Original Message ----- \nFrom: "Service Desk" <desk@help.example>\nTo: "Ana" <ana@x.example>\nSent: Tuesday, March 03, 2026 10:00 AM\nSubject: Re: Printer\n\n\n> Restart`,
  'Great',
)
t(
  'outlook express fr',
  `Merci\n  ----- Original Message ----- \n  From: Service Desk \n  To: jean@x.example \n  Sent: Tuesday, March 03, 2026 10:00 AM\n  Subject: Re: Imprimante\n\n\n  Redémarrer`,
  'Merci',
)
// --- signatures, disclaimers, first messages
t(
  'first: en sign + disclaimer',
  `Hello,\n\nour scanner shows error E-42.\n\nKind regards,\nJohn Smith\nProcurement Officer\nAcme Ltd, 12 High Street, Leeds\nTel +44 113 496 0123\n\nThis e-mail and any attachments are confidential and intended solely for the addressee. If you have received it in error, please notify the sender and delete it.`,
  'Hello, our scanner shows error E-42.',
  'Scanner',
)
t(
  'first: disclaimer only',
  `The door badge reader in B2 is dead.\n\nThis email and any files transmitted with it are confidential and intended solely for the use of the individual or entity to whom they are addressed. If you have received this email in error please notify the system manager.`,
  'The door badge reader in B2 is dead.',
  'Badge reader',
)
t(
  'first: de i.A.',
  `Guten Tag,\n\nmein Konto ist gesperrt.\n\nMit freundlichen Grüßen\ni. A. Petra Schulz\n\nSachbearbeiterin\nStadt Musterhausen\nRathausplatz 1\n12345 Musterhausen\nTelefon: 0123 456-789`,
  'Guten Tag, mein Konto ist gesperrt.',
  'Konto',
)
t(
  'first: fr',
  `Bonjour,\n\nje n'ai plus accès au VPN.\n\nBien cordialement,\n\nClaire Martin\nChargée de mission\nDirection des achats\n06 12 34 56 78`,
  "Bonjour, je n'ai plus accès au VPN.",
  'VPN',
)
t('first: only name', `Hi,\nmy mouse is broken\nthx\nBob`, 'Hi,\nmy mouse is broken\nthx\nBob', 'Mouse')
t(
  'first: log with from',
  `Postfix says:\n\nMar 3 10:00:00 mx postfix/smtpd[12]: NOQUEUE: reject: RCPT from unknown[192.0.2.1]: 550 5.1.1\nFrom: <a@b.example>\nto=<c@d.example>\n\nWhat now?`,
  'Postfix says: Mar 3 10:00:00 mx postfix/smtpd[12]: NOQUEUE: reject: RCPT from unknown[192.0.2.1]: 550 5.1.1 From: <a@b.example> to=<c@d.example> What now?',
  'reject',
)
t(
  'first: steps with rule',
  `Steps to see it:\n\n1. open\n2. print\n-----\nResult: nothing\n-----\nExpected: paper`,
  'Steps to see it: 1. open 2. print ----- Result: nothing ----- Expected: paper',
  'print',
)
t(
  'forward gmail',
  `See below please.\n\n---------- Forwarded message ---------\nFrom: Vendor <v@v.example>\nDate: Tue, Mar 3, 2026 at 10:00 AM\nSubject: Invoice\nTo: <ana@x.example>\n\nBody here`,
  'ALL',
  'Fwd: Invoice',
)
t(
  'forward apple de',
  `Bitte prüfen.\n\n> Anfang der weitergeleiteten Nachricht:\n> \n> Von: Lieferant <v@v.example>\n> Betreff: Rechnung\n> Datum: 3. März 2026 um 10:00:00 MEZ\n> An: petra@x.example\n> \n> Text`,
  'ALL',
  'Fwd: Rechnung',
)
t(
  'forward outlook es',
  `Os lo paso.\n\nDe: Proveedor <v@v.example>\nEnviado el: martes, 3 de marzo de 2026 10:00\nPara: maria@x.example\nAsunto: Factura\n\nTexto`,
  'ALL',
  'RV: Factura',
)
t(
  'external banner in quote',
  `Yes please.\n\nRegards,\nSam\n\nFrom: ${D}\nSent: 03 March 2026 10:00\nTo: Sam <sam@x.example>\nSubject: Re: Printer\n\nCAUTION: This email originated from outside the organisation.\n\nShall we?`,
  'Yes please. Regards, Sam',
)
t(
  'bottom with signature',
  `On 03/03/2026 10:00, Service Desk wrote:\n> Which room?\n\nRoom 12.\n\n-- \nSam Lee\nEstates`,
  'Room 12.',
)
t('answer below html text', `> Which room?\n\nRoom 12.`, 'Room 12.')
t(
  'thanks with long signature, no closing',
  `Perfect, thank you!\n\n\nSam Lee | Estates Manager\nHarbour Hospital\n+44 20 7946 0123 | sam@x.example\nwww.x.example\n\nFrom: ${D}\nSent: 03 March 2026 10:00\nTo: Sam\nSubject: Re\n\nold`,
  'Perfect, thank you!',
  'Re: x',
  ['Sam Lee', 'sam@x.example'],
)
t(
  'inline answers in outlook',
  `Hi, my answers in red below.\n\nFrom: ${D}\nSent: 03 March 2026 10:00\nTo: Sam\nSubject: Re: Printer\n\nWhich room? Room 12\nSince when? Monday`,
  `ALL`,
)

testSamples(samples)
