/** Letters drawn as one sign, and the forms that Arabic letters take in a word, are the letters that one would type. */
export function asTypedLetters(words: string): string {
  return words.replace(/[\ufb00-\ufdff\ufe70-\ufefc]+/g, forms => forms.normalize('NFKC'))
}

/**
 * Puts together words that were parted at the end of a line. A word that has its hyphen elsewhere too, in the middle of a line, keeps it:
 * `well-known` is no `wellknown`.
 */
export function joined(words: string): string {
  const parted = /(\p{L}[\p{L}\p{M}]*)([-\u2010\u00ad])\n(\p{Ll}[\p{L}\p{M}]*)(\S*)[ \t]*/gu
  const whole = new Set(words.match(/\p{L}[\p{L}\p{M}]*[-\u2010]\p{L}[\p{L}\p{M}]*/gu)?.map(plainHyphen))
  return words.replace(parted, (_all, front: string, hyphen: string, back: string, after: string) => {
    const keeps = hyphen !== '\u00ad' && whole.has(`${front}-${back}`.toLowerCase())
    return `${front}${keeps ? '-' : ''}${back}${after}\n`
  })
}

function plainHyphen(word: string): string {
  return word.replace('\u2010', '-').toLowerCase()
}

/**
 * Whether a page is drawn with letters of which the file does not say which they are: what comes out then are the numbers of shapes.
 * Some signs of no meaning stand on any page, such as the dots of a list.
 */
export function isGibberish(words: string): boolean {
  const signs = words.replace(/\s/g, '')
  const meaningless = signs.match(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd\ue000-\uf8ff]/g)?.length ?? 0
  return signs.length > 20 && meaningless > signs.length / 12
}

/** What stands in a form of Adobe’s own kind for every other program, in place of the form. */
export function isOnlyPleaseWait(words: string): boolean {
  return words.length < 3000 && /^\s*Please wait/i.test(words) && /not eventually replaced/i.test(words)
}
