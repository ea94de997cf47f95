/** Letters that could be of another script than Latin; most text has none of them. */
const PERHAPS = /[\u0370-\u1cff\u2c80-\ud7a3\uf900-\uffff\u{10000}-\u{1ffff}\u{20000}-\u{323af}]/u

const SCRIPTS = [
  'Latin', 'Greek', 'Cyrillic', 'Armenian', 'Hebrew', 'Arabic', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya',
  'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Thai', 'Lao', 'Georgian', 'Ethiopic', 'Hangul', 'Han', 'Hiragana',
  'Katakana',
].map(name => new RegExp(`\\p{Script=${name}}`, 'u')) // prettier-ignore

/** Text in stretches of one script each, since a font has rules for each; what belongs to no script goes with what is before. */
export function runsOfScripts(text: string): string[] {
  if (!PERHAPS.test(text)) return [text]
  const runs: string[] = []
  let script: RegExp | undefined
  for (const letter of text) {
    const own = SCRIPTS.find(one => one.test(letter))
    if (runs.length === 0 || (own && script && own !== script)) runs.push(letter)
    else runs[runs.length - 1] += letter
    script = own ?? script
  }
  return runs
}
