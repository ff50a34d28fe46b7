/** What phones and mail programs add below a message. */
const SENT_FROM = new RegExp(
  `^[\\[(*_~< ]*(?:${[
    'sent wirelessly (?:from|via) .{2,80}',
    'sent (?:from|via|with|using|by) (?!.*\\b(?:but|is|are|was|were|fails?|does|did|has|have|not|cannot|nobody|and)\\b)(?:my |the |a )?(?!me\\b|him|her|us|them)[^,;!?]{2,70}(?:[,.] {0,2}(?:please |sorry|excuse|pardon|apolog).{0,60})?',
    'sent (?:from|via) (?:my|the|an?) [^.;!?]{2,60}, (?:an? )?(?!which|that|and|but|so|as|where)[^.;!?]{2,40}(?:phone|tablet|device|handheld)',
    'from my (?:iphone|ipad|android|phone|mobile|cell|galaxy|samsung|blackberry|nokia|huawei|pixel).{0,30}',
    'get outlook for (?:ios|android|mac).{0,60}',
    'get (?:bluemail|yahoo mail|the yahoo mail).{0,60}',
    'download (?:proton ?mail|outlook).{0,60}',
    'this (?:message|email|e-mail) was sent from (?:my|an?) .{2,60}',
    'please excuse (?:my |the |any )?(?:brevity|typos|terseness).{0,80}',
    '(?:von|mit) mein(?:em|er)(?:/mein(?:em|er))? .{2,40} (?:gesendet|geschickt|verschickt|versendet|geschrieben)',
    'von (?:meinem )?(?:samsung|android|iphone|ipad|handy|smartphone|tablet|mobil|huawei|xiaomi|nokia|blackberry|htc|sony|motorola)\\p{L}*.{0,40} gesendet',
    'gesendet (?:von|mit|über|aus|via) (?!mir).{2,80}',
    '(?:holen sie sich|laden sie) outlook für .{2,40}',
    'outlook für (?:ios|android|mac).{0,40}(?:beziehen|herunterladen|laden)',
    'diese (?:nachricht|e-mail|mail) wurde (?:von|mit) .{2,80} (?:gesendet|verschickt|versendet)',
    'envoy[ée]e? (?:sans fil )?(?:de|depuis|à partir|avec|par|via) .{2,80}',
    '(?:obtenez|obtenir|télécharger|téléchargez) outlook pour .{2,40}',
    'enviado (?:desde|do|da|de|con|a partir|por|via|pelo) .{2,80}',
    '(?:obtener|obtén|obtenga|descargar|obter|obtenha) (?:o )?outlook para .{2,40}',
    'inviato (?:da|dal|con|tramite) .{2,80}',
    '(?:ottieni|scarica|ottenere) outlook per .{2,40}',
    '(?:verzonden|verstuurd|gestuurd) (?:vanaf|vanuit|met|via|van) .{2,80}',
    '(?:download|verkrijg) outlook voor .{2,40}',
    '(?:wysłan[eoay]|wysłano) (?:z|ze|za pomocą|przy użyciu|z programu) .{2,80}',
    '(?:pobierz|uzyskaj) .{0,20}outlook .{2,40}',
    '(?:отправлено|послано) (?:с|из|через|со) .{2,80}',
    '(?:надіслано|відправлено) (?:з|із|через) .{2,80}',
    'sendt fra .{2,60}',
    '(?:hent|skaff deg|få) outlook (?:til|for) .{2,40}',
    '(?:скачать|скачайте|получить|загрузить|отримати|завантажити) outlook для .{2,40}',
    '(?:获取|取得|下载|下載).{0,12}outlook.{0,20}',
    '.{0,10}outlook.{0,12}を(?:入手|取得).{0,10}',
    '(?:skickat|skickad|sänt) (?:från|via|med) .{2,60}',
    '(?:hämta|skaffa) outlook för .{2,40}',
    'lähetetty .{2,60}(?:sta|stä|lla|llä|lta|ltä)(?:ni)?',
    '(?:hanki|lataa) outlook .{2,40}',
    '(?:odesláno|odoslané) (?:z|ze|zo|pomocí|aplikací) .{2,60}',
    'trimis (?:de pe|din|cu) .{2,60}',
    'elküldve .{2,60}',
    '.{2,40}(?:umdan|ımdan|imden|dan) gönderildi',
    'στάλθηκε από .{2,60}',
    '(?:发自|來自|来自|從|从|寄自|发送自)\\s?.{0,6}(?:我的|我)?.{1,40}',
    '.{1,40}(?:から送信|より送信)(?:されました)?',
    '.{0,6}(?:나의|내) .{1,30}에서 보냄',
    'virus-free\\. www\\..{2,40}',
    'yahoo mail(?::| for | auf ).{2,60}',
    'outlook (?:for|für|pour|para|per|voor) (?:ios|android).{0,60}',
  ].join('|')})[\\])*_~.!> ]*(?:<[^>]{1,200}>)?[\\])*_~.> ]*$`,
  'u',
)

/** Whatever the language: the app's name with the link where it is to be had. */
const HAD_HERE = /^(?=.*\boutlook\b)[^.!?]{0,80}<https:\/\/aka\.ms\/\w{4,12}>[^.!?]{0,20}$/

const withoutLinks = (norm: string) =>
  norm.replace(/\(\s?https?:[^()\s]{1,200}\s?\)|<https?:[^<>\s]{1,200}>/g, '').trim()

/** What a phone or a mail program says of itself. */
export function isSentFrom(norm: string): boolean {
  return norm.length < 300 && (SENT_FROM.test(withoutLinks(norm)) || HAD_HERE.test(norm))
}

/** A mail app's own line. Such apps put what is answered below it, with or without marks. */
export function isAppSignOff(norm: string): boolean {
  if (norm.length >= 120 || !norm.includes('outlook')) return false
  return (/outlook .{2,10}(?:ios|android)\b/.test(norm) && SENT_FROM.test(norm)) || HAD_HERE.test(norm)
}
