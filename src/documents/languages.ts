/** A stretch of text, and its language where its letters tell it apart from the words around it. */
export interface Spoken {
  text: string
  language?: string
}

/** Letters that could be of another script than Latin; most text has none of them. */
const PERHAPS =
  /[\u0370-\u1cff\u2c80-\ud7a3\uf900-\ufdff\ufe70-\ufefc\u{10000}-\u{1cfff}\u{1e000}-\u{1efff}\u{20000}-\u{323af}]/u

interface Script {
  name: string
  letters: RegExp
  /** The language of some words in it; a script that serves several languages is told as itself, such as `und-Arab`. */
  language(words: string): string
  /** How many letters make words: one Greek letter is mathematics. */
  least?: number
}

const always = (language: string) => () => language

const SCRIPTS: Script[] = [
  { name: 'Arab', letters: /^\p{Script=Arabic}/u, language: inArabicLetters },
  { name: 'Hebr', letters: /^\p{Script=Hebrew}/u, language: always('he') },
  { name: 'Beng', letters: /^\p{Script=Bengali}/u, language: always('bn') },
  { name: 'Guru', letters: /^\p{Script=Gurmukhi}/u, language: always('pa') },
  { name: 'Gujr', letters: /^\p{Script=Gujarati}/u, language: always('gu') },
  { name: 'Taml', letters: /^\p{Script=Tamil}/u, language: always('ta') },
  { name: 'Telu', letters: /^\p{Script=Telugu}/u, language: always('te') },
  { name: 'Knda', letters: /^\p{Script=Kannada}/u, language: always('kn') },
  { name: 'Mlym', letters: /^\p{Script=Malayalam}/u, language: always('ml') },
  { name: 'Sinh', letters: /^\p{Script=Sinhala}/u, language: always('si') },
  { name: 'Deva', letters: /^\p{Script=Devanagari}/u, language: always('und-Deva') },
  { name: 'Thai', letters: /^\p{Script=Thai}/u, language: always('th') },
  { name: 'Ethi', letters: /^\p{Script=Ethiopic}/u, language: always('und-Ethi') },
  { name: 'Geor', letters: /^\p{Script=Georgian}/u, language: always('ka') },
  { name: 'Armn', letters: /^\p{Script=Armenian}/u, language: always('hy') },
  { name: 'Kore', letters: /^\p{Script=Hangul}/u, language: always('ko') },
  { name: 'Hans', letters: /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]/u, language: inHan },
  { name: 'Grek', letters: /^\p{Script=Greek}/u, language: always('el'), least: 2 },
  { name: 'Cyrl', letters: /^\p{Script=Cyrillic}/u, language: inCyrillic, least: 2 },
]

/** Letters that of the languages in British schools only Urdu has tell it; those of Persian and others are not told apart. */
function inArabicLetters(words: string): string {
  if (/[ٹڈڑںے]/.test(words)) return 'ur'
  return /[پچژگکیۀەۆێڵڕټډړښڼ]/.test(words) ? 'und-Arab' : 'ar'
}

function inHan(words: string): string {
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words) ? 'ja' : 'zh'
}

function inCyrillic(words: string): string {
  if (/[іїєґ]/i.test(words)) return 'uk'
  return /[ыэё]/i.test(words) ? 'ru' : 'und-Cyrl'
}

/**
 * Text in stretches of one language each, as far as letters tell: Gurmukhi is Punjabi, but Latin letters could be anything.
 *
 * @param around the language of the words around it, where a person has told it: its own letters need no telling
 */
export function spokenRuns(text: string, around?: string): Spoken[] {
  if (!PERHAPS.test(text)) return [{ text }]
  const own = around ? scriptOf(around) : undefined
  const runs: Spoken[] = []
  let done = 0
  for (const { script, from, to } of stretches(text)) {
    const words = text.slice(from, to)
    if (script.name === own || (words.match(/\p{L}/gu)?.length ?? 0) < (script.least ?? 1)) continue
    if (from > done) runs.push({ text: text.slice(done, from) })
    runs.push({ text: words, language: script.language(script.name === 'Hans' ? text : words) })
    done = to
  }
  if (done < text.length) runs.push({ text: text.slice(done) })
  return runs
}

interface Stretch {
  script: Script
  from: number
  to: number
}

/** Words of one script, with what stands between them. */
function stretches(text: string): Stretch[] {
  const found: Stretch[] = []
  let open = false
  for (const { 0: letters, index } of text.matchAll(/[\p{L}\p{M}\u200c\u200d]+/gu)) {
    for (const { script, from, to } of scriptsWithin(letters, index)) {
      const last = found.at(-1)
      if (script && last && open && last.script === script) last.to = to
      else if (script) found.push({ script, from, to })
      open = script !== undefined
    }
  }
  return found
}

function scriptsWithin(letters: string, start: number): { script: Script | undefined; from: number; to: number }[] {
  const parts: { script: Script | undefined; from: number; to: number }[] = []
  let at = start
  for (const letter of letters) {
    const last = parts.at(-1)
    const end = at + letter.length
    if (last && /^[\p{M}\u200c\u200d]/u.test(letter)) last.to = end
    else {
      const script = SCRIPTS.find(one => one.letters.test(letter))
      if (last && last.script === script) last.to = end
      else parts.push({ script, from: at, to: end })
    }
    at = end
  }
  return parts
}

const scripts = new Map<string, string>()

function scriptOf(language: string): string {
  let script = scripts.get(language)
  if (script === undefined) {
    const likely = new Intl.Locale(language).maximize().script ?? ''
    scripts.set(language, (script = ['Hant', 'Jpan'].includes(likely) ? 'Hans' : likely))
  }
  return script
}
