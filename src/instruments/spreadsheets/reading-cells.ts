import { dayOnCalendar, daysAfter } from '../../web/now.js'
/** What people write into the cells of a spreadsheet, as schools in Britain write it. */

/** A cell that says that there is nothing. */
export function isBlank(cell: string): boolean {
  return /^(|n\/?a|n\.a\.|none|nil return|-+|–|—|\.|x|abs(ent)?|not (tested|known|available|present)|missing|null|#n\/a|#value!|#div\/0!)$/i.test(
    cell.trim(),
  )
}

/** A number that the file itself holds back: `<5`, `fewer than 5`, `*`, `supp`. */
export function isHeldBack(cell: string): boolean {
  return /^(<\s*(5|6|10)|(fewer|less) than (5|five|6|six|10|ten)|\*+|supp(ressed)?|low|c)$/i.test(cell.trim())
}

/** Whether the numbers of a column have a comma for their decimals: one cell that can be read in no other way decides. */
export function hasDecimalComma(cells: string[]): boolean {
  const sure = (pattern: RegExp) => cells.some(cell => pattern.test(cell.replace(/[\s£€%]/g, '').replace(/^\+/, '')))
  if (sure(/^-?\d{1,3}(,\d{3})*\.\d+$/)) return false
  return sure(/^-?\d+,(\d{1,2}|\d{4,})$/) || sure(/^-?\d{1,3}(\.\d{3})+,\d+$/) || sure(/^-?0,\d+$/)
}

/**
 * `1,234.5`, `1 234,5`, `85%`, `8:11` (eight years and eleven months, in years); undefined when it is no number.
 * @param comma whether the column writes its decimals after a comma
 */
export function numberIn(cell: string, comma = false): number | undefined {
  const plain = cell
    .replace(/[\s\u00a0\u202f£€]/g, '')
    .replace(/[−–]/g, '-')
    .replace(/^\+(?=[\d.,])/, '')
  const age = /^(\d{1,2}):(\d{1,2})$/.exec(plain)
  if (age) return Number(age[2]) < 12 ? round(Number(age[1]) + Number(age[2]) / 12) : undefined
  const bare = plain.replace(/%$/, '')
  const english = comma ? bare.replace(/\./g, '').replace(',', '.') : bare
  if (!comma && !/^-?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?$/.test(english)) return undefined
  const number = Number(english.replace(/,/g, ''))
  if (english === '' || english === '-' || !Number.isFinite(number) || Math.abs(number) > 1e12) return undefined
  return round(number)
}

function round(number: number): number {
  return Math.round(number * 1e6) / 1e6
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

// The middle of each half-term, near enough: readings of the same half-term stand together.
const HALF_TERMS: Record<string, string> = {
  'autumn 1': '10-01',
  'autumn 2': '12-01',
  'spring 1': '02-01',
  'spring 2': '03-15',
  'summer 1': '05-15',
  'summer 2': '07-01',
}

/**
 * A day, the British way round: `07/10/2025`, `7.10.25`, `7 October 2025`, `2025-10-07`, `Oct 2025`, `Autumn 1 2025`,
 * `Autumn term 2025/26`, or a spreadsheet's own count of days. As an ISO day; undefined when it is none.
 */
export function dayIn(cell: string): string | undefined {
  const text = cell.trim().toLowerCase().replace(/\s+/g, ' ')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ].*)?$/.exec(text)
  if (iso) return calendar(iso[1]!, iso[2]!, iso[3]!)
  const british = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2}|\d{4})(?: \d{1,2}:\d{2}.*)?$/.exec(text)
  if (british) return calendar(british[3]!, british[2]!, british[1]!)
  const named = /^(?:[a-z]+,? )?(?:(\d{1,2})(?:st|nd|rd|th)?[ -])?([a-z]{3,9})\.?,?[ -](\d{2}|\d{4})$/.exec(text)
  const month = named ? MONTHS.indexOf(named[2]!.slice(0, 3)) + 1 : 0
  if (named && month > 0) return calendar(named[3]!, String(month), named[1] ?? '1')
  const count = /^(\d{5})(?:\.\d+)?$/.exec(text)
  if (count) return fromCount(Number(count[1]))
  return halfTerm(text)
}

function halfTerm(text: string): string | undefined {
  const found = /^(aut|spr|sum)[a-z]*\.? ?(?:term)? ?([12])?(?: |, ?)?(\d{4})(?:[/–-](\d{2,4}))?$/.exec(text)
  if (!found) return undefined
  const season = { aut: 'autumn', spr: 'spring', sum: 'summer' }[found[1]!]!
  const middle = HALF_TERMS[`${season} ${found[2] ?? '2'}`]!
  const year = Number(found[3]) + (found[4] && season !== 'autumn' ? 1 : 0)
  return `${year}-${middle}`
}

/** Excel's day 1 is the first of January 1900, and it believes that there was a 29th of February that year. */
function fromCount(days: number): string | undefined {
  if (days < 29_000 || days > 60_000) return undefined
  return daysAfter('1899-12-30', days)
}

function calendar(year: string, month: string, date: string): string | undefined {
  const full = year.length === 2 ? `20${year}` : year
  const day = `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (dayOnCalendar(Date.parse(`${day}T00:00:00Z`)) !== day) return undefined
  return full >= '1990' && full <= '2100' ? day : undefined
}
