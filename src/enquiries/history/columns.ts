import { type Column, day, text } from '../../web/columns.js'
import { time } from '../../words/words.js'

interface HistoryLine {
  at: string
  name: string | null
  did: string
  because: string | null
  aboutKind: string
}

/** What a group did and why, as a list. */
export const historyColumns: Column<HistoryLine>[] = [
  day('Date', line => line.at),
  text('Time', 8, line => time(line.at)),
  text('Person', 28, line => line.name),
  text('What', 60, line => line.did),
  text('Why', 60, line => line.because),
  text('About', 18, line => kindInWords(line.aboutKind)),
]

export function kindInWords(kind: string): string {
  const words = kind.replaceAll('-', ' ')
  return words === 'enquiry' ? 'Cycles' : words.charAt(0).toUpperCase() + words.slice(1)
}
