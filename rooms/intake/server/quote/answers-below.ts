import { isBlank, type Line } from './lines.ts'

/** "My answers are in red below": what was written into the old message bears no marks, so the words have to say it. */
const SAYS = [
  '(?:answers?|answered|comments?|commented|repl(?:y|ies|ied)|responses?|responded|notes?)[^.!?]{0,40}\\b(?:below|in-?line|in line|embedded|between the lines|in the text|in (?:red|blue|green|bold|caps|capitals|purple|orange))',
  '(?:see|in) in-?line\\b',
  '(?:antworte?n?|anmerkungen?|kommentare?|geantwortet|ergänz\\p{L}+)[^.!?]{0,40}(?:(?:weiter )?unten|im text|inline|in (?:rot|blau|grün|fett)\\b|(?<!\\p{L})(?:rot|blau|grün)(?!\\p{L})|zwischen den zeilen|direkt in (?:ihrer|deiner|der) (?:e-?mail|mail))',
  '(?:réponses?|réponds|répondu|commentaires?)[^.!?]{0,40}(?:ci-dessous|en (?:rouge|bleu|vert)|dans le (?:texte|corps)|plus bas|dans votre (?:mail|message))',
  '(?:respuestas?|respondo|contesto|comentarios?)[^.!?]{0,40}(?:abajo|en (?:rojo|azul|verde)|debajo|a continuación|en el texto)',
  '(?:rispost[ae]|rispondo|commenti)[^.!?]{0,40}(?:sotto|in (?:rosso|blu|verde)|di seguito|nel testo|in calce)',
  '(?:respostas?|respondo|comentários?)[^.!?]{0,40}(?:abaixo|em (?:vermelho|azul|verde)|no texto|a seguir)',
  '(?:antwoord(?:en)?|opmerkingen|reactie)[^.!?]{0,40}(?:hieronder|onderaan|in (?:het )?(?:rood|blauw|groen)|in de tekst|tussen de regels)',
  '(?:odpowiedzi|odpowiadam|komentarze|uwagi)[^.!?]{0,40}(?:poniżej|na (?:czerwono|niebiesko)|w (?:treści|tekście))',
  '(?:svar|svarer|svarar|kommentar(?:er)?)[^.!?]{0,40}(?:nedenfor|nedan|herunder|under\\b|med (?:rødt|rött|rød|blå)|i teksten|i texten|indsat)',
  '(?:vastaukset|vastaukseni|kommentit)[^.!?]{0,40}(?:alla|punaisella|tekstissä)',
  '(?:ответ(?:ы|ил|ила)?|комментарии)[^.!?]{0,40}(?:ниже|красным|синим|в тексте|по тексту)',
  '(?:відповід(?:і|ь)|коментарі)[^.!?]{0,40}(?:нижче|червоним|синім|у? ?тексті)',
  '(?:回复|答复|回覆|答覆|批注).{0,20}(?:下面|下方|如下文|红色|紅色|红字|文中)|(?:下面|下方|红色|紅色|红字|文中).{0,20}(?:回复|答复|回覆|答覆)',
  '(?:下記|以下|赤字|インライン|本文中).{0,20}(?:回答|返信|返答|記入)',
]
const ANSWERS_BELOW = new RegExp(`(?<!\\p{L})(?:${SAYS.join('|')})`, 'u')

const MOST_CHARS = 400

/** Whether the few words on top say that the answers stand in what is below. */
export function answersBelow(lines: readonly Line[], fresh: readonly (readonly [from: number, to: number])[]): boolean {
  let words = ''
  for (const [from, to] of fresh)
    for (let at = from; at < to; at++) {
      const line = lines[at]
      if (!line || isBlank(line) || line.mark === 'signature') continue
      words += `${line.norm} `
      if (words.length > MOST_CHARS * 2) return false
    }
  return ANSWERS_BELOW.test(words.slice(0, MOST_CHARS))
}
