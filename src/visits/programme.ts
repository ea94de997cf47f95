/** A line of a programme: when, where its line begins with a time; and what. */
export interface ProgrammeLine {
  time: string
  what: string
  /** A line that ends in a colon stands above those that follow, such as `Tuesday:`. */
  isHeading: boolean
}

const timed = /^(\d{1,2})[:.](\d{2})(?:\s*(?:-|–|to)\s*(\d{1,2})[:.](\d{2}))?\s+/

/** What hosts type, a line for each thing, as it stands on the page and on the sheet. */
export function programmeLines(typed: string): ProgrammeLine[] {
  return typed
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => {
      const [whole = '', hour, minute, untilHour, untilMinute] = timed.exec(line) ?? []
      if (hour === undefined) return { time: '', what: line.replace(/:$/, ''), isHeading: line.endsWith(':') }
      const until = untilHour === undefined ? '' : ` to ${untilHour.padStart(2, '0')}:${untilMinute}`
      return { time: `${hour.padStart(2, '0')}:${minute}${until}`, what: line.slice(whole.length), isHeading: false }
    })
}
