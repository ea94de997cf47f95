import type { Request } from 'express'
import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { networkHead } from '../../networks/head.js'
import { ownFirst, schoolsOf } from '../../networks/schools/schools.js'
import type { Network } from '../../networks/tables.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { listed } from '../../words/words.js'
import { adoptionSaid, answersToLookFor, answerSaid } from '../answers.js'
import { recommendedToSchools, type ToSchool, underHeadings } from '../of-school/recommended-to-school.js'
import type { NetworkRecommendationsPage } from '../pages.js'
import { isOnPaperOnly } from '../permissions.js'
import { type FoundRecommendation, recommendationsAcross, type ResponseOf } from '../recommendations.js'
import { dossiersIn } from './dossiers-offered.js'
import { lineOf } from './lines.js'

const perPage = 25
const mostOfOwn = 25

/** What is recommended across a network: to the reader's own schools first; to all of them for those who lead it. */
export async function networkPage(
  db: Db,
  person: Reader,
  network: Network,
  req: Request,
): Promise<NetworkRecommendationsPage> {
  const all = await recommendationsAcross(db, person, network.id)
  const ownIds = person.schoolsIn(network.id)
  const schools = ownFirst(await schoolsOf(db, network.id), ownIds)
  const isLeader = person.isNetworkLeaderOf(network.id)
  const filter = { answer: queried(req, 'answer'), school: queried(req, 'school') }
  const ownSchools = schools.filter(school => ownIds.includes(school.id))
  const ownLines = await recommendedToSchools(db, person, ownSchools)
  const isListed = (one: FoundRecommendation) => ownLines.some(line => line.id === one.recommendation.id)
  const wanted = isLeader
    ? all.filter(one => isWanted(one, filter))
    : all.filter(one => !isListed(one) && isReadInside(one))
  const from = (pageNumber(req) - 1) * perPage
  const rows = wanted.slice(from, from + perPage).map(one => ({
    line: lineOf(one),
    groupName: one.groupName,
    cells: isLeader
      ? schools.map(school => cellOf(one.recommendation.responses.find(at => at.schoolId === school.id)))
      : [],
  }))
  return {
    title: `Recommendations in ${network.name}`,
    head: networkHead(network, person, 'recommendations'),
    networkId: network.id,
    own: pageNumber(req) > 1 ? null : ownPart(network, ownSchools, ownLines),
    isLeader,
    recommendations: pageOf(req, rows, wanted.length, perPage),
    schools: schools.map(({ id, name }) => ({ id, name })),
    dossiers: dossiersIn(all, `/networks/${network.id}`, id => isLeader || person.answersFor(id)),
    filter,
    choices: { schools: schools.map(one => ({ value: one.id, text: one.name })), answers: answersToLookFor },
  }
}

function ownPart(
  network: Network,
  schools: { id: string; name: string }[],
  lines: ToSchool[],
): NetworkRecommendationsPage['own'] {
  if (lines.length === 0) return null
  return {
    heading: `Recommended to ${listed(schools.map(school => school.name))}`,
    parts: underHeadings(lines.slice(0, mostOfOwn)),
    severalSchools: schools.length > 1,
    all: schools
      .filter(school => lines.some(line => line.schoolId === school.id))
      .map(school => ({
        href: `/networks/${network.id}/schools/${school.id}/recommendations`,
        text: `All that was recommended to ${school.name}`,
      })),
  }
}

/** Those that somebody reads as one of the group, of its theme, or as invited to it, or as a governor, whichever schools they went to. */
function isReadInside({ recommendation, enquiry }: FoundRecommendation): boolean {
  const { member, coLeader, facilitator } = enquiry?.standing ?? {}
  return Boolean(member || coLeader || facilitator) || (!enquiry && recommendation.releasedOutsideAt !== null)
}

function isWanted({ recommendation }: FoundRecommendation, filter: { answer: string; school: string }): boolean {
  return (!filter.answer && !filter.school) || recommendation.responses.some(one => fits(one, filter))
}

function fits(response: ResponseOf, filter: { answer: string; school: string }): boolean {
  const answer = filter.answer === 'none' ? null : filter.answer
  return (!filter.answer || response.answer === answer) && (!filter.school || response.schoolId === filter.school)
}

function cellOf(response: ResponseOf | undefined): { said: string; quiet: string[] } | null {
  if (!response) return null
  return {
    said: answerSaid(response.answer),
    quiet: [
      ...(response.adoption ? [adoptionSaid(response.adoption)] : []),
      ...(isOnPaperOnly(response) ? ['from paper'] : []),
    ],
  }
}
