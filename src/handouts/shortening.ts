/** Words cut to at most so many letters: after a sentence where that leaves enough, or else after a word, with dots. */
export function cutTo(words: string, most: number): string {
  const text = words.replace(/\s+/g, ' ').trim()
  if (text.length <= most) return text
  const within = text.slice(0, most + 1)
  const sentences = [...within.matchAll(/[.!?][”’"')]*(?=\s)/g)].map(found => found.index + found[0].length)
  const end = sentences.at(-1) ?? 0
  if (end > most * 0.4) return text.slice(0, end)
  const clauses = [...within.matchAll(/[,;:](?=\s)| –(?=\s)/g)].map(found => found.index)
  const clause = clauses.at(-1) ?? 0
  if (clause > most * 0.45) return `${text.slice(0, clause)} …`
  return `${within
    .slice(0, most - 1)
    .replace(/\s+\S*$/, '')
    .replace(/[,;:–—-]+$/, '')} …`
}

/** So many letters more are better than dots. */
const OVER = 12

/** The same, but words that need little more than there is room for are whole. */
export function shortened(words: string, most: number): string {
  const text = words.replace(/\s+/g, ' ').trim()
  return text.length <= most + OVER ? text : cutTo(text, most)
}
