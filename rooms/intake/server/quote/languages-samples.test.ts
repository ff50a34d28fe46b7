import { type Sample, testSamples, type Who } from './samples.ts'

// Sixteen languages through the programs that people have, written before the rules were looked at.

const samples: Sample[] = []
const RE = 'Re: [#2210] Laptop dock'
const T = (
  name: string,
  text: string,
  fresh: string,
  author: Who = ['Hanna Brandt', 'hanna@werk.example'],
  subject = RE,
) => samples.push({ name, text, fresh, subject, author })
const H = (
  name: string,
  html: string,
  fresh: string,
  author: Who = ['Hanna Brandt', 'hanna@werk.example'],
  subject = RE,
) => samples.push({ name, html, fresh, subject, author })
const JO: Who = ['Joanne Okafor', 'j.okafor@northfield.example']

// Outlook desktop, plain text, in each language
T(
  'ol en full',
  `Hi Tom,

The dock works on the left port only. Could somebody come by on Thursday?

Kind regards,

Joanne Okafor
Senior Payroll Officer
Northfield Council
T: 01632 960 117 | M: 07700 900 412
www.northfield.example

From: IT Service Desk <desk@help.example>
Sent: 14 September 2026 08:41
To: Okafor, Joanne <j.okafor@northfield.example>
Cc: Facilities <facilities@northfield.example>
Subject: Re: [#2210] Laptop dock

Hello Joanne,
which port did you use?
`,
  `Hi Tom,

The dock works on the left port only. Could somebody come by on Thursday?`,
  JO,
)
T(
  'ol en important',
  `Still broken.

From: IT Service Desk [mailto:desk@help.example]
Sent: Monday, September 14, 2026 8:41 AM
To: j.okafor@northfield.example
Subject: Re: [#2210] Laptop dock
Importance: High

Hello`,
  'Still broken.',
  JO,
)
T(
  'ol de mfg inline',
  `Guten Morgen,

der Monitor bleibt schwarz, wenn ich das Kabel umstecke. Das Netzteil leuchtet.

Mit freundlichen Grüßen
i. A. Hanna Brandt

Werk Süd GmbH
Einkauf / Disposition
Industriestraße 14
86153 Augsburg
Telefon +49 821 555-1270
hanna@werk.example

Von: IT-Service <desk@help.example>
Gesendet: Montag, 14. September 2026 08:41
An: Brandt, Hanna <hanna@werk.example>
Betreff: Re: [#2210] Laptop dock

Guten Tag,
leuchtet das Netzteil?`,
  `Guten Morgen,

der Monitor bleibt schwarz, wenn ich das Kabel umstecke. Das Netzteil leuchtet.`,
)
T(
  'ol de wichtigkeit',
  `Passt, danke euch!

-----Ursprüngliche Nachricht-----
Von: IT-Service <desk@help.example> 
Gesendet: Montag, 14. September 2026 08:41
An: Brandt, Hanna <hanna@werk.example>
Cc: Lager <lager@werk.example>
Betreff: Re: [#2210] Laptop dock
Wichtigkeit: Hoch

Hallo`,
  'Passt, danke euch!',
)
T(
  'ol fr',
  `Bonjour,

La station fonctionne de nouveau, vous pouvez fermer la demande.

Bien cordialement,

Claire Dubreuil
Responsable logistique
Tél. : 02 99 00 12 34

De : Support informatique <desk@help.example>
Envoyé : lundi 14 septembre 2026 08:41
À : Claire Dubreuil <claire@atelier.example>
Objet : Re: [#2210] Laptop dock

Bonjour Claire`,
  `Bonjour,

La station fonctionne de nouveau, vous pouvez fermer la demande.`,
  ['Claire Dubreuil', 'claire@atelier.example'],
)
T(
  'ol es',
  `Buenos días:

Ya lo he reiniciado dos veces y sigue igual.

Un saludo,

Lucía Ferrer
Dpto. de Calidad
Tfno.: 96 000 11 22

De: Soporte <desk@help.example> 
Enviado el: lunes, 14 de septiembre de 2026 8:41
Para: Lucía Ferrer <lucia@fabrica.example>
CC: Jefatura <jefatura@fabrica.example>
Asunto: RE: [#2210] Laptop dock

Hola Lucía`,
  `Buenos días:

Ya lo he reiniciado dos veces y sigue igual.`,
  ['Lucía Ferrer', 'lucia@fabrica.example'],
)
T(
  'ol it',
  `Buongiorno,
ora si accende ma non vede la rete.

Cordiali saluti

Paolo Ricci
Ufficio Acquisti
Tel. 051 000 1122

Da: Assistenza IT <desk@help.example> 
Inviato: lunedì 14 settembre 2026 08:41
A: Paolo Ricci <paolo@officina.example>
Oggetto: R: [#2210] Laptop dock

Buongiorno Paolo`,
  `Buongiorno,
ora si accende ma non vede la rete.`,
  ['Paolo Ricci', 'paolo@officina.example'],
  'R: [#2210] Laptop dock',
)
T(
  'ol pt br',
  `Bom dia,

Testei com outro cabo e funcionou.

Atenciosamente,

Bruno Tavares
Analista de Compras
(11) 4000-1234 ramal 12

De: Suporte TI <desk@help.example> 
Enviada em: segunda-feira, 14 de setembro de 2026 08:41
Para: Bruno Tavares <bruno@usina.example>
Assunto: RES: [#2210] Laptop dock

Olá Bruno`,
  `Bom dia,

Testei com outro cabo e funcionou.`,
  ['Bruno Tavares', 'bruno@usina.example'],
  'RES: [#2210] Laptop dock',
)
T(
  'ol nl',
  `Goedemorgen,

Het scherm doet het weer. Hartelijk dank voor de snelle hulp.

Met vriendelijke groet,

Sanne de Wit
Teamleider Klantenservice
06 - 12 34 56 78

Van: Servicedesk <desk@help.example> 
Verzonden: maandag 14 september 2026 08:41
Aan: Sanne de Wit <sanne@haven.example>
CC: Beheer <beheer@haven.example>
Onderwerp: RE: [#2210] Laptop dock

Beste Sanne`,
  `Goedemorgen,

Het scherm doet het weer. Hartelijk dank voor de snelle hulp.`,
  ['Sanne de Wit', 'sanne@haven.example'],
)
T(
  'ol pl',
  `Dzień dobry,

nadal to samo, komunikat 0x80070005.

Z wyrazami szacunku

Marek Zieliński
Dział Logistyki
tel. 61 000 12 34

From: Pomoc IT <desk@help.example> 
Sent: Monday, September 14, 2026 8:41 AM
To: Marek Zieliński <marek@hurt.example>
Subject: ODP: [#2210] Laptop dock

Dzień dobry`,
  `Dzień dobry,

nadal to samo, komunikat 0x80070005.`,
  ['Marek Zieliński', 'marek@hurt.example'],
  'ODP: [#2210] Laptop dock',
)
T(
  'ol ru',
  `Добрый день!

Перезагрузил, теперь всё в порядке.

С уважением,
Игорь Лебедев
ведущий инженер
+7 495 000-12-34 доб. 115

From: Служба поддержки <desk@help.example> 
Sent: Monday, September 14, 2026 8:41 AM
To: Лебедев Игорь <lebedev@zavod.example>
Subject: RE: [#2210] Laptop dock

Здравствуйте`,
  `Добрый день!

Перезагрузил, теперь всё в порядке.`,
  ['Игорь Лебедев', 'lebedev@zavod.example'],
)
T(
  'ol ru native',
  `Да, помогло.

От: Служба поддержки [mailto:desk@help.example] 
Отправлено: 14 сентября 2026 г. 8:41
Кому: Лебедев Игорь
Копия: Склад
Тема: RE: [#2210] Laptop dock

Здравствуйте`,
  'Да, помогло.',
  ['Игорь Лебедев', 'lebedev@zavod.example'],
)
T(
  'ol uk',
  `Доброго дня!

Працює, дякую.

Від: Служба підтримки <desk@help.example> 
Надіслано: 14 вересня 2026 р. 8:41
Кому: Олена Коваль <olena@zavod.example>
Тема: RE: [#2210] Laptop dock

Вітаю`,
  `Доброго дня!

Працює, дякую.`,
  ['Олена Коваль', 'olena@zavod.example'],
)
T(
  'ol da',
  `Hej Tom

Det virker nu.

Venlig hilsen

Mette Holm
Økonomiassistent
Direkte 70 00 12 34

Fra: Servicedesk <desk@help.example> 
Sendt: 14. september 2026 08:41
Til: Mette Holm <mette@havn.example>
Emne: SV: [#2210] Laptop dock

Hej Mette`,
  `Hej Tom

Det virker nu.`,
  ['Mette Holm', 'mette@havn.example'],
  'SV: [#2210] Laptop dock',
)
T(
  'ol no',
  `Hei,

jeg får fortsatt feilmelding når jeg logger på.

Vennlig hilsen
Ingrid Solberg
Avdelingsleder
Mobil 900 00 123

Fra: Brukerstøtte <desk@help.example> 
Sendt: mandag 14. september 2026 08:41
Til: Ingrid Solberg <ingrid@fjord.example>
Kopi: Drift <drift@fjord.example>
Emne: SV: [#2210] Laptop dock

Hei Ingrid`,
  `Hei,

jeg får fortsatt feilmelding når jeg logger på.`,
  ['Ingrid Solberg', 'ingrid@fjord.example'],
  'SV: [#2210] Laptop dock',
)
T(
  'ol sv',
  `Hej!

Tack, nu fungerar skärmen igen.

Med vänlig hälsning

Anders Lindqvist
Lagerchef
Tel 08-000 12 34

Från: IT-support <desk@help.example> 
Skickat: den 14 september 2026 08:41
Till: Anders Lindqvist <anders@lager.example>
Kopia: Inköp <inkop@lager.example>
Ämne: SV: [#2210] Laptop dock

Hej Anders`,
  `Hej!

Tack, nu fungerar skärmen igen.`,
  ['Anders Lindqvist', 'anders@lager.example'],
  'SV: [#2210] Laptop dock',
)
T(
  'ol fi',
  `Moi,

näyttö toimii taas, kiitos!

Ystävällisin terveisin

Päivi Laine
Taloushallinto
puh. 040 000 1234

Lähettäjä: IT-tuki <desk@help.example> 
Lähetetty: maanantai 14. syyskuuta 2026 8.41
Vastaanottaja: Päivi Laine <paivi@tehdas.example>
Kopio: Varasto <varasto@tehdas.example>
Aihe: VS: [#2210] Laptop dock

Hei Päivi`,
  `Moi,

näyttö toimii taas, kiitos!`,
  ['Päivi Laine', 'paivi@tehdas.example'],
  'VS: [#2210] Laptop dock',
)
T(
  'ol zh',
  `您好，

更换数据线后已经可以使用了，谢谢。

发件人: IT 服务台 <desk@help.example> 
发送时间: 2026年9月14日 8:41
收件人: 李娜 <lina@gongchang.example>
抄送: 仓库 <ck@gongchang.example>
主题: 答复: [#2210] Laptop dock

李娜您好`,
  `您好，

更换数据线后已经可以使用了，谢谢。`,
  ['李娜', 'lina@gongchang.example'],
  '答复: [#2210] Laptop dock',
)
T(
  'ol ja',
  `お世話になっております。佐藤です。

ケーブルを交換したところ、正常に動作しました。

From: ITサービスデスク <desk@help.example> 
Sent: Monday, September 14, 2026 8:41 AM
To: 佐藤 花子 <sato@kojo.example>
Subject: RE: [#2210] Laptop dock

佐藤様`,
  `お世話になっております。佐藤です。

ケーブルを交換したところ、正常に動作しました。`,
  ['佐藤 花子', 'sato@kojo.example'],
)
T(
  'ol ja native sig',
  `確認しました。問題ございません。

==============================
佐藤 花子
株式会社工場 購買課
TEL: 03-0000-1234
MAIL: sato@kojo.example
==============================

差出人: ITサービスデスク <desk@help.example>
送信日時: 2026年9月14日 8:41
宛先: 佐藤 花子 <sato@kojo.example>
CC: 倉庫
件名: RE: [#2210] Laptop dock

佐藤様`,
  '確認しました。問題ございません。',
  ['佐藤 花子', 'sato@kojo.example'],
)

// Gmail text
T(
  'gm en wrapped',
  `Perfect, thank you so much!

On Mon, Sep 14, 2026 at 8:41 AM IT Service Desk (Northfield Council) <
desk+t2210.k3j9xq@help.example> wrote:

> Hi Joanne,
>
> which port did you use?
>
> --
> IT Service Desk
`,
  'Perfect, thank you so much!',
  JO,
)
T(
  'gm en sig below',
  `Left one.

On Mon, 14 Sept 2026 at 08:41, IT Service Desk <desk@help.example> wrote:

> Which port?
>


-- 
Joanne Okafor
Payroll`,
  'Left one.',
  JO,
)
T(
  'gm en inline',
  `On Mon, 14 Sept 2026 at 08:41, IT Service Desk <desk@help.example> wrote:

> Hi Joanne,
>
> 1. Which port did you use?
>

The left one.

> 2. Does the light come on?
>

Yes, orange.

> Regards
> Tom
>
`,
  `On Mon, 14 Sept 2026 at 08:41, IT Service Desk <desk@help.example> wrote:

> Hi Joanne,
>
> 1. Which port did you use?
>

The left one.

> 2. Does the light come on?
>

Yes, orange.

> Regards
> Tom
>`,
  JO,
)
T(
  'gm de',
  `Alles klar, ich probiere es morgen.

VG Hanna

Am Mo., 14. Sept. 2026 um 08:41 Uhr schrieb IT-Service <
desk@help.example>:

> Hallo Frau Brandt,
>`,
  `Alles klar, ich probiere es morgen.

VG Hanna`,
)
T(
  'gm fr',
  `Oui c'est bon

Le lun. 14 sept. 2026 à 08:41, Support informatique <desk@help.example> a
écrit :

> Bonjour`,
  "Oui c'est bon",
)
T(
  'gm es',
  `Sí, desde ayer.

El lun, 14 sept 2026 a la(s) 8:41 a.m., Soporte (desk@help.example)
escribió:

> Hola`,
  'Sí, desde ayer.',
)
T(
  'gm pt',
  `Funcionou!

Em seg., 14 de set. de 2026 às 08:41, Suporte TI <desk@help.example>
escreveu:

> Olá`,
  'Funcionou!',
)
T(
  'gm it',
  `Tutto ok

Il giorno lun 14 set 2026 alle ore 08:41 Assistenza IT <desk@help.example>
ha scritto:

> Buongiorno`,
  'Tutto ok',
)
T(
  'gm nl',
  `Ja hoor

Op ma 14 sep 2026 om 08:41 schreef Servicedesk <desk@help.example>:

> Beste`,
  'Ja hoor',
)
T(
  'gm pl',
  `Działa

pon., 14 wrz 2026 o 08:41 Pomoc IT <desk@help.example> napisał(a):

> Dzień`,
  'Działa',
)
T(
  'gm ru',
  `Да

пн, 14 сент. 2026 г. в 08:41, Служба поддержки <desk@help.example>:

> Здравствуйте`,
  'Да',
)
T(
  'gm uk',
  `Так

пн, 14 вер. 2026 р. о 08:41 Служба підтримки <desk@help.example> пише:

> Вітаю`,
  'Так',
)
T(
  'gm da',
  `Ja tak

Den man. 14. sep. 2026 kl. 08.41 skrev Servicedesk <desk@help.example>:

> Hej`,
  'Ja tak',
)
T(
  'gm no',
  `Ja takk

man. 14. sep. 2026 kl. 08:41 skrev Brukerstøtte <desk@help.example>:

> Hei`,
  'Ja takk',
)
T(
  'gm sv',
  `Ja tack

Den mån 14 sep. 2026 kl 08:41 skrev IT-support <desk@help.example>:

> Hej`,
  'Ja tack',
)
T(
  'gm fi',
  `Joo

ma 14. syysk. 2026 klo 8.41 IT-tuki (desk@help.example) kirjoitti:

> Hei`,
  'Joo',
)
T(
  'gm zh',
  `可以了

IT 服务台 <desk@help.example> 于2026年9月14日周一 08:41写道：

> 您好`,
  '可以了',
)
T(
  'gm ja',
  `大丈夫です

2026年9月14日(月) 8:41 ITサービスデスク <desk@help.example>:

> 佐藤様`,
  '大丈夫です',
)

// Apple Mail and iOS
T(
  'apple en',
  `That did it.

Best,
Jo

> On 14 Sep 2026, at 08:41, IT Service Desk <desk@help.example> wrote:
> 
> Hi Joanne,
> 
> Did the firmware help?
`,
  `That did it.

Best,
Jo`,
  JO,
)
T(
  'ios en',
  `Yes it’s on now

Sent from my iPhone

> On 14 Sep 2026, at 08:41, IT Service Desk <desk@help.example> wrote:
> 
> ﻿Hi Joanne,`,
  'Yes it’s on now',
  JO,
)
T(
  'ios de',
  `Geht leider nicht 

Von meinem iPhone gesendet

> Am 14.09.2026 um 08:41 schrieb IT-Service <desk@help.example>:
> 
> ﻿Hallo`,
  'Geht leider nicht',
)
T(
  'ios es',
  `No va

Enviado desde mi iPhone

> El 14 sept 2026, a las 8:41, Soporte <desk@help.example> escribió:
> 
> Hola`,
  'No va',
)
T(
  'ios it',
  `Fatto

Inviato da iPhone

> Il giorno 14 set 2026, alle ore 08:41, Assistenza IT <desk@help.example> ha scritto:
> 
> Buongiorno`,
  'Fatto',
)
T(
  'ios nl',
  `Top

Verstuurd vanaf mijn iPhone

> Op 14 sep 2026 om 08:41 heeft Servicedesk <desk@help.example> het volgende geschreven:
> 
> Beste`,
  'Top',
)
T(
  'ios sv',
  `Toppen

Skickat från min iPhone

> 14 sep. 2026 kl. 08:41 skrev IT-support <desk@help.example>:
> 
> Hej`,
  'Toppen',
)
T(
  'ios no',
  `Flott

Sendt fra min iPhone

> 14. sep. 2026 kl. 08:41 skrev Brukerstøtte <desk@help.example>:
> 
> Hei`,
  'Flott',
)
T(
  'ios fi',
  `Toimii

Lähetetty iPhonesta

> IT-tuki <desk@help.example> kirjoitti 14.9.2026 kello 8.41:
> 
> Hei`,
  'Toimii',
)
T(
  'ios pl',
  `Działa

Wysłane z iPhone'a

> Wiadomość napisana przez Pomoc IT <desk@help.example> w dniu 14 wrz 2026, o godz. 08:41:
> 
> Dzień dobry`,
  'Działa',
)
T(
  'ios ru',
  `Работает

Отправлено с iPhone

> 14 сент. 2026 г., в 08:41, Служба поддержки <desk@help.example> написал(а):
> 
> Здравствуйте`,
  'Работает',
)
T(
  'ios zh',
  `好了

发自我的 iPhone

> 在 2026年9月14日，08:41，IT 服务台 <desk@help.example> 写道：
> 
> 您好`,
  '好了',
)
T(
  'ios ja',
  `直りました

iPhoneから送信

> 2026/09/14 8:41、ITサービスデスク <desk@help.example>のメール:
> 
> 佐藤様`,
  '直りました',
)
H(
  'ios html',
  `<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body dir="auto"><div dir="ltr">Yes it’s on now</div><div dir="ltr"><br id="lineBreakAtBeginningOfSignature"><div dir="ltr">Sent from my iPhone</div></div><div dir="ltr"><br><blockquote type="cite">On 14 Sep 2026, at 08:41, IT Service Desk &lt;desk@help.example&gt; wrote:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">Hi Joanne,</div></blockquote></body></html>`,
  'Yes it’s on now',
  JO,
)

// Android
T(
  'samsung en',
  `Ok will try tonight



Sent from my Galaxy


-------- Original message --------
From: IT Service Desk <desk@help.example>
Date: 14/09/2026 08:41 (GMT+00:00)
To: j.okafor@northfield.example
Subject: Re: [#2210] Laptop dock

Hi`,
  'Ok will try tonight',
  JO,
)
H(
  'samsung de html',
  `<html><head></head><body dir="auto">Ich bin heute im Homeoffice.<div dir="auto"><br></div><div dir="auto"><br></div><div dir="auto"><br></div><div id="composer_signature" dir="auto"><div style="font-size:12px;color:#575757" dir="auto">Von meinem Galaxy gesendet</div></div><div dir="auto"><br></div><div><br></div><div align="left" dir="auto" style="font-size:100%;color:#000000"><div>-------- Ursprüngliche Nachricht --------</div><div>Von: IT-Service &lt;desk@help.example&gt; </div><div>Datum: 14.09.26  08:41  (GMT+01:00) </div><div>An: hanna@werk.example </div><div>Betreff: Re: [#2210] Laptop dock </div><div><br></div></div>Hallo Frau Brandt</body></html>`,
  'Ich bin heute im Homeoffice.',
)
T(
  'gmail android fr',
  `ok merci

Le lun. 14 sept. 2026, 08:41, Support informatique <desk@help.example> a écrit :

> Bonjour`,
  'ok merci',
)
T(
  'k9',
  `Danke, ich melde mich.

Am 14. September 2026 08:41:12 MESZ schrieb IT-Service <desk@help.example>:
>Hallo
>
>geht es?

-- 
Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.`,
  'Danke, ich melde mich.',
)
T(
  'fairemail',
  `Works, thanks.


Sep 14, 2026 8:41:12 AM IT Service Desk <desk@help.example>:

> Hi
> did it help?`,
  'Works, thanks.',
)
T(
  'xiaomi es',
  `Gracias

Enviado desde mi Xiaomi

El 14 sept 2026 08:41, Soporte <desk@help.example> escribió:

Hola Lucía,`,
  'Gracias',
)
T(
  'outlook android en',
  `Sure, 3pm works.

Get Outlook for Android<https://aka.ms/AAb9ysg>
________________________________
From: IT Service Desk <desk@help.example>
Sent: Monday, September 14, 2026 8:41:12 AM
To: Joanne Okafor <j.okafor@northfield.example>
Subject: Re: [#2210] Laptop dock

Hi`,
  'Sure, 3pm works.',
  JO,
)

// Thunderbird
T(
  'tb en',
  `On 14/09/2026 08:41, IT Service Desk wrote:
> Hi Joanne,
>
> does the light come on?

It does, and it blinks twice.

-- 
Joanne Okafor
Payroll, Northfield Council`,
  'It does, and it blinks twice.',
  JO,
)
T(
  'tb de',
  `Hallo,

es blinkt zweimal.

Gruß
Hanna

Am 14.09.26 um 08:41 schrieb IT-Service:
> Hallo,
>
> blinkt es?
>`,
  `Hallo,

es blinkt zweimal.

Gruß
Hanna`,
)
T(
  'tb fr',
  `Le 14/09/2026 à 08:41, Support informatique a écrit :
> Bonjour,
> est-ce que le voyant clignote ?

Oui, deux fois.
`,
  'Oui, deux fois.',
)
T(
  'tb pl',
  `W dniu 14.09.2026 o 08:41, Pomoc IT pisze:
> Czy dioda świeci?
Tak, świeci.`,
  'Tak, świeci.',
)
T(
  'tb it interleaved',
  `Il 14/09/2026 08:41, Assistenza IT ha scritto:
> Quale porta ha usato?
La sinistra.
> La luce si accende?
Sì.
`,
  'ALL',
)
H(
  'tb html bottom sig',
  `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"></head><body><div class="moz-cite-prefix">Am 14.09.26 um 08:41 schrieb IT-Service:<br></div><blockquote type="cite" cite="mid:1@help.example"><p>Blinkt es?</p></blockquote><p>Ja, zweimal.</p><p><br></p><pre class="moz-signature" cols="72">-- 
Hanna Brandt
Werk Süd GmbH</pre></body></html>`,
  'Ja, zweimal.',
)
H(
  'tb html top',
  `<html><body><p>Klappt wieder.<br></p><div class="moz-signature">-- <br><b>Hanna Brandt</b><br>Einkauf</div><div class="moz-cite-prefix">Am 14.09.26 um 08:41 schrieb IT-Service:<br></div><blockquote type="cite" cite="mid:1@help.example"><p>alt</p></blockquote></body></html>`,
  'Klappt wieder.',
)

// OWA, new Outlook, Outlook mobile in HTML
H(
  'owa appendonsend',
  `<html><head></head><body dir="ltr"><div class="elementToProof" style="font-family: Aptos, sans-serif; font-size: 12pt;">Hi Tom,</div><div class="elementToProof"><br></div><div class="elementToProof">the new dock arrived and works.</div><div class="elementToProof"><br></div><div id="Signature"><div>Joanne Okafor</div><div>Senior Payroll Officer</div></div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000"><b>From:</b> IT Service Desk &lt;desk@help.example&gt;<br><b>Sent:</b> 14 September 2026 08:41<br><b>To:</b> Joanne Okafor &lt;j.okafor@northfield.example&gt;<br><b>Subject:</b> Re: [#2210] Laptop dock</font><div>&nbsp;</div></div><div>Hi Joanne</div></body></html>`,
  'Hi Tom,\n\nthe new dock arrived and works.',
  JO,
)
H(
  'new outlook reference container',
  `<html><body><div class="WordSection1"><p class="MsoNormal">Bin ab 14 Uhr wieder am Platz.</p><p class="MsoNormal">&nbsp;</p></div><div id="mail-editor-reference-message-container"><div class="ms-outlook-mobile-reference-message skipProofing" style="padding: 3pt 0in 0in; border-top: 1pt solid rgb(181, 196, 223);"><b>Von: </b>IT-Service &lt;desk@help.example&gt;<br><b>Datum: </b>Montag, 14. September 2026 um 08:41<br><b>An: </b>Brandt, Hanna &lt;hanna@werk.example&gt;<br><b>Betreff: </b>Re: [#2210] Laptop dock</div><p>Hallo</p></div></body></html>`,
  'Bin ab 14 Uhr wieder am Platz.',
)
H(
  'outlook ios html',
  `<html><body><div dir="ltr" style="font-family: Aptos;">Oui, depuis ce matin.</div><div dir="ltr"><br></div><div id="ms-outlook-mobile-signature" dir="ltr">Envoyé depuis <a href="https://aka.ms/o0ukef">Outlook pour iOS</a></div><div id="ms-outlook-mobile-body-separator-line" data-applydefaultfontstyles="true"><hr style="display:inline-block;width:98%" tabindex="-1"></div><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif"><b>De :</b> Support &lt;desk@help.example&gt;<br><b>Envoyé :</b> lundi, septembre 14, 2026 8:41 AM<br><b>À :</b> claire@atelier.example &lt;claire@atelier.example&gt;<br><b>Objet :</b> Re: [#2210] Laptop dock<br></font></div>Bonjour</body></html>`,
  'Oui, depuis ce matin.',
)
H(
  'ol desktop table sig',
  `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang="EN-GB" link="#0563C1"><div class="WordSection1"><p class="MsoNormal"><span lang="EN-US">Please go ahead and replace it.<o:p></o:p></span></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">Many thanks,<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><table class="MsoNormalTable" border="0"><tr><td><p class="MsoNormal"><b>Joanne Okafor</b></p><p class="MsoNormal">Senior Payroll Officer</p></td><td><p class="MsoNormal">T 01632 960 117</p><p class="MsoNormal"><a href="mailto:j.okafor@northfield.example">j.okafor@northfield.example</a></p></td></tr></table><p class="MsoNormal"><o:p>&nbsp;</o:p></p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b><span lang="EN-US">From:</span></b><span lang="EN-US"> IT Service Desk &lt;desk@help.example&gt; <br><b>Sent:</b> 14 September 2026 08:41<br><b>To:</b> Joanne Okafor<br><b>Subject:</b> Re: [#2210] Laptop dock<o:p></o:p></span></p></div></div><p class="MsoNormal">Hi</p></div></body></html>`,
  'Please go ahead and replace it.',
  JO,
)
H(
  'gmail html apple style',
  `<div dir="ltr"><div>Works on the second try.</div><div><br></div><div>Jo</div></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Mon, 14 Sept 2026 at 08:41, IT Service Desk &lt;<a href="mailto:desk@help.example">desk@help.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"><div>Hi</div></blockquote></div>`,
  'Works on the second try.\n\nJo',
  JO,
)
H(
  'yahoo html',
  `<html><body><div class="yahoo-style-wrap"><div dir="ltr">It is the black one.</div><div><br></div><div class="signature">Jo</div></div><div id="yahoo_quoted_77" class="yahoo_quoted"><div><div>On Monday 14 September 2026 at 08:41:12 BST, IT Service Desk &lt;desk@help.example&gt; wrote:</div><div><br></div><div>Which?</div></div></div></body></html>`,
  'It is the black one.',
  JO,
)

// Notes, Zoho, Zimbra, ActiveSync
T(
  'notes en',
  `Yes, that solved it.

Regards,
Joanne



From:   IT Service Desk <desk@help.example>
To:     Joanne Okafor/PAY/Northfield@Northfield
Date:   14/09/2026 08:41
Subject:        Re: [#2210] Laptop dock



Hi Joanne`,
  `Yes, that solved it.

Regards,
Joanne`,
  JO,
)
T(
  'notes en bars',
  `Yes, that solved it.

Inactive hide details for IT Service Desk ---14/09/2026 08:41:12---Hi Joanne, which port did you useIT Service Desk ---14/09/2026 08:41:12---Hi Joanne, which port did you use

From: IT Service Desk <desk@help.example>
To: Joanne Okafor/PAY/Northfield@Northfield
Date: 14/09/2026 08:41
Subject: Re: [#2210] Laptop dock

Hi`,
  'Yes, that solved it.',
  JO,
)
T(
  'notes de',
  `Hat geklappt.

"IT-Service" <desk@help.example> schrieb am 14.09.2026 08:41:12:

> Von: "IT-Service" <desk@help.example>
> An: "Hanna Brandt" <hanna@werk.example>
> Datum: 14.09.2026 08:41
> Betreff: Re: [#2210] Laptop dock
>
> Hallo`,
  'Hat geklappt.',
)
T(
  'notes dashes',
  `Ja.

-----"IT-Service" <desk@help.example> schrieb: -----
An: hanna@werk.example
Von: "IT-Service" <desk@help.example>
Datum: 14.09.2026 08:41
Betreff: Re: [#2210] Laptop dock

Hallo`,
  'Ja.',
)
T(
  'notes fr',
  `C'est réglé.

De :    Support informatique <desk@help.example>
A :     claire@atelier.example
Date :  14/09/2026 08:41
Objet : Re: [#2210] Laptop dock

Bonjour`,
  "C'est réglé.",
)
H(
  'notes html',
  `<span style="font-size:10pt;font-family:sans-serif">It is fixed, thank you.</span><br><br><br><br><span style="font-size:9pt;color:#5f5f5f;font-family:sans-serif">From: &nbsp; &nbsp; &nbsp; &nbsp;</span><span style="font-size:9pt;font-family:sans-serif">&quot;IT Service Desk&quot; &lt;desk@help.example&gt;</span><br><span style="font-size:9pt;color:#5f5f5f;font-family:sans-serif">To: &nbsp; &nbsp; &nbsp; &nbsp;</span><span style="font-size:9pt;font-family:sans-serif">&lt;j.okafor@northfield.example&gt;</span><br><span style="font-size:9pt;color:#5f5f5f;font-family:sans-serif">Date: &nbsp; &nbsp; &nbsp; &nbsp;</span><span style="font-size:9pt;font-family:sans-serif">14/09/2026 08:41</span><br><span style="font-size:9pt;color:#5f5f5f;font-family:sans-serif">Subject: &nbsp; &nbsp; &nbsp; &nbsp;</span><span style="font-size:9pt;font-family:sans-serif">Re: [#2210] Laptop dock</span><br><hr noshade><br><br><br><span>Hi Joanne</span>`,
  'It is fixed, thank you.',
  JO,
)
T(
  'zoho en',
  `All good now.


Thanks & Regards,
Joanne Okafor
Payroll
+44 1632 960117


---- On Mon, 14 Sep 2026 08:41:12 +0100 IT Service Desk <desk@help.example> wrote ---

Hi Joanne`,
  'All good now.',
  JO,
)
H(
  'zoho html',
  `<div style="font-family: Verdana, Arial, Helvetica, sans-serif; font-size: 10pt;"><div>All good now.<br></div><div><br></div><div id="Zm-_Id_-Sgn" data-zbluepencil-ignore="true" data-sigid="1"><div>Joanne<br></div></div><div><br></div><div class="zmail_extra_hr" style="border-top: 1px solid rgb(204, 204, 204);"></div><div class="zmail_extra" data-zbluepencil-ignore="true"><div><br></div><div id="Zm-_Id_-Sgn1">---- On Mon, 14 Sep 2026 08:41:12 +0100 <b>IT Service Desk &lt;desk@help.example&gt;</b> wrote ---<br></div><div><br></div><blockquote id="blockquote_zmail" style="margin: 0px;"><div>Hi</div></blockquote></div><div><br></div></div>`,
  'All good now.',
  JO,
)
T(
  'zimbra fr',
  `Bonjour,

Le remplacement convient.

Cordialement,
Claire

De: "Support informatique" <desk@help.example>
À: "Claire Dubreuil" <claire@atelier.example>
Envoyé: Lundi 14 Septembre 2026 08:41:12
Objet: Re: [#2210] Laptop dock

Bonjour Claire`,
  `Bonjour,

Le remplacement convient.

Cordialement,
Claire`,
)
T(
  'zimbra en',
  `Thanks all.

----- Original Message -----
From: "IT Service Desk" <desk@help.example>
To: "j okafor" <j.okafor@northfield.example>
Sent: Monday, 14 September, 2026 08:41:12
Subject: Re: [#2210] Laptop dock

Hi`,
  'Thanks all.',
  JO,
)
H(
  'zimbra html',
  `<html><body><div style="font-family: arial, helvetica, sans-serif; font-size: 12pt; color: #000000"><div>Thanks all.</div><div><br></div><div data-marker="__SIG_POST__">-- <br></div><div>Joanne Okafor<br>Payroll</div><div><br></div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><blockquote style="border-left:2px solid #1010ff;margin-left:5px;padding-left:5px;"><b>From: </b>"IT Service Desk" &lt;desk@help.example&gt;<br><b>To: </b>"j okafor"<br><b>Sent: </b>Monday, 14 September, 2026 08:41:12<br><b>Subject: </b>Re: [#2210] Laptop dock<br></blockquote></div><div data-marker="__QUOTED_TEXT__"><blockquote style="border-left:2px solid #1010FF;"><div>Hi</div></blockquote></div></div></body></html>`,
  'Thanks all.',
  JO,
)
T(
  'activesync htc',
  `On my way

Sent from my Windows Phone
________________________________
From: IT Service Desk<mailto:desk@help.example>
Sent: ‎14/‎09/‎2026 08:41
To: Joanne Okafor<mailto:j.okafor@northfield.example>
Subject: Re: [#2210] Laptop dock

Hi`,
  'On my way',
  JO,
)
T(
  'touchdown',
  `Approved.

Sent from my Verizon, Samsung Galaxy smartphone

-------- Original message --------
From: IT Service Desk <desk@help.example>
Date: 9/14/26 8:41 AM (GMT-05:00)
To: "Okafor, Joanne" <j.okafor@northfield.example>
Cc: Facilities <facilities@northfield.example>
Subject: Re: [#2210] Laptop dock

Hi`,
  'Approved.',
  JO,
)

// others
T(
  'ox de',
  `Danke, läuft.

> IT-Service <desk@help.example> hat am 14.09.2026 08:41 CEST geschrieben:
> 
> Hallo`,
  'Danke, läuft.',
)
T(
  'gmx de',
  `Danke, läuft.

Gesendet: Montag, 14. September 2026 um 08:41 Uhr
Von: "IT-Service" <desk@help.example>
An: hanna@werk.example
Betreff: Re: [#2210] Laptop dock

Hallo`,
  'Danke, läuft.',
)
T(
  'roundcube',
  `Danke, läuft.

---
Hanna Brandt
Einkauf

Am 2026-09-14 08:41, schrieb IT-Service:
> Hallo`,
  'Danke, läuft.',
)
T(
  'horde',
  `Danke, läuft.

Zitat von IT-Service <desk@help.example>:

> Hallo`,
  'Danke, läuft.',
)
T(
  'spark',
  `Danke, läuft.
Am 14. Sept. 2026, 08:41 +0200 schrieb IT-Service <desk@help.example>:
> Hallo`,
  'Danke, läuft.',
)
T(
  'proton',
  `It works again.

Sent with Proton Mail secure email.

On Monday, September 14th, 2026 at 8:41 AM, IT Service Desk <desk@help.example> wrote:

> Hi`,
  'It works again.',
  JO,
)
T(
  'netease',
  `已经好了，谢谢！




At 2026-09-14 08:41:12, "IT 服务台" <desk@help.example> wrote:

您好`,
  '已经好了，谢谢！',
)
T(
  'foxmail',
  `已经好了。



李娜
采购部

发件人： IT 服务台
发送时间： 2026-09-14 08:41
收件人： 李娜
主题： Re: [#2210] Laptop dock
您好`,
  '已经好了。',
  ['李娜', 'lina@gongchang.example'],
)
T(
  'yandex',
  `Всё работает.

14.09.2026, 08:41, "Служба поддержки" <desk@help.example>:

Здравствуйте`,
  'Всё работает.',
)
T(
  'mailru',
  `Всё работает.


--
Игорь Лебедев
 
  
>Понедельник, 14 сентября 2026, 8:41 +03:00 от Служба поддержки <desk@help.example>:
> 
>Здравствуйте`,
  'Всё работает.',
)
T(
  'aol',
  `Fine now.

-----Original Message-----
From: IT Service Desk <desk@help.example>
To: j.okafor@northfield.example
Sent: Mon, Sep 14, 2026 8:41 am
Subject: Re: [#2210] Laptop dock

Hi`,
  'Fine now.',
  JO,
)
T(
  'mutt',
  `On Mon, Sep 14, 2026 at 08:41:12AM +0100, IT Service Desk wrote:
> does the light come on?

It does.

Thanks,

-- 
Joanne`,
  `It does.

Thanks,`,
  JO,
)
T(
  'gnus',
  `IT Service Desk <desk@help.example> writes:

> does the light come on?

It does.`,
  'It does.',
  JO,
)
T(
  'evolution de',
  `Am Montag, dem 14.09.2026 um 08:41 +0200 schrieb IT-Service:
> Blinkt es?

Ja.

`,
  'Ja.',
)
T(
  'sogo fr',
  `C'est bon.

Le Lundi, Septembre 14, 2026 08:41 CEST, "Support" <desk@help.example> a écrit:
 
> Bonjour`,
  "C'est bon.",
)

// disclaimers
T(
  'disclaimer uk',
  `Please close it.

Joanne

This email and any attachments are intended solely for the addressee. If you are not the intended recipient you must not copy or distribute it; please notify the sender and delete it. Northfield Council may monitor e-mail traffic.

From: IT Service Desk <desk@help.example>
Sent: 14 September 2026 08:41
To: Joanne Okafor
Subject: Re: [#2210] Laptop dock

Hi`,
  `Please close it.

Joanne`,
  JO,
)
T(
  'external banner in quote',
  `Yes please.

From: IT Service Desk <desk@help.example>
Sent: 14 September 2026 08:41
To: Joanne Okafor
Subject: Re: [#2210] Laptop dock

CAUTION: This email originated from outside of the organisation. Do not click links.

Hi`,
  'Yes please.',
  JO,
)
T(
  'virus free footer',
  `Danke!

-- 
Diese E-Mail wurde von Avast-Antivirussoftware auf Viren geprüft.
www.avast.com

Am 14.09.2026 um 08:41 schrieb IT-Service:
> Hallo`,
  'Danke!',
)

// nothing may be cut
T(
  'forwarded en',
  `Tom, can you look at this?

From: Supplier Ltd <orders@supplier.example>
Sent: 11 September 2026 16:02
To: Joanne Okafor
Subject: Delivery of docks

We deliver on Friday.`,
  'ALL',
  JO,
  'FW: Delivery of docks',
)
T(
  'forwarded gmail es',
  `¿Qué hago con esto?

---------- Forwarded message ---------
De: Proveedor <ventas@prov.example>
Date: vie, 11 sept 2026 a las 16:02
Subject: Entrega
To: <lucia@fabrica.example>

Entregamos el viernes.`,
  'ALL',
  JO,
  'Fwd: Entrega',
)
T(
  'log in text',
  `The service stops with this:

2026-09-14 08:41:12 ERROR connection from 10.1.2.3 closed
From: scheduler
To: worker-3
Subject: none
2026-09-14 08:41:13 INFO restart

Please advise.`,
  'ALL',
  JO,
)
T(
  'two dashes inside',
  `I ran:

git checkout -- .
-- and then nothing happened

What now?`,
  'ALL',
  JO,
)
T(
  'list with dashes',
  `We need:

- two docks
- one charger
-- preferably 90 W --

by Friday.`,
  'ALL',
  JO,
)
T(
  'wrote in prose',
  `On Monday I called the hotline and Tom wrote:
the dock is on its way.

It did not arrive.`,
  'ALL',
  JO,
)
T(
  'signature question',
  `Please change my signature to:

Joanne Okafor
Head of Payroll
T: 01632 960 118

It still shows the old title.`,
  'ALL',
  JO,
)
T(
  'quote of screen',
  `The screen says

> Access denied
> Code 5

and closes.`,
  'ALL',
  JO,
)
T(
  'closing in middle',
  `Regards to the team, the new printers are great.

One thing: the duplex option is missing.`,
  'ALL',
  JO,
)
T('numbers only', `Serial 5CG1234XYZ, asset 004417, room B2.14, phone 4410.`, 'ALL', JO)

// first messages
T(
  'first en',
  `Hello,

my laptop does not connect to the docking station since the update on Friday.
I have tried another cable.

Could you help?

Best regards

Joanne Okafor
Senior Payroll Officer

Northfield Council
Civic Centre, High Street, Northfield NF1 1AA
T: 01632 960 117
E: j.okafor@northfield.example
W: www.northfield.example

Follow us on LinkedIn`,
  `Hello,

my laptop does not connect to the docking station since the update on Friday.
I have tried another cable.

Could you help?`,
  JO,
  'Laptop dock',
)
T(
  'first de',
  `Guten Tag,

seit dem Update am Freitag erkennt mein Notebook die Dockingstation nicht mehr. Ein anderes Kabel habe ich probiert.

Viele Grüße

Hanna Brandt
Einkauf

Werk Süd GmbH
Industriestraße 14 | 86153 Augsburg
Tel.: 0821 555-1270 | Fax: 0821 555-1299
Geschäftsführer: Dr. Karl Huber
Registergericht Augsburg HRB 12345`,
  `Guten Tag,

seit dem Update am Freitag erkennt mein Notebook die Dockingstation nicht mehr. Ein anderes Kabel habe ich probiert.`,
  undefined,
  'Dockingstation',
)
T(
  'first fr',
  `Bonjour,

Je n'arrive plus à me connecter au VPN depuis ce matin. Le message est « erreur 809 ».

Merci d'avance pour votre aide.

Cordialement,

Claire DUBREUIL
Responsable logistique
Atelier Dubreuil SARL
06 00 00 12 34`,
  `Bonjour,

Je n'arrive plus à me connecter au VPN depuis ce matin. Le message est « erreur 809 ».

Merci d'avance pour votre aide.`,
  ['Claire Dubreuil', 'claire@atelier.example'],
  'VPN',
)
T(
  'first phone footer',
  `Printer on 3rd floor jams again

Sent from Outlook for iOS`,
  'Printer on 3rd floor jams again',
  JO,
  'Printer',
)
T(
  'first with contact asked',
  `Hello,

please order a phone for our new colleague:

Samuel Ito
Payroll Assistant
room B2.15

Thanks
Joanne`,
  'ALL',
  JO,
  'New starter',
)
H(
  'first html ol',
  `<html><body><div class="WordSection1"><p class="MsoNormal">Hallo zusammen,</p><p class="MsoNormal">&nbsp;</p><p class="MsoNormal">bitte schaltet mir das Laufwerk P: frei.</p><p class="MsoNormal">&nbsp;</p><p class="MsoNormal">Danke und viele Grüße</p><p class="MsoNormal">Hanna Brandt</p><p class="MsoNormal"><span style="color:gray">Einkauf</span></p><p class="MsoNormal"><span style="color:gray">Tel. 0821 555-1270</span></p><p class="MsoNormal"><img src="cid:image001.png@01DB" width="120"></p></div></body></html>`,
  `Hallo zusammen,

bitte schaltet mir das Laufwerk P: frei.`,
  undefined,
  'Laufwerk',
)
T(
  'first ja',
  `お世話になっております。
購買課の佐藤です。

今朝からVPNに接続できません。ご確認をお願いいたします。

--
佐藤 花子
株式会社工場 購買課
TEL 03-0000-1234`,
  `お世話になっております。
購買課の佐藤です。

今朝からVPNに接続できません。ご確認をお願いいたします。`,
  ['佐藤 花子', 'sato@kojo.example'],
  'VPN',
)
T(
  'first es card no closing',
  `Hola, no puedo imprimir desde el portátil nuevo.

Lucía Ferrer
Dpto. de Calidad · Fábrica S.A.
lucia@fabrica.example`,
  'Hola, no puedo imprimir desde el portátil nuevo.',
  ['Lucía Ferrer', 'lucia@fabrica.example'],
  'Impresora',
)

testSamples(samples)
