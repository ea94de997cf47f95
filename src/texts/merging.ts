import { diff3Merge } from 'node-diff3'

/**
 * Merges two edits of one text, word by word.
 * @returns the merged text, or undefined where both changed the same words differently.
 */
export function merge(base: string, theirs: string, mine: string): string | undefined {
  const regions = diff3Merge(words(theirs), words(base), words(mine), { excludeFalseConflicts: true })
  const merged: string[] = []
  for (const region of regions) {
    if (!region.ok) return undefined
    merged.push(...region.ok)
  }
  return merged.join('')
}

/** Words and the spaces between them; joined together they are the text again. */
function words(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? []
}
