interface Change {
  from: number
  to: number
  words: string
}

/**
 * Words were sent; while they travelled, the person typed on, and the answer came back with somebody else's words merged in.
 * @returns the answered text with the typing carried over, or null when both touched the same place
 */
export function carryOver(sent: string, answered: string, typed: string): string | null {
  const theirs = changeBetween(sent, answered)
  const mine = changeBetween(sent, typed)
  if (mine.from === mine.to && mine.words === '') return answered
  if (mine.to <= theirs.from) return apply(answered, mine)
  const shift = theirs.words.length - (theirs.to - theirs.from)
  if (mine.from >= theirs.to) return apply(answered, { ...mine, from: mine.from + shift, to: mine.to + shift })
  return null
}

/** The one stretch of `before` that became other words in `after`. */
function changeBetween(before: string, after: string): Change {
  const most = Math.min(before.length, after.length)
  let from = 0
  while (from < most && before[from] === after[from]) from++
  let same = 0
  while (same < most - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same++
  return { from, to: before.length - same, words: after.slice(from, after.length - same) }
}

function apply(text: string, change: Change): string {
  return text.slice(0, change.from) + change.words + text.slice(change.to)
}
