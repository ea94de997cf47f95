import { mutations } from '../words/welsh.js'

/** A name, the other ways to write it, and what is written in its place. */
export interface Renamed {
  names: string[]
  instead: string
  /** A person is also found by a title and the last name: "Mrs Puw". */
  isPerson?: boolean
}

const apart = '[\\s\\u00a0_\\-‐‑–]'
const before = '(?<![\\p{L}\\p{N}\\p{M}])'
const after = '(?![\\p{L}\\p{N}\\p{M}])'
const titles = `(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Mme)\\.?${apart}+`

/**
 * Writes each name as its pseudonym, wherever it stands as a word of its own: in capitals or not, with or without its
 * accents and apostrophes, with hyphens or spaces, run together, possessive, and with a mutated beginning where it is a
 * Welsh name of a place. The longest name wins, and what was written in its place is not read again.
 */
export function renaming(all: Renamed[]): (text: string) => string {
  const wherever = finding(all)
  return text => {
    let changed = false
    const written = wherever(text, ({ instead }) => {
      changed = true
      return instead
    })
    return changed ? written.normalize('NFC') : text
  }
}

/** The names among these that stand in a text, as they stand there, each once. */
export function namesFound(all: Renamed[]): (text: string) => string[] {
  const wherever = finding(all)
  return text => {
    const names = new Set<string>()
    wherever(text, (_way, found) => {
      names.add(found.normalize('NFC'))
      return found
    })
    return [...names]
  }
}

/** Goes to each name in a text, taken apart into letters and their marks, and writes there what it is told. */
function finding(all: Renamed[]): (text: string, written: (way: Way, found: string) => string) => string {
  const ways = all.flatMap(waysToWrite).sort((one, other) => other.length - one.length)
  if (ways.length === 0) return text => text
  const pattern = new RegExp(`${before}(?:${ways.map(({ source }) => `(${source})`).join('|')})${after}`, 'giu')
  return (text, written) =>
    text.normalize('NFD').replace(pattern, (found: string, ...groups: unknown[]) => {
      const way = ways[groups.findIndex(group => group !== undefined)]!
      return way.isOneWord && /^\p{Ll}/u.test(found) ? found : written(way, found)
    })
}

interface Way {
  source: string
  length: number
  instead: string
  /** A single word is a name only with a capital: "the bryn" is a hill. */
  isOneWord: boolean
}

function waysToWrite({ names, instead, isPerson }: Renamed): Way[] {
  const known = [...new Set(names.map(name => name.normalize('NFC').trim()).filter(name => name.length > 1))]
  const whole = known.flatMap(name => [name, ...mutated(name)])
  const ways = whole.map(name => ({
    source: sourceOf(name),
    length: name.length,
    instead,
    isOneWord: wordsIn(name).length < 2,
  }))
  if (!isPerson) return ways
  const lasts = known.map(wordsIn).flatMap(words => (words.length > 1 ? [words.at(-1)!] : []))
  const titled = [...new Set(lasts)].map(last => ({
    source: `${titles}${sourceOf(last)}`,
    length: last.length + 4,
    instead,
    isOneWord: false,
  }))
  return [...ways, ...titled]
}

function wordsIn(name: string): string[] {
  return name.split(/[\s\u00a0_\-‐‑–]+/).filter(Boolean)
}

/** Several words may also stand run together, as in an address or the name of a file. */
function sourceOf(name: string): string {
  return wordsIn(name)
    .map(word => (/^(?:st|saint)\.?$/i.test(word) ? '(?:St\\.?|Saint)' : lettersOf(word)))
    .join(`${apart}*`)
}

function lettersOf(word: string): string {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '')
  return [...plain]
    .map(letter => {
      if (/['’‘ʼ`´]/.test(letter)) return "['’‘ʼ`´-]?"
      if (/[.,]/.test(letter)) return '[.,]?'
      if (letter === '&') return '(?:&|and)'
      if (/[łŁ]/.test(letter)) return '[lł]'
      if (/["“”„]/.test(letter)) return '["“”„]?'
      // With the flag u only what has a meaning of its own in a pattern may be escaped.
      return `${letter.replace(/[$()*+./?[\\\]^{|}]/, '\\$&')}\\p{M}*`
    })
    .join('')
}

const placeWords =
  /^(?:aber|bala|betws|blaen|bod|bont|bro|bryn|cae|caer|capel|carreg|castell|cefn|coed|craig|croes|cwm|din|dinas|dol|dyffryn|gelli|garth|glan|glyn|gwaun|llan|llwyn|llyn|maes|melin|moel|mynydd|pant|parc|pen|plas|pont|porth|rhos|rhyd|trallwng|tre|tref|trawsfynydd|ty)/

/** A Welsh name of a place as it begins after i, o, yn, a: Coed-y-dŵr, i Goed-y-dŵr, yng Nghoed-y-dŵr. */
export function mutated(name: string): string[] {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  if (!placeWords.test(plain)) return []
  const [start, becomes] = mutations.find(([letters]) => plain.startsWith(letters)) ?? ['', []]
  return becomes.map(letters => {
    const word = letters + name.slice(start.length)
    return word.charAt(0).toUpperCase() + word.slice(1)
  })
}
