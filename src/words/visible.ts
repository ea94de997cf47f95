/** Signs that are letters or marks to a computer and leave nothing on the screen: fillers of Korean, the empty pattern of Braille. */
const NOTHING_TO_SEE = /[\p{Cf}\p{Z}\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u

/** Words of which nobody would see anything, such as spaces without a width, are no words. */
export function visible(words: string): string {
  for (const letter of words) if (!NOTHING_TO_SEE.test(letter)) return words
  return ''
}
