/** Where a passage begins and ends in a text, in UTF-16 units, as the browser counts. */
export interface Place {
  startsAt: number
  endsAt: number
}

const context = 48

/**
 * Finds a passage again after its text was changed: the same words, and of several the ones whose neighbours are most
 * alike, then the nearest. @returns undefined when the words are no longer there.
 */
export function anchored(before: string, after: string, { startsAt, endsAt }: Place): Place | undefined {
  const words = before.slice(startsAt, endsAt)
  if (words.trim() === '') return undefined
  let best: { place: Place; alike: number; away: number } | undefined
  for (let at = after.indexOf(words); at >= 0; at = after.indexOf(words, at + 1)) {
    const place = { startsAt: at, endsAt: at + words.length }
    const alike = neighboursAlike(before, after, { startsAt, endsAt }, place)
    const away = Math.abs(at - startsAt)
    if (!best || alike > best.alike || (alike === best.alike && away < best.away)) best = { place, alike, away }
  }
  return best?.place
}

/** How many letters just before and just after the passage are the same in both texts. */
function neighboursAlike(before: string, after: string, was: Place, is: Place): number {
  let alike = 0
  for (let i = 1; i <= context && was.startsAt >= i && before[was.startsAt - i] === after[is.startsAt - i]; i++) alike++
  for (let i = 0; i < context && was.endsAt + i < before.length && before[was.endsAt + i] === after[is.endsAt + i]; i++)
    alike++
  return alike
}
