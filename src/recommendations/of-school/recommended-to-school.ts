import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { day } from '../../words/words.js'
import { answerSaid, adoptionSaid } from '../answers.js'
import { isOnPaperOnly, mayAnswer, mayConfirmSlip, mayEnterSlip, maySayInPlace } from '../permissions.js'
import { type FoundRecommendation, type InPlace, recommendationsTo, type ResponseOf } from '../recommendations.js'
import { givenByInWords } from '../slips/in-words.js'

/** How a recommendation stands in a school, in the order in which its head would want to know. */
export const standings = [
  { standing: 'owed', heading: 'Waiting for an answer' },
  { standing: 'on paper', heading: 'Answered on paper, to be confirmed' },
  { standing: 'promised', heading: 'Promised' },
  { standing: 'in place', heading: 'In place' },
  { standing: 'not done', heading: 'Declined, or no longer done' },
  { standing: 'recommended', heading: 'Recommended' },
] as const

type StandingInSchool = (typeof standings)[number]['standing']

/** One recommendation to one school. */
export interface ToSchool {
  id: string
  href: string
  recommendation: string
  groupName: string
  schoolId: string
  schoolName: string
  standing: StandingInSchool
  /** `Accepted with changes`, `Trying it`, and days: what is known of it, a few words each. */
  words: string[]
  /** The school’s words on what can be seen, where it is in place. */
  whatCanBeSeen: string
  /** How others did: the other schools in which it is in place. */
  elsewhere: InPlace[]
  step: { href: string; text: string } | null
}

/** Everything that was recommended to these schools, as this person reads it: what is owed first, then by how it stands. */
export async function recommendedToSchools(db: Db, person: Reader, schools: { id: string }[]): Promise<ToSchool[]> {
  const ids = schools.map(school => school.id)
  const found = await recommendationsTo(db, person, ids)
  const sent = await sentTo(db, ids)
  const lines = found
    .filter(({ recommendation }) => recommendation.withdrawnAt === null)
    .flatMap(one =>
      sent
        .filter(to => to.recommendationId === one.recommendation.id && mayKnow(person, one, to))
        .map(to => lineFor(person, one, to)),
    )
  const place = (line: ToSchool) => standings.findIndex(one => one.standing === line.standing)
  return lines.sort((one, other) => place(one) - place(other))
}

interface SentTo {
  recommendationId: string
  schoolId: string
  schoolName: string
  sentAt: string
}

/** That a school was sent something is known to everybody who works there, whatever its head answered. */
function sentTo(db: Db, schoolIds: string[]): Promise<SentTo[]> {
  return db
    .selectFrom('responses')
    .innerJoin('schools', 'schools.id', 'responses.schoolId')
    .select(['responses.recommendationId', 'responses.schoolId', 'responses.sentAt', 'schools.name as schoolName'])
    .where('responses.schoolId', 'in', [...schoolIds, ''])
    .orderBy('schools.name')
    .execute()
}

function mayKnow(person: Reader, { recommendation, inPlace }: FoundRecommendation, { schoolId }: SentTo): boolean {
  return person.worksAt(schoolId) || [...recommendation.responses, ...inPlace].some(one => one.schoolId === schoolId)
}

function lineFor(
  person: Reader,
  found: FoundRecommendation & { groupName: string },
  { schoolId, schoolName, sentAt }: SentTo,
): ToSchool {
  const { recommendation, inPlace, groupName } = found
  const response = recommendation.responses.find(one => one.schoolId === schoolId)
  const here = inPlace.find(one => one.schoolId === schoolId)
  const href = `/recommendations/${recommendation.id}`
  return {
    ...{ id: recommendation.id, href, recommendation: recommendation.recommendation },
    ...{ groupName, schoolId, schoolName },
    standing: response ? standingOf(response) : here ? 'in place' : 'recommended',
    words: response
      ? wordsOf(response)
      : [...(here?.since ? [`since ${day(here.since)}`] : []), ...(here ? [] : [`sent on ${day(sentAt)}`])],
    whatCanBeSeen: here?.whatCanBeSeen ?? '',
    elsewhere: inPlace.filter(one => one.schoolId !== schoolId),
    step: response ? stepFor(person, found, response) : null,
  }
}

function standingOf(response: ResponseOf): StandingInSchool {
  const { answer, adoption } = response
  if (answer === null) return 'owed'
  if (isOnPaperOnly(response)) return 'on paper'
  if (answer === 'decline' || adoption === 'dropped') return 'not done'
  return adoption === 'in place' ? 'in place' : 'promised'
}

function wordsOf(response: ResponseOf): string[] {
  const { answer, answeredAt, adoption, inPlaceOn, fromPaperOn, reviewOn, sentAt, headName } = response
  if (answer === null) return [`sent on ${day(sentAt)}`, ...(headName ? [] : ['no head here yet'])]
  return [
    fromPaperOn === null ? `${answerSaid(answer)} on ${day(answeredAt)}` : answerSaid(answer),
    ...(fromPaperOn === null ? [] : [givenByInWords(response)]),
    ...(adoption ? [`${adoptionSaid(adoption)}${inPlaceOn ? ` since ${day(inPlaceOn)}` : ''}`] : []),
    ...(reviewOn ? [`to look at again on ${day(reviewOn)}`] : []),
  ]
}

/** The one next step of whoever answers for the school, or enters its slip. */
function stepFor(person: Reader, found: FoundRecommendation, response: ResponseOf): ToSchool['step'] {
  const { recommendation } = found
  const address = `/recommendations/${recommendation.id}/responses/${response.schoolId}`
  if (mayConfirmSlip(person, recommendation, response)) return { href: address, text: 'Confirm or change the answer' }
  if (response.answer === null && mayAnswer(person, recommendation, response))
    return { href: address, text: 'Answer for the school' }
  if (maySayInPlace(person, recommendation, response))
    return { href: `${address}/adoption`, text: 'Say where it stands' }
  if (response.answer === null && mayEnterSlip(person, found, response))
    return { href: `${address}/slip`, text: 'Enter the answer from paper' }
  return null
}

/** The lines under the headings of how they stand; a heading without lines is left out. */
export function underHeadings(lines: ToSchool[]): { heading: string; lines: ToSchool[] }[] {
  return standings
    .map(({ standing, heading }) => ({ heading, lines: lines.filter(line => line.standing === standing) }))
    .filter(one => one.lines.length > 0)
}
