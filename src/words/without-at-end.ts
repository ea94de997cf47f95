/**
 * Words without these letters at their end. A pattern such as `/[. ]+$/` looks at each run of them once for every letter in
 * it, wherever it stands, so that a text of nothing but spaces would take minutes.
 * @param letters each letter that is taken off, such as `. `
 */
export function withoutAtEnd(words: string, letters: string): string {
  let end = words.length
  while (end > 0 && letters.includes(words[end - 1]!)) end--
  return words.slice(0, end)
}
