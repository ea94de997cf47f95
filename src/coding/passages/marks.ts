/**
 * A short mark for a code, such as `BTH` for "books to hand": its initials, else its first letters, and with a number
 * when the group uses that already.
 */
export function markFor(name: string, taken: string[]): string {
  const words = name.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
  const initials = words.map(word => [...word][0]!).join('')
  const begun = [...(words[0] ?? 'code')]
  const candidates = [initials.length > 1 ? initials : '', begun.slice(0, 3).join(''), begun.slice(0, 4).join('')]
  const marks = candidates.map(mark => [...mark.toUpperCase()].slice(0, 4).join('')).filter(mark => mark !== '')
  const free = marks.find(mark => !taken.includes(mark))
  if (free) return free
  const stem = [...marks[0]!].slice(0, 2).join('')
  for (let number = 2; ; number++) if (!taken.includes(`${stem}${number}`)) return `${stem}${number}`
}
