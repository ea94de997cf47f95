/** A person's name as a list of references needs it: parted into family and given names, or left whole. */
export type PersonalName = { family: string; given: string } | { literal: string }

const titles =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|rev|revd|reverend|canon|fr|cllr|councillor)\.?$/i

const lettersAfter = new Set(
  (
    'mbe obe cbe kbe dbe bem phd dphil edd dedpsy med mphil mres msc ma mba mbs mbacp bed ba bsc ba(hons) bsc(hons) llb ' +
    'pgce pgdip pgcert qts npqh npqml npqsl npqel frsa frgs fccot fcct mcct jp dl mp ms am hon. hons (hons) cpsychol'
  ).split(' '),
)

/** Small words that begin a family's name, however they are written. */
const before = new Set(
  'de del della di da das do dos du van von der den ter ten la le el al bin bint ibn ap ab ferch verch st mac mc y e'.split(
    ' ',
  ),
)

const bodies = /\b(?:school|primary|academy|college|ysgol|group|network|team|trust|council|cluster|partnership)\b/i

/**
 * Titles and letters after a name are no part of it. Where it is not sure which word is the family's (brackets, another
 * script, a single letter at the end, a word that is no name), the name is left whole rather than turned round wrongly.
 */
export function personalName(written: string): PersonalName {
  const name = written.replace(/\s+/g, ' ').trim()
  const whole = { literal: name }
  if (/[()[\]{}&/\d"“”]/.test(name.replace(/\(hons\)/gi, '')) || bodies.test(name)) return whole
  if (/(?!\p{Script=Latin})\p{L}/u.test(name)) return whole
  const words = withoutLetters(name.split(' '))
  while (words.length > 1 && titles.test(words[0]!)) words.shift()
  const text = words.join(' ')
  const [family = '', given = '', ...more] = text.split(/,\s*/)
  if (given !== '')
    return more.length === 0 && isName(family.split(' ')) && isName(given.split(' ')) ? { family, given } : whole
  return isName(words) && words.length > 1 ? inOrder(words) : whole
}

function withoutLetters(words: string[]): string[] {
  const left = [...words]
  while (left.length > 1 && isLettersAfter(left.at(-1)!)) left.pop()
  return left.map((word, at) => (at === left.length - 1 ? word.replace(/,$/, '') : word))
}

/** `MA` stands after a name; `Ma` is one. */
function isLettersAfter(word: string): boolean {
  const plain = word.replace(/[.,;]/g, '')
  return (
    lettersAfter.has(plain.toLowerCase()) &&
    (plain === plain.toUpperCase() ||
      /^(?:PhD|DPhil|EdD|MEd|MPhil|MRes|MSc|BEd|BSc|PGDip|PGCert|CPsychol|(?:BA|BSc)?\(?Hons\)?)$/.test(plain))
  )
}

/** Each begins large, or is one of the small words; the last is more than a letter. */
function isName(words: string[]): boolean {
  const last = words.at(-1) ?? ''
  return (
    /^\p{Lu}/u.test(words[0] ?? '') &&
    /^\p{Lu}/u.test(last.replace(/^(?:al|el|d|l)[-’']/u, '')) &&
    last.replace(/\./g, '').length > 1
  )
}

function inOrder(words: string[]): PersonalName {
  let from = words.length - 1
  while (from > 1 && (before.has(words[from - 1]!.toLowerCase()) || /^\p{Ll}/u.test(words[from - 1]!))) from--
  return { family: words.slice(from).join(' '), given: words.slice(0, from).join(' ') }
}
