import type { Chart } from '../../charts/chart.js'
import { kinds } from '../../evidence/kinds.js'
import { type Adoption, adoptionSaid, type Answer, answerSaid } from '../../recommendations/answers.js'
import { stageNamed, stages } from '../../stages.js'
import { byName, day } from '../../words/words.js'
import { answersInOneSentence, evidenceInOneSentence } from '../sentences.js'
import { dayOf } from '../../web/now.js'

/** The charts that documents are given by themselves. Each is undefined where there is too little to be worth a picture. */

interface PieceCounted {
  kind: string
  schools: { id: string; name: string }[]
  /** Some of it comes from outside the network. */
  elsewhere?: boolean
}

/**
 * Evidence by kind and school, schools in the order of the alphabet. A piece from several schools is counted at each, and
 * one that names none in a column of its own; the sentence says both, so that it adds up to what is told beside it.
 */
export function evidenceByKindAndSchool(
  pieces: PieceCounted[],
  title = 'Evidence by kind and school',
): Chart | undefined {
  const schools = [...new Map(pieces.flatMap(piece => piece.schools).map(one => [one.id, one])).values()].sort(byName)
  const counted = kinds
    .map(kind => ({ ...kind, own: pieces.filter(piece => piece.kind === kind.key) }))
    .filter(({ own }) => own.length > 0)
  if (schools.length === 0 || pieces.length < 4 || counted.length * schools.length < 3) return undefined
  const others = [
    { name: 'Elsewhere', has: (piece: PieceCounted) => Boolean(piece.elsewhere) },
    { name: 'No school noted', has: (piece: PieceCounted) => piece.schools.length === 0 && !piece.elsewhere },
  ].filter(({ has }) => pieces.some(has))
  const [first, second] = [...counted].sort((one, other) => other.own.length - one.own.length)
  const most = first && first.own.length > (second?.own.length ?? 0) ? first : undefined
  return {
    kind: 'grid',
    title,
    of: 'kind',
    sentence: evidenceInOneSentence({
      pieces: pieces.length,
      most: most && { kind: most.name, count: most.own.length },
      inSeveral: pieces.filter(piece => piece.schools.length + (piece.elsewhere ? 1 : 0) > 1).length,
      withoutSchool: pieces.filter(piece => piece.schools.length === 0 && !piece.elsewhere).length,
    }),
    rows: counted.map(({ name }) => name.charAt(0).toUpperCase() + name.slice(1)),
    columns: [...schools.map(({ name }) => name), ...others.map(({ name }) => name)],
    cells: counted.map(({ own }) => [
      ...schools.map(({ id }) => own.filter(piece => piece.schools.some(one => one.id === id)).length),
      ...others.map(({ has }) => own.filter(has).length),
    ]),
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
  // What went all on one day is told in a sentence; a picture of it has nothing to show.
  if (bars.every(({ from, to }) => from === bars[0]!.from && to === from)) return undefined
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
  schoolId: string
  answer: Answer | null
  adoption: Adoption | null
  publicAt: string | null
  /** Whether somebody heads the school here, who could answer. */
  hasHead: boolean
}

/** What a school can be counted as, each once: what its head said where that may be told, or else why it is not told. */
const states: { name: string; is: (one: ResponseCounted) => boolean }[] = [
  ...(['in place', 'trying', 'dropped'] as const).map(key => ({
    name: adoptionSaid(key),
    is: (one: ResponseCounted) => isTold(one) && one.answer !== 'decline' && one.adoption === key,
  })),
  ...(['accept', 'adapt'] as const).map(key => ({
    name: answerSaid(key),
    is: (one: ResponseCounted) =>
      isTold(one) && one.answer === key && (one.adoption === null || one.adoption === 'considering'),
  })),
  { name: answerSaid('decline'), is: one => isTold(one) && one.answer === 'decline' },
  { name: 'Answered for the group alone', is: one => one.answer !== null && one.publicAt === null },
  { name: answerSaid(null), is: one => one.answer === null && one.hasHead },
  { name: 'No head here', is: one => one.answer === null && !one.hasHead },
]

function isTold({ answer, publicAt }: ResponseCounted): boolean {
  return answer !== null && publicAt !== null
}

/** What has become of what was recommended, a school counted once for each recommendation that was sent to it. */
export function adoptionChart(
  all: RecommendationCounted[],
  title = 'What has become of what we recommend',
): Chart | undefined {
  const sent = all.filter(one => one.responses.length > 0)
  const responses = sent.flatMap(one => one.responses)
  if (!responses.some(isTold)) return undefined
  const there = states.filter(({ is }) => responses.some(is))
  return {
    kind: 'grid',
    title,
    of: 'recommendation',
    sentence: answersInOneSentence({
      schools: new Set(responses.map(one => one.schoolId)).size,
      recommendations: sent.length,
      asked: responses.length,
      answered: responses.filter(one => one.answer !== null).length,
      published: responses.filter(isTold).length,
    }),
    rows: sent.map(({ number }) => `R${number}`),
    columns: there.map(({ name }) => name),
    cells: sent.map(one => there.map(({ is }) => one.responses.filter(is).length)),
  }
}
