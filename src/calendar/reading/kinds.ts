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
  holiday: ['square', 6],
  'closure day': ['square', 4],
  'twilight session': ['drop', 4],
  meeting: ['circle', 1],
  due: ['ring', 1],
  'data evening': ['drop', 1],
  SWOT: ['square', 1],
  conference: ['hexagon', 2],
  'report due': ['ring', 2],
  bid: ['diamond', 2],
  visit: ['triangle', 3],
  workshop: ['circle', 3],
  'sharing session': ['circle', 2],
  invitation: ['triangle', 2],
  'look again': ['ring', 3],
  'learning activity': ['square', 3],
  action: ['diamond', 5],
  questionnaire: ['ring', 5],
  review: ['hexagon', 5],
  moderation: ['triangle', 5],
  project: ['bar', 1],
  'outside colleague': ['cross', 6],
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
