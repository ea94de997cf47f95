import { dayOnCalendar } from '../../../web/now.js'
import { walkXml } from '../office/xml.js'

/** How a number in a cell is shown: as it is, as a day, as a time of day or a length of time, or as a day with its time. */
export interface Format {
  day: boolean
  time: boolean
  /** The largest part that is shown of a time: hours, minutes or seconds; counted on beyond a day where it is a length. */
  from: 'h' | 'm' | 's'
  counts: boolean
  seconds: boolean
}

const PLAIN: Format = { day: false, time: false, from: 'h', counts: false, seconds: false }

/** The formats that every workbook has without naming them (ECMA-376 part 1, 18.8.30). */
const KNOWN: Record<number, string> = {
  14: 'd/m/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'd/m/yyyy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
}

/** How the cells of each style are shown. */
export function formatsIn(part: Buffer | undefined): Format[] {
  const formats: Format[] = []
  const named = new Map<number, string>()
  if (!part) return formats
  walkXml(part, {
    opens(tag, at, within) {
      if (tag === 'numFmt' && within.at(-1) === 'numFmts') named.set(Number(at.numFmtId), at.formatCode ?? '')
      else if (tag === 'xf' && within.at(-1) === 'cellXfs') {
        const id = Number(at.numFmtId) || 0
        formats.push(formatOf(named.get(id) ?? KNOWN[id] ?? (isFarEasternDay(id) ? 'd/m/yyyy' : '')))
      }
    },
  })
  return formats
}

function isFarEasternDay(id: number): boolean {
  return (id >= 27 && id <= 31) || (id >= 50 && id <= 54) || id === 36 || id === 57 || id === 58
}

function formatOf(code: string): Format {
  const letters = code
    .slice(0, 300)
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .split(';')[0]!
    .replace(/am\/pm|a\/p|general/gi, '')
    .toLowerCase()
  const hasTime = /[hs]|\[m/.test(letters)
  const day = /[yd]/.test(letters) || (/m/.test(letters) && !hasTime)
  if (!day && !hasTime) return PLAIN
  const from = day || letters.includes('h') ? 'h' : letters.includes('m') ? 'm' : 's'
  return { day, time: hasTime, from, counts: /\[[hms]/.test(letters), seconds: letters.includes('s') }
}

const DAY = 86_400

/** What somebody sees in the cell, as we write it: `2025-10-07`, `2025-10-07 14:30`, `8:11`, `0.25`. */
export function shown(number: number, format: Format | undefined, from1904: boolean): string {
  const plain = String(Number(number.toPrecision(15)))
  if (!format || (!format.day && !format.time) || number < 0 || number > 2_958_465) return plain
  const seconds = Math.round(number * DAY)
  if (!format.day) return asTime(format.counts ? seconds : seconds % DAY, format)
  // The first of January 1900 is day 1, and there is a 29th of February that year (day 60) that never was.
  const days = Math.floor(seconds / DAY)
  if (days < 1 && !from1904) return number > 0 ? asTime(seconds, format) : plain
  const at = from1904 ? days + 1462 : days < 60 ? days + 1 : days
  const day = dayOnCalendar(Date.UTC(1899, 11, 30) + at * DAY * 1000)
  return format.time && seconds % DAY > 0 ? `${day} ${asTime(seconds % DAY, { ...format, from: 'h' })}` : day
}

function asTime(seconds: number, { from, seconds: withSeconds, day }: Format): string {
  const two = (number: number) => String(number).padStart(2, '0')
  if (from === 's') return String(seconds)
  if (from === 'm') return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `${hours}:${two(minutes)}${withSeconds || (day && rest > 0) ? `:${two(rest)}` : ''}`
}
