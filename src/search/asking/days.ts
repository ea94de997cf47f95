/** The first and the last day of what was written: one day, a month or a year. */
export interface Days {
  first: string
  last: string
}

const months = 'january february march april may june july august september october november december'.split(' ')
const welshMonths = 'ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr'.split(' ')

/** Reads a date as people here write it, day before month: `5/3/2027`, `5 March 2027`, `March 2027`, `2027`, or `2027-03-05`. */
export function dayIn(written: string): Days | undefined {
  const words = written.trim().toLowerCase().replace(/\s+/g, ' ')
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(words)
  if (iso) return days(Number(iso[1]), iso[2] && Number(iso[2]), iso[3] && Number(iso[3]))
  const figures = /^(?:(\d{1,2})[/. -])?(\d{1,2})[/. -](\d{4}|\d{2})$/.exec(words)
  if (figures) return days(year(figures[3]!), Number(figures[2]), figures[1] && Number(figures[1]))
  const named = /^(?:(\d{1,2})(?:st|nd|rd|th)?[ -])?(\p{L}{3,})[ -](\d{4})$/u.exec(words)
  const month = named ? monthCalled(named[2]!) : 0
  return named && month > 0 ? days(Number(named[3]), month, named[1] && Number(named[1])) : undefined
}

function year(figures: string): number {
  return figures.length === 2 ? 2000 + Number(figures) : Number(figures)
}

function monthCalled(name: string): number {
  const at = [months, welshMonths].map(list => list.findIndex(month => month.startsWith(name)))
  return Math.max(...at) + 1
}

function days(year: number, month?: number | string, day?: number | string): Days | undefined {
  if (year < 1900 || year > 2200) return undefined
  if (!month) return { first: `${year}-01-01`, last: `${year}-12-31` }
  const last = new Date(Date.UTC(year, Number(month), 0)).getUTCDate()
  if (
    Number(month) < 1 ||
    Number(month) > 12 ||
    (day !== undefined && day !== '' && (Number(day) < 1 || Number(day) > last))
  )
    return undefined
  const of = (one: number) => `${year}-${String(month).padStart(2, '0')}-${String(one).padStart(2, '0')}`
  return day ? { first: of(Number(day)), last: of(Number(day)) } : { first: of(1), last: of(last) }
}
