import { describe, expect, test } from 'vitest'
import { htmlToText } from '../../../../platform/html/to-text.ts'
import { splitHtml } from './split-html.ts'
import { splitText } from './split-text.ts'

const ANSWER = 'It works again.\nThe printer was off.'

/** Heads of quoted messages as Outlook writes them, by language. */
const HEADS: Record<string, string> = {
  en: 'From: Service Desk <desk@x.example>\nSent: Tuesday, March 3, 2026 10:00 AM\nTo: Ana <ana@x.example>\nSubject: RE: Printer',
  de: 'Von: Service Desk <desk@x.example>\nGesendet: Dienstag, 3. März 2026 10:00\nAn: Ana <ana@x.example>\nBetreff: AW: Drucker',
  fr: 'De : Service Desk <desk@x.example>\nEnvoyé : mardi 3 mars 2026 10:00\nÀ : Ana <ana@x.example>\nObjet : RE: Imprimante',
  es: 'De: Service Desk <desk@x.example>\nEnviado el: martes, 3 de marzo de 2026 10:00\nPara: Ana <ana@x.example>\nAsunto: RE: Impresora',
  it: 'Da: Service Desk <desk@x.example>\nInviato: martedì 3 marzo 2026 10:00\nA: Ana <ana@x.example>\nOggetto: R: Stampante',
  pt: 'De: Service Desk <desk@x.example>\nEnviada em: terça-feira, 3 de março de 2026 10:00\nPara: Ana <ana@x.example>\nAssunto: RES: Impressora',
  nl: 'Van: Service Desk <desk@x.example>\nVerzonden: dinsdag 3 maart 2026 10:00\nAan: Ana <ana@x.example>\nOnderwerp: RE: Printer',
  pl: 'Od: Service Desk <desk@x.example>\nWysłano: wtorek, 3 marca 2026 10:00\nDo: Ana <ana@x.example>\nTemat: ODP: Drukarka',
  ru: 'От: Service Desk <desk@x.example>\nОтправлено: 3 марта 2026 г. 10:00\nКому: Ana <ana@x.example>\nТема: RE: Принтер',
  uk: 'Від: Service Desk <desk@x.example>\nНадіслано: 3 березня 2026 р. 10:00\nКому: Ana <ana@x.example>\nТема: RE: Принтер',
  da: 'Fra: Service Desk <desk@x.example>\nSendt: 3. marts 2026 10:00\nTil: Ana <ana@x.example>\nEmne: SV: Printer',
  no: 'Fra: Service Desk <desk@x.example>\nSendt: tirsdag 3. mars 2026 10:00\nTil: Ana <ana@x.example>\nEmne: SV: Skriver',
  sv: 'Från: Service Desk <desk@x.example>\nSkickat: den 3 mars 2026 10:00\nTill: Ana <ana@x.example>\nÄmne: SV: Skrivare',
  fi: 'Lähettäjä: Service Desk <desk@x.example>\nLähetetty: tiistai 3. maaliskuuta 2026 10.00\nVastaanottaja: Ana <ana@x.example>\nAihe: VS: Tulostin',
  zh: '发件人: Service Desk <desk@x.example>\n发送时间: 2026年3月3日 10:00\n收件人: Ana <ana@x.example>\n主题: 回复: 打印机',
  'zh-TW':
    '寄件者: Service Desk <desk@x.example>\n寄件日期: 2026年3月3日 上午 10:00\n收件者: Ana <ana@x.example>\n主旨: RE: 印表機',
  ja: '差出人: Service Desk <desk@x.example>\n送信日時: 2026年3月3日 10:00\n宛先: Ana <ana@x.example>\n件名: RE: プリンター',
  ko: '보낸 사람: Service Desk <desk@x.example>\n보낸 날짜: 2026년 3월 3일 화요일 오전 10:00\n받는 사람: Ana <ana@x.example>\n제목: RE: 프린터',
  cs: 'Od: Service Desk <desk@x.example>\nOdesláno: úterý 3. března 2026 10:00\nKomu: Ana <ana@x.example>\nPředmět: RE: Tiskárna',
  tr: 'Kimden: Service Desk <desk@x.example>\nGönderildi: 3 Mart 2026 Salı 10:00\nKime: Ana <ana@x.example>\nKonu: YNT: Yazıcı',
}

/** Attribution lines of Gmail, Apple Mail, Thunderbird and others, by language. */
const ATTRIBUTIONS: Record<string, string[]> = {
  en: [
    'On Tue, Mar 3, 2026 at 10:00 AM Service Desk <desk@x.example> wrote:',
    'On 3 Mar 2026, at 10:00, Service Desk <desk@x.example> wrote:',
    'On 03/03/2026 10:00, Service Desk wrote:',
    'On Tuesday, March 3rd, 2026 at 10:00 AM, Service Desk <desk@x.example> wrote:',
    '---- On Tue, 03 Mar 2026 10:00:00 +0100 Service Desk <desk@x.example> wrote ----',
    'At 2026-03-03 10:00:00, "Service Desk" <desk@x.example> wrote:',
    'Quoting Service Desk <desk@x.example>:',
    'Service Desk <desk@x.example> writes:',
  ],
  de: [
    'Am Di., 3. März 2026 um 10:00 Uhr schrieb Service Desk <desk@x.example>:',
    'Am 03.03.2026 um 10:00 schrieb Service Desk <desk@x.example>:',
    'Am 03.03.26 um 10:00 schrieb Service Desk:',
    'Service Desk <desk@x.example> schrieb am Di., 3. März 2026, 10:00:',
    'Zitat von Service Desk <desk@x.example>:',
  ],
  fr: [
    'Le mar. 3 mars 2026 à 10:00, Service Desk <desk@x.example> a écrit :',
    'Le 03/03/2026 à 10:00, Service Desk a écrit :',
  ],
  es: [
    'El mar, 3 mar 2026 a las 10:00, Service Desk (<desk@x.example>) escribió:',
    'El 3/3/26 a las 10:00, Service Desk escribió:',
  ],
  it: [
    'Il giorno mar 3 mar 2026 alle ore 10:00 Service Desk <desk@x.example> ha scritto:',
    'Il 03/03/2026 10:00, Service Desk ha scritto:',
  ],
  pt: [
    'Em ter., 3 de mar. de 2026 às 10:00, Service Desk <desk@x.example> escreveu:',
    'Em 03/03/2026 10:00, Service Desk escreveu:',
  ],
  nl: [
    'Op di 3 mrt 2026 om 10:00 schreef Service Desk <desk@x.example>:',
    'Op 3 mrt. 2026, om 10:00 heeft Service Desk <desk@x.example> het volgende geschreven:',
  ],
  pl: [
    'wt., 3 mar 2026 o 10:00 Service Desk <desk@x.example> napisał(a):',
    'W dniu 3.03.2026 o 10:00, Service Desk pisze:',
  ],
  ru: ['вт, 3 мар. 2026 г. в 10:00, Service Desk <desk@x.example>:', '03.03.2026 10:00, Service Desk пишет:'],
  uk: ['вт, 3 бер. 2026 р. о 10:00 Service Desk <desk@x.example> пише:', '03.03.26 10:00, Service Desk пише:'],
  da: ['Den tirs. 3. mar. 2026 kl. 10.00 skrev Service Desk <desk@x.example>:'],
  no: ['tir. 3. mar. 2026 kl. 10:00 skrev Service Desk <desk@x.example>:'],
  sv: ['Den tis 3 mars 2026 kl 10:00 skrev Service Desk <desk@x.example>:'],
  fi: ['ti 3. maalisk. 2026 klo 10.00 Service Desk (desk@x.example) kirjoitti:'],
  zh: [
    'Service Desk <desk@x.example> 于2026年3月3日周二 10:00写道：',
    '在 2026-03-03 10:00:00，"Service Desk" <desk@x.example> 写道：',
    '2026年3月3日 10:00，Service Desk <desk@x.example> 写道：',
  ],
  'zh-TW': ['Service Desk <desk@x.example> 於 2026年3月3日 週二 上午10:00寫道：'],
  ja: [
    '2026年3月3日(火) 10:00 Service Desk <desk@x.example>:',
    '2026/03/03 10:00、Service Desk <desk@x.example>のメール:',
  ],
  ko: ['2026년 3월 3일 (화) 오전 10:00, Service Desk <desk@x.example>님이 작성:'],
}

/** What phones add. */
const SIGN_OFFS = [
  'Sent from my iPhone',
  'Sent from my Galaxy',
  'Sent from Outlook for Android',
  'Get Outlook for iOS',
  'Sent from Yahoo Mail on Android',
  'Von meinem iPhone gesendet',
  'Gesendet von Outlook für iOS',
  'Von meinem Samsung Galaxy Smartphone gesendet.',
  'Envoyé de mon iPhone',
  'Enviado desde mi iPhone',
  'Enviado do meu iPhone',
  'Inviato da iPhone',
  'Verstuurd vanaf mijn iPhone',
  'Wysłane z iPhone’a',
  'Отправлено с iPhone',
  'Надіслано з iPhone',
  'Sendt fra min iPhone',
  'Skickat från min iPhone',
  'Lähetetty iPhonesta',
  '发自我的iPhone',
  '從我的 iPhone 傳送',
  'iPhoneから送信',
]

describe('heads of quoted messages', () => {
  for (const [language, head] of Object.entries(HEADS)) {
    test.each([
      ['bare', `${ANSWER}\n\n${head}\n\nThe old text`],
      ['ruled', `${ANSWER}\n\n________________________________\n${head}\n\nThe old text`],
      ['emphasised', `${ANSWER}\n\n${head.replace(/^([^:]+):/gm, '*$1:*')}\n\nThe old text`],
      ['with empty lines between', `${ANSWER}\n\n${head.replace(/\n/g, '\n\n')}\n\nThe old text`],
    ])(`${language}, %s`, (_name, body) => expect(splitText(body, 'Re: x').text).toBe(ANSWER))

    test(`${language}, in Outlook's HTML`, () => {
      const bold = head
        .replace(/</g, '&lt;')
        .replace(/^([^:]+:)/gm, '<b>$1</b>')
        .replace(/\n/g, '<br>')
      const html = `<p class="MsoNormal">It works again.</p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal">${bold}</p></div></div><p class="MsoNormal">The old text</p>`
      expect(htmlToText(splitHtml(html, 'Re: x').html)).toBe('It works again.')
    })

    test(`${language}, forwarded, is kept whole`, () => {
      const body = `Please look.\n\n${head}\n\nThe text`
      for (const subject of ['Fwd: x', 'WG: x', 'TR: x', 'RV: x', 'FW: x'])
        expect(splitText(body, subject).text).toBe(body)
    })
  }
})

describe('attributions', () => {
  for (const [language, lines] of Object.entries(ATTRIBUTIONS)) {
    test.each(lines)(`${language}: %s`, (line) => {
      expect(splitText(`${ANSWER}\n\n${line}\n\n> The old text\n>\n> Desk`).text).toBe(ANSWER)
      // Broken before the address, as long lines are.
      expect(splitText(`${ANSWER}\n\n${line.replace(' <', '\n<')}\n> The old text`).text).toBe(ANSWER)
      // Answered below.
      expect(splitText(`${line}\n> The old text\n\n${ANSWER}`).text).toBe(ANSWER)
      const marked = line.replace(/&/g, '&amp;').replace(/</g, '&lt;')
      expect(
        htmlToText(
          splitHtml(
            `<div>It works again.</div><div><br></div><div>${marked}</div><blockquote type="cite"><p>The old text</p></blockquote>`,
          ).html,
        ),
      ).toBe('It works again.')
    })
  }
})

describe('sign-offs of phones', () => {
  test.each(SIGN_OFFS)('%s', (line) => {
    expect(splitText(`${ANSWER}\n\n${line}`).text).toBe(ANSWER)
    expect(splitText(`${ANSWER}\n\n${line}\n\n${HEADS.en}\n\nThe old text`).text).toBe(ANSWER)
  })
})

test.each([
  'I wrote to you on Monday. On Tuesday he wrote back and said: no.\n\nWhat now?',
  'The menu says:\n> Print\nbut nothing happens.',
  'From: the second floor\nTo: the basement\nPlease move the printer.',
  'Steps:\n1. open it\n2. sent from the phone it fails\n3. done',
  'On 3 March we changed the password.\nSince then it fails.',
  'Please send the report from Monday to Ana:\nana@x.example\nThanks',
  'Regards the printer: it is broken.\nThanks for looking.',
])('ordinary text is left alone: %j', (body) => expect(splitText(body, 'Question').text).toBe(body))
