import type { Db } from '../../database.js'
import { membersOf } from '../../meetings/circles/members.js'
import { partnersOf, peopleFromPartners } from '../../networks/partners/partners.js'
import { openThemesOf } from '../../networks/themes/themes.js'
import { championsOf } from '../../themes/champions/champions.js'
import { coLeadersOf } from '../../themes/themes.js'
import type { ReviewRound } from '../tables.js'
import { peopleToAsk } from './company.js'

interface Option {
  value: string
  text: string
}

type OfRound = Pick<ReviewRound, 'networkId' | 'themeId'>

/** Companies that exist already and can be asked as one: circles, themes, projects and partners; of a theme, its own alone. */
export async function companiesToAsk(db: Db, { networkId, themeId }: OfRound): Promise<Option[]> {
  const circles = await db
    .selectFrom('circles')
    .select(['id', 'name', 'themeId'])
    .where('networkId', '=', networkId)
    .where('groupId', 'is', null)
    .where('closedAt', 'is', null)
    .orderBy('name')
    .execute()
  const projects = await db
    .selectFrom('projects')
    .select(['id', 'title', 'themeId'])
    .where('networkId', '=', networkId)
    .where('endedAt', 'is', null)
    .orderBy('title')
    .execute()
  const ofTheme = <One extends { themeId: string | null }>(all: One[]) =>
    all.filter(one => themeId === null || one.themeId === themeId)
  const themes = await openThemesOf(db, networkId)
  const partners = themeId === null ? await partnersOf(db, networkId) : []
  return [
    ...ofTheme(circles).map(({ id, name }) => ({ value: `circle~${id}`, text: `Circle: ${name}` })),
    ...themes
      .filter(({ id }) => themeId === null || id === themeId)
      .map(({ id, name }) => ({ value: `theme~${id}`, text: `Theme: ${name}` })),
    ...ofTheme(projects).map(({ id, title }) => ({ value: `project~${id}`, text: `Project: ${title}` })),
    ...partners.map(({ id, name }) => ({ value: `partner~${id}`, text: `Partner: ${name}` })),
  ]
}

/** Who is in these companies now: those of the network, and those who help in them from outside. */
export async function peopleOfCompanies(
  db: Db,
  { networkId }: OfRound,
  companies: string[],
): Promise<{ ours: string[]; helpers: string[] }> {
  const all = new Set<string>()
  for (const value of companies) {
    const [kind = '', id = ''] = value.split('~')
    for (const person of await peopleOf(db, networkId, kind, id)) all.add(person)
  }
  const belonging = new Set((await peopleToAsk(db, networkId, null)).map(one => one.id))
  return { ours: [...all].filter(id => belonging.has(id)), helpers: [...all].filter(id => !belonging.has(id)) }
}

async function peopleOf(db: Db, networkId: string, kind: string, id: string): Promise<string[]> {
  const ids = (people: { id: string }[]) => people.map(one => one.id)
  if (kind === 'circle') return ids((await membersOf(db, [id])).get(id) ?? [])
  if (kind === 'partner') return ids((await peopleFromPartners(db, networkId)).filter(one => one.partnerId === id))
  if (kind === 'project') {
    const members = await db
      .selectFrom('projectMembers')
      .innerJoin('people', 'people.id', 'projectMembers.personId')
      .select('people.id')
      .where('projectId', '=', id)
      .where('joinedAt', 'is not', null)
      .where('leftAt', 'is', null)
      .where('people.disabledAt', 'is', null)
      .execute()
    return ids(members)
  }
  const champions = (await championsOf(db, id)).filter(one => one.saidYesAt !== null)
  return [
    ...ids(await peopleToAsk(db, networkId, id)),
    ...ids(await coLeadersOf(db, id)),
    ...champions.map(one => one.personId),
  ]
}
