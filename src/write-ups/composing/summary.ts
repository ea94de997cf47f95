import { howSure } from '../../claims/sure.js'
import { day, listed, plural } from '../../words/words.js'
import type { Logged } from '../document/logged.js'
import { howSureWeAre, list, sentence, stacked } from './markdown.js'
import { takesPart } from '../../people/roles/roles.js'

/** What a head reads in one minute: who asked what, what they are surest of, and what they recommend. */
export function composeSummary(logged: Logged): string {
  const claims = surestOf(logged)
  return stacked(
    whoAsked(logged),
    claims.length > 0 && `What we found, the surest first:\n\n${list(claims)}`,
    logged.recommendations.length > 0 &&
      `What we recommend:\n\n${list(logged.recommendations.map(one => sentence(one.recommendation)))}`,
  )
}

function whoAsked({ enquiry, people, schools, pieces }: Logged): string {
  const colleagues = people.filter(takesPart).length
  const when = enquiry.finishedAt
    ? `Between ${day(enquiry.beganAt)} and ${day(enquiry.finishedAt)}`
    : `Since ${day(enquiry.beganAt)}`
  const where = listed(schools.map(school => school.name))
  const logged = pieces.length > 0 ? ` We logged ${plural(pieces.length, 'piece', 'pieces')} of evidence.` : ''
  return `${when}, ${plural(colleagues, 'colleague', 'colleagues')} from ${where} asked together: *${enquiry.question}*${logged}`
}

function surestOf({ claims }: Logged): string[] {
  const rank = (strength: string) => howSure.indexOf(strength as (typeof howSure)[number])
  return [...claims]
    .sort((one, other) => rank(other.strength) - rank(one.strength) || one.number - other.number)
    .slice(0, 4)
    .map(claim => `${sentence(claim.claim)} ${howSureWeAre(claim)}`)
}
