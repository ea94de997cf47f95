/** Some words of a text, by their place in UTF-16 units, and what is to stand there instead. */
export interface Instead {
  startsAt: number
  endsAt: number
  instead: string
}

/** A text with each of these places written anew, in one walk however many there are; they must not overlap. */
export function withInstead(words: string, changes: Instead[]): string {
  let from = 0
  const said = [...changes]
    .sort((one, other) => one.startsAt - other.startsAt)
    .map(({ startsAt, endsAt, instead }) => {
      const until = words.slice(from, startsAt)
      from = endsAt
      return until + instead
    })
  return said.join('') + words.slice(from)
}
