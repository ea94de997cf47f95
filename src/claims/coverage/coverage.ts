import type { Piece } from '../../evidence/evidence.js'
import { kindNamed } from '../../evidence/kinds.js'
import { byName, plural } from '../../words/words.js'

/** What a claim rests on, and what a critical friend would ask about it. */
export interface Coverage {
  schools: string[]
  kinds: string[]
  /** From how many places outside the network. */
  elsewhere: number
  /** For how many of the pieces nobody noted where they come from. */
  withoutSchool: number
  /** The weightiest first; none when several schools and kinds speak and the opposite was looked for. */
  warnings: Warning[]
  bySchool: Covered[]
  byKind: Covered[]
  byMonth: Covered[]
}

/** How many pieces speak for the claim, and how many against it, in one school, of one kind or from one month. */
export interface Covered {
  name: string
  for: number
  against: number
}

/** A sentence without its full stop, and what could be done about it; some of them a write-up says too. */
export interface Warning {
  asks: string
  advice: string
  inWriteUp: boolean
}

type Source = Pick<Piece, 'kind' | 'schools' | 'loggedBy'> & { gatheredOn?: string; elsewhere?: string }

/** What weakens a claim, beside where its evidence comes from. */
export interface Weakening {
  /** Pieces that it rested on and that were withdrawn. */
  gaps: number
  /** Passages whose words are not in their text any more. */
  lost: number
  strength: string
}

/** From which schools, kinds and months the evidence comes, on both sides, and where a claim leans on too little. */
export function coverageOf(speakFor: Source[], against: Source[], weakening?: Weakening): Coverage {
  const all = [...speakFor, ...against]
  const count = (name: string, has: (piece: Source) => boolean): Covered => ({
    name,
    for: speakFor.filter(has).length,
    against: against.filter(has).length,
  })
  const [schools, kinds] = [schoolsIn(all), kindsIn(all)]
  const elsewhere = placesElsewhere(all)
  return {
    schools,
    kinds,
    elsewhere,
    withoutSchool: all.filter(piece => !saysWhere(piece)).length,
    warnings: [...leaningOn(speakFor), ...unopposed(speakFor, against), ...weakened(weakening)],
    bySchool: [
      ...schools.map(name => count(name, piece => piece.schools.some(school => school.name === name))),
      ...(elsewhere > 0 ? [count('Elsewhere', piece => Boolean(piece.elsewhere))] : []),
    ],
    byKind: kinds.map(name => count(name, piece => kindNamed(piece.kind) === name)),
    byMonth: monthsIn(all).map(month => count(month, piece => (piece.gatheredOn ?? '').startsWith(month))),
  }
}

/** Not said where the pieces on both sides are counted already. */
export const onlyOnePiece = 'One piece of evidence speaks for it'

function leaningOn(pieces: Source[]): Warning[] {
  if (pieces.length === 0)
    return [
      warning(
        'Nothing is linked that speaks for it yet',
        'Link the pieces, or the words in them, that made you think so.',
        false,
      ),
    ]
  const schools = schoolsIn(pieces)
  const kinds = kindsIn(pieces)
  const several = pieces.length > 1
  return [
    !several && warning(onlyOnePiece, 'Look for a second one that does not come from the first.'),
    several &&
      new Set(pieces.map(piece => piece.loggedBy)).size === 1 &&
      warning(
        'All that speaks for it was gathered by one person',
        'Ask a colleague to look at the same thing, unprompted.',
      ),
    schools.length + placesElsewhere(pieces) === 1 &&
      pieces.every(saysWhere) &&
      warning(
        `All that speaks for it comes from one ${schools[0] ? `school, ${schools[0]}` : 'place outside our network'}`,
        'Ask the other schools whether they see it, or do not.',
      ),
    several &&
      kinds.length === 1 &&
      warning(
        `All that speaks for it is of one kind, ${kinds[0]}`,
        'Find out in another way: watch, ask, count or look at work.',
      ),
    several &&
      onlySaid(pieces) &&
      warning('All that speaks for it is what people said', 'Look at what is done, made or measured.'),
    several && shortTime(pieces),
  ].filter(one => one !== false)
}

function unopposed(speakFor: Source[], against: Source[]): Warning[] {
  if (speakFor.length === 0 || against.length > 0) return []
  return [
    warning(
      'Nothing against it has been looked for, or found, yet',
      'Say what would speak against it, go and look there, and link what you find.',
      false,
    ),
  ]
}

function weakened(weakening: Weakening | undefined): Warning[] {
  if (!weakening) return []
  const { gaps, lost, strength } = weakening
  return [
    gaps > 0 &&
      warning(
        `${plural(gaps, 'piece that it leaned on has', 'pieces that it leaned on have')} been withdrawn`,
        `Read the claim again without ${gaps === 1 ? 'it' : 'them'}, and revise it if it says too much now.`,
        false,
      ),
    lost > 0 &&
      warning(
        `${plural(lost, 'passage has', 'passages have')} lost ${lost === 1 ? 'its' : 'their'} words, because the text was changed`,
        'Choose the words anew, or take the passage away.',
        false,
      ),
    gaps + lost > 0 &&
      strength === 'sure' &&
      warning('Still said to be sure', 'Ask whether “fairly sure” is as far as you can go now.', false),
  ].filter(one => one !== false)
}

function warning(asks: string, advice: string, inWriteUp = true): Warning {
  return { asks, advice, inWriteUp }
}

const opinions = ['pupil-voice', 'interview', 'survey']

/** What people say is evidence, of what they say. */
function onlySaid(pieces: Source[]): boolean {
  return pieces.every(piece => opinions.includes(piece.kind))
}

const shortest = 14

function shortTime(pieces: Source[]): Warning | false {
  const days = pieces.map(piece => piece.gatheredOn ?? '').sort()
  const [first, last] = [days[0]!, days.at(-1)!]
  if (first === '' || pieces.length < 3) return false
  const apart = (Date.parse(last) - Date.parse(first)) / 86_400_000
  if (apart >= shortest) return false
  const within = apart < 1 ? 'on one day' : `within ${plural(Math.round(apart) + 1, 'day', 'days')}`
  return warning(
    `All that speaks for it was gathered ${within}`,
    'Look again later in the year, when the weeks are different.',
  )
}

function schoolsIn(pieces: Source[]): string[] {
  const schools = new Map(pieces.flatMap(piece => piece.schools).map(school => [school.id, school]))
  return [...new Set([...schools.values()].sort(byName).map(school => school.name))]
}

function placesElsewhere(pieces: Source[]): number {
  return new Set(pieces.map(piece => (piece.elsewhere ?? '').toLowerCase()).filter(Boolean)).size
}

function saysWhere({ schools, elsewhere }: Source): boolean {
  return schools.length > 0 || Boolean(elsewhere)
}

function kindsIn(pieces: Source[]): string[] {
  return [...new Set(pieces.map(piece => kindNamed(piece.kind)))].sort()
}

/** `2026-03`, in the order of time. */
function monthsIn(pieces: Source[]): string[] {
  return [...new Set(pieces.flatMap(piece => piece.gatheredOn?.slice(0, 7) ?? []))].sort()
}
