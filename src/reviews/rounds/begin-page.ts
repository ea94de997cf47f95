import type { Db } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import { inDaysOfSchool } from '../../networks/terms/school-days.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { today } from '../../web/now.js'
import { type FormState, formOf } from '../../web/read.js'
import { day } from '../../words/words.js'
import { instrumentsFor } from '../instruments/own.js'
import { addressOfLink } from '../links/links.js'
import { mayBegin, mayLead } from '../permissions.js'
import type { ReviewRound } from '../tables.js'
import { companiesToAsk } from './companies.js'
import { facilitatorsOf, type PersonToAsk, peopleToAsk, rolesToAsk, askedOf } from './company.js'
import type { BeginPage, CompanyPage } from './pages.js'
import { standingApart } from './round-page.js'
import type { FoundRound, ReviewsOfNetwork } from './rounds.js'

const daysToAnswer = 14

/** The themes of a network that somebody leads. */
export async function themesLedBy(db: Db, person: Person, network: Pick<Network, 'id'>) {
  const themes = await db
    .selectFrom('themes')
    .select(['id', 'name'])
    .where('networkId', '=', network.id)
    .where('closedAt', 'is', null)
    .execute()
  return themes.filter(theme => person.isCoLeaderOf(theme.id))
}

/** @throws NotAllowed for those who lead neither the network nor a theme of it */
export async function allowBeginning(db: Db, { person, network }: ReviewsOfNetwork): Promise<void> {
  const themes = await themesLedBy(db, person, network)
  allow(
    mayBegin(
      person,
      network,
      themes.map(one => one.id),
    ),
    'A review is begun by a network leader, or by a co-leader for the people of their theme.',
  )
}

export async function beginPage(db: Db, there: ReviewsOfNetwork, form?: FormState): Promise<BeginPage> {
  const { person, network, head, listAddress } = there
  const leads = person.isNetworkLeaderOf(network.id)
  const themes = leads ? [] : await themesLedBy(db, person, network)
  const schools = await schoolsOf(db, network.id)
  const earlier = await closedRounds(db, person, network.id)
  return {
    title: 'Begin a review',
    ...{ head, address: listAddress },
    form: form ?? formOf({ answerBy: await inDaysOfSchool(db, network.id, daysToAnswer) }),
    instruments: (await instrumentsFor(db, network)).map(one => ({
      ...{ value: one.id, text: `${one.name} (about ${one.minutes} minutes)`, hint: one.about },
    })),
    roles: rolesToAsk,
    schools: schools.map(one => ({ value: one.id, text: one.name })),
    companies: leads ? await companiesToAsk(db, { networkId: network.id, themeId: null }) : [],
    themes: themes.map(one => ({ value: one.id, text: one.name })),
    earlier: earlier.map(one => ({ value: one.id, text: `${one.title}, closed ${day(one.closedAt)}` })),
  }
}

/** The form of a round that asks what an earlier one asked, of the same people. */
export function askingAgain(page: BeginPage, before: ReviewRound): BeginPage {
  const { instrumentId: instrument, company, themeId, id: follows } = before
  Object.assign(page.form.values, { instrument, company, follows, again: 'yes' })
  if (themeId) page.form.values.theme = themeId
  return page
}

/** Rounds that this person could ask again. */
export async function closedRounds(db: Db, person: Person, networkId: string): Promise<ReviewRound[]> {
  const rows = await db
    .selectFrom('reviewRounds')
    .selectAll()
    .where('networkId', '=', networkId)
    .where('closedAt', 'is not', null)
    .orderBy('closedAt', 'desc')
    .limit(50)
    .execute()
  return rows.filter(row => mayLead(person, row))
}

/** Who is asked, and how others are added. */
export async function companyPage(
  { db, mail, baseUrl }: Pick<House, 'db' | 'mail' | 'baseUrl'>,
  found: FoundRound,
  form: FormState = formOf(),
): Promise<CompanyPage> {
  const { network, round, head, address } = found
  const asked = await askedOf(db, round)
  const known = new Set(asked.map(one => one.id))
  const left = (people: { id: string; name: string }[]) =>
    people.filter(one => !known.has(one.id)).map(one => ({ value: one.id, text: one.name }))
  return {
    title: 'Who is asked',
    ...{ head, address, review: round.title, form },
    people: standingApart(asked),
    total: asked.length,
    roles: rolesToAsk,
    schools: (await schoolsOf(db, network.id)).map(one => ({ value: one.id, text: one.name })),
    companies: await companiesToAsk(db, round),
    links:
      mail.leaves || round.linkSecret === null
        ? []
        : asked
            .filter(one => one.byLink)
            .map(one => ({ name: one.name, href: `${baseUrl}${addressOfLink(round, one)}` })),
    others: left(await peopleInReach(db, round)).slice(0, 600),
    facilitators: left(await facilitatorsOf(db, network.id, today())),
    may: { leaveOut: round.openedAt === null },
  }
}

/** Whom this round can ask among the network's own: all of them, or the people of its theme. */
export function peopleInReach(db: Db, round: Pick<ReviewRound, 'networkId' | 'themeId'>): Promise<PersonToAsk[]> {
  return peopleToAsk(db, round.networkId, round.themeId)
}
