import type { Chart } from '../../charts/chart.js'
import { kinds } from '../../evidence/kinds.js'
import { adoptions } from '../../recommendations/answers.js'
import { stageNamed, stages } from '../../stages.js'
import { byName, day } from '../../words/words.js'
import { dayOf } from '../../web/now.js'

/** The charts that documents are given by themselves. Each is undefined where there is too little to be worth a picture. */

interface PieceCounted {
  kind: string
  schools: { id: string; name: string }[]
}

/** Evidence by kind and school, schools in the order of the alphabet. A piece from two schools counts in both. */
export function evidenceByKindAndSchool(
  pieces: PieceCounted[],
  title = 'Evidence by kind and school',
): Chart | undefined {
  const schools = [...new Map(pieces.flatMap(piece => piece.schools).map(one => [one.id, one])).values()].sort(byName)
  const rows = kinds.filter(({ key }) => pieces.some(piece => piece.kind === key))
  if (schools.length === 0 || pieces.length < 4 || rows.length * schools.length < 3) return undefined
  return {
    kind: 'grid',
    title,
    counted: ['piece', 'pieces'],
    of: ['kind', 'school'],
    rows: rows.map(({ name }) => name.charAt(0).toUpperCase() + name.slice(1)),
    columns: schools.map(({ name }) => name),
    cells: rows.map(({ key }) =>
      schools.map(
        ({ id }) => pieces.filter(piece => piece.kind === key && piece.schools.some(one => one.id === id)).length,
      ),
    ),
  }
}

interface Moved {
  fromStage: string
  toStage: string
  movedAt: string
}

/** When an enquiry was in which stage, until it ended or until now; a return is a second bar. */
export function stageTimeline(
  enquiry: { beganAt: string; stage: string },
  moves: Moved[],
  until: string,
  title = 'The way we went',
): Chart | undefined {
  if (moves.length < 2) return undefined
  const byDay = [...moves].sort((one, other) => (one.movedAt < other.movedAt ? -1 : 1))
  const stays = byDay.map((move, at) => ({
    stage: move.fromStage,
    from: at === 0 ? enquiry.beganAt : byDay[at - 1]!.movedAt,
    to: move.movedAt,
  }))
  const last = byDay.at(-1)!
  const bars = [...stays, { stage: last.toStage, from: last.movedAt, to: until }].map(({ stage, from, to }) => ({
    row: stageNamed(stage).name,
    from: dayOf(from),
    to: dayOf(to),
    stage,
  }))
  return {
    kind: 'timeline',
    title,
    rows: stages.map(({ name }) => name).filter(name => bars.some(({ row }) => row === name)),
    bars: bars.map((bar, at) => ({ ...bar, note: returned(byDay, at) })),
  }
}

function returned(moves: Moved[], at: number): string {
  const move = moves[at - 1]
  if (!move) return ''
  const place = (key: string) => stages.findIndex(stage => stage.key === key)
  return place(move.toStage) < place(move.fromStage) ? `Back again on ${day(move.movedAt)}` : ''
}

interface RecommendationCounted {
  number: number
  responses: ResponseCounted[]
}

interface ResponseCounted {
  answer: string | null
  adoption: string | null
  publicAt: string | null
}

/**
 * How far schools have taken up what was recommended. Answers that their heads have not agreed to publish are counted
 * together with those that have not come.
 */
export function adoptionChart(
  all: RecommendationCounted[],
  title = 'What has become of what we recommend',
): Chart | undefined {
  const sent = all.filter(one => one.responses.length > 0)
  if (!sent.some(one => one.responses.some(response => response.publicAt))) return undefined
  const taken = ['in place', 'trying', 'considering', 'dropped'] as const
  const columns = [
    ...taken.map(key => ({
      name: adoptions.find(one => one.adoption === key)!.said,
      is: (one: ResponseCounted) => adoptionPublished(one) === key,
    })),
    { name: 'Declined', is: (one: ResponseCounted) => adoptionPublished(one) === 'declined' },
    { name: 'Not published', is: (one: ResponseCounted) => one.publicAt === null },
  ]
  const there = columns.filter(({ is }) => sent.some(one => one.responses.some(is)))
  return {
    kind: 'grid',
    title,
    counted: ['school', 'schools'],
    of: ['recommendation', 'state'],
    rows: sent.map(({ number }) => `R${number}`),
    columns: there.map(({ name }) => name),
    cells: sent.map(one => there.map(({ is }) => one.responses.filter(is).length)),
  }
}

function adoptionPublished({ answer, adoption, publicAt }: ResponseCounted): string {
  if (publicAt === null) return ''
  return answer === 'decline' ? 'declined' : (adoption ?? 'considering')
}
