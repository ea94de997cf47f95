import { blocksFrom } from '../../documents/from-markdown.js'
import { heading } from '../../documents/making-blocks.js'
import { withTitles } from '../../write-ups/document/naming-pieces.js'
import { unread } from '../../names/names.js'
import { themesOf } from '../../networks/themes/themes.js'
import type { BroughtReportPart, HoursOf, KnowsHowOf, NetworkYear, News, NewsOf } from '../../networks/year.js'
import { textsOfMany } from '../../texts/texts.js'
import { championsWhoSaidYes } from '../champions/champions.js'
import { ownerOfTerm, termTexts } from '../notes/theme-terms.js'
import { themeAddress } from '../themes.js'
import { activityDates, sessionDates } from './dates.js'
import { activityList, sessionList, themeList } from './lists.js'

/** What co-leaders see across the groups of their themes, where they have said that it may go out. */
const crossReading: BroughtReportPart = {
  part: 'cross-reading',
  heading: 'Across the groups of each theme',
  holds:
    'What groups of a theme found alike and unlike, as its co-leader sums it up once they have said that it may go out.',
  behind: 'themes',
  async blocks(db, network, term, _span, told) {
    const out = await db
      .selectFrom('themeTerms')
      .select('themeId')
      .where('termId', '=', term.id)
      .where('readingOutAt', 'is not', null)
      .execute()
    const themes = (await (told?.themes?.() ?? themesOf(db, network.id))).filter(theme =>
      out.some(one => one.themeId === theme.id),
    )
    const owners = themes.map(theme => ownerOfTerm(theme, term))
    const texts = await textsOfMany(db, termTexts, owners)
    return themes.flatMap((theme, place) => {
      const body = unread(texts[owners[place]!]?.reading?.body ?? '').trim()
      return body ? [heading(theme.name, 3), ...withTitles(blocksFrom(body, { headingLevel: 4 }))] : []
    })
  },
}

/** Sessions that were told of: their length, times those who came. */
const sessionHours: HoursOf = async (db, networkId, { from, until }) => {
  const rows = await db
    .selectFrom('themeSessions')
    .innerJoin('themes', 'themes.id', 'themeSessions.themeId')
    .leftJoin('themeSessionPeople', join =>
      join
        .onRef('themeSessionPeople.sessionId', '=', 'themeSessions.id')
        .on('themeSessionPeople.cameAt', 'is not', null),
    )
    .select(['themeSessions.id', 'startsAt', 'endsAt', 'othersCame'])
    .select(eb => eb.fn.count<number>('themeSessionPeople.personId').as('came'))
    .where('themes.networkId', '=', networkId)
    .where('themeSessions.toldAt', 'is not', null)
    .where('themeSessions.cancelledAt', 'is', null)
    .where('startsAt', '>=', from)
    .where('startsAt', '<', until)
    .groupBy(['themeSessions.id', 'startsAt', 'endsAt', 'othersCame'])
    .execute()
  if (rows.length === 0) return []
  const hours = rows.reduce((sum, row) => {
    const length = (Date.parse(row.endsAt) - Date.parse(row.startsAt)) / 3_600_000
    return sum + length * (Number(row.came) + row.othersCame)
  }, 0)
  return [{ of: 'theme sessions', hours, times: rows.length }]
}

const championsKnowHow: KnowsHowOf = async (db, person, network) => {
  if (!person.works(network.id)) return []
  const champions = await championsWhoSaidYes(db, network.id)
  return champions.map(one => ({
    personId: one.personId,
    name: one.name,
    school: one.school,
    what: one.knows,
    because: `champion of the theme ${one.theme}`,
    href: themeAddress({ id: one.themeId, networkId: network.id }),
  }))
}

const themeNews: NewsOf = async (db, person, network, since) => {
  if (!person.works(network.id)) return []
  const ofNetwork = <Query extends { where(column: 'themes.networkId', is: '=', id: string): Query }>(query: Query) =>
    query.where('themes.networkId', '=', network.id)
  const planned = await ofNetwork(
    db
      .selectFrom('themeSessions')
      .innerJoin('themes', 'themes.id', 'themeSessions.themeId')
      .select(['themeSessions.id', 'themeSessions.title', 'themeSessions.themeId', 'themeSessions.kind'])
      .select(['themeSessions.plannedAt as at', 'themes.name as theme']),
  )
    .where('themeSessions.plannedAt', '>=', since)
    .where('themeSessions.cancelledAt', 'is', null)
    .execute()
  const champions = (await championsWhoSaidYes(db, network.id)).filter(one => one.saidYesAt! >= since)
  const done = await ofNetwork(
    db
      .selectFrom('themeActivities')
      .innerJoin('themes', 'themes.id', 'themeActivities.themeId')
      .select(['themeActivities.activity', 'themeActivities.themeId', 'themes.name as theme'])
      .select('themeActivities.doneAt as at'),
  )
    .where('themeActivities.doneAt', '>=', since)
    .execute()
  const address = (themeId: string) => themeAddress({ id: themeId, networkId: network.id })
  const news: News[] = [
    ...planned.map(one => ({
      at: one.at,
      text: `${one.theme}: a ${one.kind} is planned, “${one.title}”`,
      href: `${address(one.themeId)}/sessions/${one.id}`,
    })),
    ...champions.map(one => ({
      at: one.saidYesAt!,
      text: `${one.name} is the person to ask about ${one.theme} at ${one.school}`,
      href: address(one.themeId),
    })),
    ...done.map(one => ({ at: one.at!, text: `${one.theme}: done, “${one.activity}”`, href: address(one.themeId) })),
  ]
  return news.sort((one, other) => other.at.localeCompare(one.at))
}

export const themesInTheYear: NetworkYear = {
  dates: [sessionDates, activityDates],
  reportParts: [crossReading],
  moves: [],
  hours: [sessionHours],
  knowsHow: [championsKnowHow],
  news: [themeNews],
  lists: [themeList, activityList, sessionList],
  beside: [],
}
