import { diffArrays, diffWordsWithSpace } from 'diff'

/** Words of a line as they stood in both editions, or in one of them only. */
export interface Stretch {
  how: 'same' | 'added' | 'removed'
  words: string
}

export type Line = { same: number } | { stretches: Stretch[] }

const MOST_CHANGED = 1000

/** What stands beneath a heading in both editions, line by line. @param end the moment after which nothing more is compared */
export function comparedLines(before: string[], after: string[], end: number): Line[] {
  const changes = diffArrays(before, after, { maxEditLength: MOST_CHANGED, timeout: Math.max(0, end - Date.now()) })
  if (!changes) return rewritten(before, after, end)
  const lines: Line[] = []
  for (let at = 0; at < changes.length; at++) {
    const change = changes[at]!
    const next = changes[at + 1]
    if (change.removed && next?.added) {
      lines.push(...rewritten(change.value, next.value, end))
      at++
    } else if (change.added || change.removed) {
      const how = change.added ? ('added' as const) : ('removed' as const)
      lines.push(...change.value.map(words => ({ stretches: [{ how, words }] })))
    } else lines.push({ same: change.value.length })
  }
  return lines
}

/** Lines in the place of others are compared one by one, word for word; too long a comparison tells both whole. */
function rewritten(before: string[], after: string[], end: number): Line[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, at) => {
    const [old, young] = [before[at], after[at]]
    if (old === undefined) return { stretches: [{ how: 'added', words: young! }] }
    if (young === undefined) return { stretches: [{ how: 'removed', words: old }] }
    const left = end - Date.now()
    const changes = left > 0 ? diffWordsWithSpace(old, young, { timeout: Math.min(300, left) }) : undefined
    if (!changes)
      return {
        stretches: [
          { how: 'removed', words: old },
          { how: 'added', words: young },
        ],
      }
    return {
      stretches: changes.map(({ value, added, removed }) => ({
        how: added ? 'added' : removed ? 'removed' : 'same',
        words: value,
      })),
    }
  })
}
