/** How a kind of date is told apart on the page: a shape and a tone beside its word, never colour alone. */
export interface KindOfDate {
  kind: string
  /** `Twilight session` */
  word: string
  shape: (typeof shapes)[number]
  /** From 1 to 6 (src/look/styles/_calendar.scss). */
  tone: number
}

const shapes = ['circle', 'square', 'diamond', 'triangle', 'ring', 'bar', 'hexagon', 'cross', 'drop'] as const

/** Those that every network has; any other kind gets a shape and a tone by its word, always the same. */
const known: Record<string, [KindOfDate['shape'], number]> = {
  term: ['bar', 6],
  'closure day': ['square', 4],
  'twilight session': ['drop', 4],
  meeting: ['circle', 1],
  visit: ['triangle', 3],
  conference: ['hexagon', 2],
  action: ['diamond', 5],
  'report due': ['ring', 2],
  'look again': ['ring', 3],
  questionnaire: ['ring', 5],
}

export function kindOfDate(kind: string): KindOfDate {
  const sum = [...kind].reduce((all, letter) => (all * 31 + letter.codePointAt(0)!) % 9973, 7)
  const [shape, tone] = known[kind] ?? [shapes[sum % shapes.length]!, 1 + (sum % 6)]
  return { kind, word: kind.charAt(0).toUpperCase() + kind.slice(1), shape, tone }
}

/** Each kind once, in the alphabet. */
export function kindsOf(dates: { kind: string }[]): KindOfDate[] {
  return [...new Set(dates.map(date => date.kind))].sort().map(kindOfDate)
}
