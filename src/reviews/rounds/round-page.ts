import type { Db } from '../../database.js'
import { meetingsAhead } from '../../meetings/agenda/meetings-ahead.js'
import { formOf } from '../../web/read.js'
import { today } from '../../web/now.js'
import { day, plural } from '../../words/words.js'
import { chosenIn, mostChosen } from '../choosing/choosing.js'
import { mayAnswer, mayChoose, mayLead, mayReadReviews, maySeeSpread, mayTell } from '../permissions.js'
import { roundsToPutBeside } from '../spread/comparing.js'
import type { ReviewRound, Stands } from '../tables.js'
import { askedOf, type AskedPerson } from './company.js'
import { companyOf, roundsNear } from './closing.js'
import { areFarApart } from './nearness.js'
import { outcomeOf, type ShownOf, standingInWords, standings } from './outcome.js'
import type { RoundPage } from './pages.js'
import { askedIn, type FoundRound } from './rounds.js'

/** A round with whatever this person can do about it now. */
export async function roundPage(
  db: Db,
  found: FoundRound,
  forms: Partial<Pick<RoundPage, 'talk' | 'lastDay'>> = {},
): Promise<RoundPage> {
  const { person, network, round, instrument, asked, head, address, listAddress } = found
  const { id, title, why, company, answerBy, openedAt, remindedAt, closedAt, talkOn, talkWhere } = round
  const leads = mayLead(person, round)
  const people = leads ? await askedOf(db, round) : []
  const sees = maySeeSpread(person, round, asked)
  const chosen = mayReadReviews(person, network) || sees ? await chosenIn(db, round) : []
  return {
    title,
    ...{ head, address, listAddress },
    round: {
      ...{ id, title, why, company, answerBy, openedAt, remindedAt, closedAt, talkOn, talkWhere },
      over: answerBy < today(),
      state: closedAt ? 'closed' : openedAt ? 'open' : 'draft',
    },
    instrument: {
      name: instrument.name,
      minutes: instrument.minutes,
      href: mayReadReviews(person, network) ? `${listAddress}/instruments/${instrument.id}` : null,
    },
    asked,
    outcome: closedAt ? outcomeInWords(round, sees) : [],
    people: standingApart(people),
    warnings: leads && !closedAt ? await warningsFor(db, round, people) : [],
    chosen,
    beside: sees ? await besideOf(db, found) : [],
    talk: forms.talk ?? formOf({ talkOn: talkOn ?? '', talkWhere, meeting: round.meetingId ?? '' }),
    meetings: leads && closedAt ? await meetingsAhead(db, person, network) : [],
    talkAt: round.meetingId ? `/meetings/${round.meetingId}` : null,
    lastDay: forms.lastDay ?? formOf({ answerBy }),
    may: {
      lead: leads,
      answer: mayAnswer(person, round, asked),
      seeSpread: sees,
      choose: mayChoose(person, round),
      tell: mayTell(person, round),
      chooseMore: mayChoose(person, round) && chosen.filter(one => !one.letGoAt).length < mostChosen,
    },
  }
}

/** Those who are asked, each group with its heading. */
export function standingApart(people: AskedPerson[]): RoundPage['people'] {
  return standings
    .map(stands => ({ stands, heading: standingInWords[stands], people: people.filter(one => one.stands === stands) }))
    .filter(one => one.people.length > 0)
}

function outcomeInWords(round: ReviewRound, sees: boolean): RoundPage['outcome'] {
  const outcome = outcomeOf(round)
  return standings.flatMap(stands => {
    const of = outcome[stands]
    if (!of) return []
    return [{ heading: standingInWords[stands], text: sentenceFor(of, sees), shown: of.state === 'shown' }]
  })
}

function sentenceFor(of: ShownOf, sees: boolean): string {
  if (of.state === 'few')
    return 'Fewer than five answered, so nothing is shown, and what was said was erased unseen. Next time ask more people, or give them more days.'
  if (of.state === 'near')
    return 'Too nearly the same people had answered the same a little before: the two beside each other would have told what one or a few of them said. So nothing is shown, and what was said was erased unseen.'
  return sees ? `${plural(of.answers, 'answer', 'answers')}.` : 'Those who were asked see how the answers spread.'
}

/** What would keep the spread from being shown, while it can still be put right. */
async function warningsFor(db: Db, round: ReviewRound, people: AskedPerson[]): Promise<string[]> {
  const warnings: string[] = []
  for (const stands of ['self', 'peer', 'facilitator'] satisfies Stands[]) {
    const company = new Set(people.filter(one => one.stands === stands).map(one => one.key))
    if (company.size === 0) continue
    if (company.size < 5 && stands !== 'self')
      warnings.push(`${standingInWords[stands]}: fewer than five are asked, so what they say can never be shown.`)
    const near = await roundsNear(db, round, stands)
    const before: ReadonlySet<string>[] = []
    for (const one of near) before.push(await companyOf(db, one, stands))
    if (near.length > 0 && !areFarApart([company, ...before]))
      warnings.push(
        `Nearly the same people answered “${near[0]!.title}” on ${day(near[0]!.closedAt)}. Only where exactly the same answer, or five at least are new and five at least stay away, can this one be shown as well. Most reviews are asked again after a year.`,
      )
  }
  return warnings
}

/** Of those whose spread this person may see, too. */
async function besideOf(db: Db, { person, round, address }: FoundRound): Promise<RoundPage['beside']> {
  const others = await roundsToPutBeside(db, round)
  const asked = await askedIn(db, person, others)
  const seen = others.filter(one => maySeeSpread(person, one, asked.get(one.id) ?? null))
  return seen.map(one => ({ href: `${address}/beside/${one.id}`, title: one.title, day: day(one.closedAt) }))
}
