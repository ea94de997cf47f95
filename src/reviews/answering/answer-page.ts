import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import { day } from '../../words/words.js'
import { type FormState, formOf } from '../../web/read.js'
import { askedOf, itemsOf } from '../instruments/index.js'
import type { Instrument, InstrumentPart, PlaceItem } from '../instruments/instrument.js'
import { widest } from '../instruments/instrument.js'
import type { FoundRound } from '../rounds/rounds.js'
import { fieldsOf } from './answer-form.js'
import type { AnswerIntroPage, AnswerPartPage } from './pages.js'
import { type Answers, ownAnswers } from './papers.js'
import { privatePlacesOf } from './private-places.js'

/** What it is about, what becomes of it, and where this person has got to. */
export async function answerIntroPage(db: Db, found: FoundRound): Promise<AnswerIntroPage> {
  const { round, instrument, head, address, asked } = found
  const answers = await ownAnswers(db, round, found.person)
  return {
    title: round.title,
    head,
    address,
    about: round.why || instrument.about,
    minutes: instrument.minutes,
    answerBy: round.answerBy,
    parts: instrument.parts.map((part, at) => ({
      number: at + 1,
      heading: part.heading,
      ...saidOf(part, found, answers),
    })),
    begun: Object.keys(answers).length > 0,
    done: asked?.answered === 'done',
    next: nextPart(found, answers),
  }
}

/** One part to be answered. @param number from 1 @throws NotFound for a part that there is not */
export async function answerPartPage(
  db: Db,
  found: FoundRound,
  number: number,
  { form, place = formOf() }: { form?: FormState; place?: FormState } = {},
): Promise<AnswerPartPage> {
  const { round, instrument, address, person } = found
  const part = instrument.parts[number - 1]
  if (!part) throw new NotFound('part')
  const answers = await ownAnswers(db, round, person)
  const square = part.items.find(item => item.kind === 'place')
  return {
    title: part.heading,
    address,
    review: round.title,
    number,
    of: instrument.parts.length,
    progress: progressInWords(found, number),
    part,
    questions: questionsOf(instrument, part),
    form: form ?? formOf(fieldsOf(answers)),
    square: square && {
      ...{ suggested: suggestedPlace(found, square, answers), widest, name: `q-${square.id}`, form: place },
      others: await privatePlacesOf(db, round, person),
    },
    answerBy: round.answerBy,
  }
}

/** What is asked in a part, each with the names of its fields. */
export function questionsOf(instrument: Instrument, part: InstrumentPart): AnswerPartPage['questions'] {
  return part.items.map(item => ({
    item,
    asked: askedOf(item, instrument).map(({ key, of, choices }) => ({ name: `q-${key}`, of, choices })),
  }))
}

function saidOf(part: InstrumentPart, { instrument }: FoundRound, answers: Answers) {
  const keys = part.items.flatMap(item =>
    item.kind === 'place' ? [item.id] : askedOf(item, instrument).map(one => one.key),
  )
  const said = keys.filter(key => answers[key]).length
  return { said, asked: keys.length, words: said === 0 ? 'not begun' : said === keys.length ? 'answered' : 'begun' }
}

/** The first part in which nothing was said yet; the first of all where everything was. */
function nextPart(found: FoundRound, answers: Answers): number {
  const at = found.instrument.parts.findIndex(part => saidOf(part, found, answers).said === 0)
  return at < 0 ? 1 : at + 1
}

function progressInWords({ instrument: { parts, minutes } }: FoundRound, number: number): string {
  const items = (some: InstrumentPart[]) => itemsOf({ parts: some }).length
  const left = Math.max(1, Math.round((minutes * items(parts.slice(number - 1))) / Math.max(1, items(parts))))
  const time = left === 1 ? 'about a minute to go' : `about ${left} minutes to go`
  return `Part ${number} of ${parts.length}, ${time}`
}

/** Where their own answers about features would put the network; undefined before they have said enough. */
function suggestedPlace(
  { instrument }: FoundRound,
  square: PlaceItem,
  answers: Answers,
): { across: number; up: number } | undefined {
  const side = (partId: string) => {
    const items = instrument.parts.find(part => part.id === partId)?.items ?? []
    const steps = items.flatMap(item =>
      item.kind === 'statement' && answers[item.id] ? [Number(answers[item.id])] : [],
    )
    const highest = Math.max(2, instrument.steps.length)
    if (steps.length < 3) return undefined
    const mean = steps.reduce((sum, one) => sum + one, 0) / steps.length
    return Math.round(((mean - 1) / (highest - 1)) * widest)
  }
  const [across, up] = [side(square.across), side(square.up)]
  return across === undefined || up === undefined ? undefined : { across, up }
}

/** What somebody is told who comes too late. */
export function tooLateInWords(closedAt: string | null): string {
  return closedAt ? `This review closed on ${day(closedAt)}.` : 'This review is not open yet.'
}
