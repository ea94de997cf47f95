/** Words as they stand at this place of a text: with a capital where a sentence, a line or a title begins. */
export function begunAt(text: string, startsAt: number, words: string): string {
  // The end of what stands before is enough: a mark of a list, an opening quotation, a few spaces.
  const before = (startsAt <= 40 ? '\n' : '') + text.slice(Math.max(0, startsAt - 40), startsAt)
  const isBeginning = /(?:\n|[.!?…]["'”’)\]]{0,3}\s)(?:\d+[.)]\s)?[\s"'“‘([*_#>•-]{0,30}$/u.test(before)
  return isBeginning ? words.charAt(0).toUpperCase() + words.slice(1) : words
}
