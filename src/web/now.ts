/** The moment, as it is stored everywhere: ISO 8601 in UTC. Tests and the demo may stand still at a moment of theirs. */
export function now(): string {
  return (stoodStillAt ?? new Date()).toISOString()
}

/** Today's date in the schools' own time zone, as `2027-03-05`. */
export function today(): string {
  return londonDate.format(stoodStillAt ?? new Date())
}

/** The schools' own date of a moment; a date stays as it is, and nothing stays nothing. */
export function dateOf(stored: string): string {
  return stored.length > 10 ? londonDate.format(new Date(stored)) : stored
}

export function standStillAt(moment: string | null): void {
  stoodStillAt = moment === null ? null : new Date(moment)
}

let stoodStillAt: Date | null = null
const londonDate = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
