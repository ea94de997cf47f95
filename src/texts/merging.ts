import { diffArrays } from 'diff'

/** Some words of the base, from one place to another, and what one person put there instead. */
interface Edit {
  from: number
  to: number
  words: string[]
}

/** More changed words than this in the middle of a text, and the whole middle counts as written anew. */
const MOST_CHANGED = 1000

/**
 * Merges two edits of one text, word by word, in a time that grows with its length and no faster.
 * @returns the merged text, or undefined where both changed the same words differently.
 */
export function merge(base: string, theirs: string, mine: string): string | undefined {
  const old = words(base)
  const [their, my] = [edits(old, words(theirs)), edits(old, words(mine))]
  const merged: string[] = []
  let at = 0
  while (their.length > 0 || my.length > 0) {
    const from = Math.min(their[0]?.from ?? Infinity, my[0]?.from ?? Infinity)
    const [theirEdits, myEdits, to] = touching(their, my, from)
    const [theySay, iSay] = [said(old, theirEdits, from, to), said(old, myEdits, from, to)]
    const differ = theirEdits.length > 0 && myEdits.length > 0 && theySay !== iSay
    const atEnd = from === old.length
    if (differ && !atEnd) return undefined
    merged.push(old.slice(at, from).join(''))
    merged.push(differ ? oneAfterTheOther(theySay, iSay) : theirEdits.length > 0 ? theySay : iSay)
    at = to
  }
  return merged.join('') + old.slice(at).join('')
}

/**
 * What two people wrote behind the end of one text, or both into an empty one, as when two take the minutes of a meeting. The
 * order is that of the alphabet, so that it is the same whoever saved first.
 */
function oneAfterTheOther(one: string, other: string): string {
  // Whoever sends again what the other answer was lost for has only written on.
  if (one.startsWith(other) || other.startsWith(one)) return one.length > other.length ? one : other
  const [first, second] = one < other ? [one, other] : [other, one]
  return /\s$/.test(first) || /^\s/.test(second) ? first + second : `${first}\n\n${second}`
}

/** Words and the spaces between them; joined together they are the text again. */
function words(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? []
}

/** What one person changed. What stands the same at both ends is left aside first, so that one long stretch costs nothing. */
function edits(base: string[], edited: string[]): Edit[] {
  const shorter = Math.min(base.length, edited.length)
  let front = 0
  while (front < shorter && base[front] === edited[front]) front++
  let end = 0
  while (end < shorter - front && base[base.length - 1 - end] === edited[edited.length - 1 - end]) end++
  const [old, young] = [base.slice(front, base.length - end), edited.slice(front, edited.length - end)]
  if (old.length === 0 && young.length === 0) return []
  return within(old, young, front) ?? [{ from: front, to: front + old.length, words: young }]
}

/** @returns undefined where too much was changed to be told word by word. */
function within(old: string[], young: string[], front: number): Edit[] | undefined {
  if (old.length === 0 || young.length === 0) return undefined
  const changes = diffArrays(old, young, { maxEditLength: MOST_CHANGED })
  if (!changes) return undefined
  const found: Edit[] = []
  let at = front
  let isOpen = false
  for (const { added, removed, value } of changes) {
    const isKept = !added && !removed
    if (!isKept && !isOpen) found.push({ from: at, to: at, words: [] })
    const edit = found.at(-1)
    if (added) edit!.words = value
    else at += value.length
    if (removed) edit!.to = at
    isOpen = !isKept
  }
  return found
}

/** The next edits of both that overlap or touch one another, taken out of their lists, and where the last of them ends. */
function touching(their: Edit[], my: Edit[], from: number): [Edit[], Edit[], number] {
  const [theirEdits, myEdits]: [Edit[], Edit[]] = [[], []]
  let to = from
  for (let found = true; found;) {
    found = false
    for (const [all, taken] of [
      [their, theirEdits],
      [my, myEdits],
    ] as const)
      while (all.length > 0 && all[0]!.from <= to) {
        to = Math.max(to, all[0]!.to)
        taken.push(all.shift()!)
        found = true
      }
  }
  return [theirEdits, myEdits, to]
}

/** A stretch of the base as one person left it. */
function said(base: string[], changed: Edit[], from: number, to: number): string {
  let left = ''
  let at = from
  for (const edit of changed) {
    left += base.slice(at, edit.from).join('') + edit.words.join('')
    at = edit.to
  }
  return left + base.slice(at, to).join('')
}
