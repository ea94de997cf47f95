import { dayOf } from '../web/now.js'

const months = 'January February March April May June July August September October November December'.split(' ')
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** `2027-03-05` or a full moment → `5 March 2027`; nothing for nothing. */
export function day(iso: string | null | undefined): string {
  if (!iso) return ''
  const [year, month, date] = dayOf(iso).split('-')
  return `${Number(date)} ${months[Number(month) - 1]} ${Number(year)}`
}

/** `5 March 2027 to 7 March 2027`; one day is said once. */
export function fromTo(from: string, to: string): string {
  return day(from) === day(to) ? day(from) : `${day(from)} to ${day(to)}`
}

/** → `16:10` */
export function time(iso: string | null | undefined): string {
  return iso ? clock.format(new Date(iso)) : ''
}

export function dayAndTime(iso: string | null | undefined): string {
  return iso ? `${day(iso)}, ${time(iso)}` : ''
}

/** Made once: `toLocaleString` makes its own each time. */
const counts = new Intl.NumberFormat('en-GB')

/** plural(1, 'piece', 'pieces') → `1 piece` */
export function plural(count: number, one: string, many: string): string {
  const said = count < 1000 && Number.isInteger(count) && count >= 0 ? String(count) : counts.format(count)
  return `${said} ${count === 1 ? one : many}`
}

const figures = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** A number as it stands in a table or a sentence, with two places after the point at most: `1,204.5`. */
export function figure(value: number): string {
  return figures.format(value)
}

/** 1536 → `2 KB` */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`
  if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)} KB`
  const [size, unit] = bytes < 1024 ** 3 ? [bytes / 1024 ** 2, 'MB'] : [bytes / 1024 ** 3, 'GB']
  return `${size.toLocaleString('en-GB', { maximumFractionDigits: 1 })} ${unit}`
}

const alphabet = new Intl.Collator(['cy', 'en-GB'], { sensitivity: 'base', numeric: true })

/** Sorts by name as people read it: accents aside, Welsh letters in their places. */
export function byName<Named extends { name: string }>(one: Named, other: Named): number {
  return alphabet.compare(one.name, other.name)
}

/** `['a', 'b', 'c']` → `a, b and c` */
export function listed(words: string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** Words in quotation marks, unless they bring their own. */
export function inMarks(words: string): string {
  return /^[“"‘]/.test(words) ? words : `“${words}”`
}
