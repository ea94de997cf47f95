import type { Request } from 'express'
import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { cycleKept, cyclesToChoose } from '../enquiries/cycles/cycles-to-choose.js'
import { crumbsOf, headOf, ofCycle } from '../enquiries/head.js'
import { citationsIn } from '../knowledge/citing/citing.js'
import type { Reader } from '../names/reader.js'
import { pageNumber, pageOf, queried } from '../web/page-of.js'
import { textsOfClaim } from './claim-page.js'
import { type ClaimInView, claimsOf } from './claims.js'
import type { ClaimsIndexPage } from './pages.js'
import { mayMakeClaims } from './permissions.js'
import { begun, howSure } from './sure.js'

const size = 25

interface ClaimFilters {
  sure: string
  school: string
}

/**
 * The claims of a group's cycle: those that it still makes, page by page, and after the last of them the retired ones.
 * @param req its query string may ask how sure, for a school, and for a page
 */
export async function claimsPage(db: Db, person: Reader, enquiry: Enquiry, req: Request): Promise<ClaimsIndexPage> {
  const claims = await claimsOf(db, person, enquiry)
  const filters = { sure: queried(req, 'sure'), school: queried(req, 'school') }
  const stillMade = claims.filter(claim => !claim.retiredAt && isAskedFor(claim, filters))
  const from = (pageNumber(req) - 1) * size
  const page = pageOf(req, stillMade.slice(from, from + size), stillMade.length, size)
  return {
    title: 'Claims',
    breadcrumbs: crumbsOf(enquiry),
    head: headOf(enquiry, 'claims'),
    page,
    fields: filterFields(claims, filters),
    retired: page.number === page.pages ? claims.filter(claim => claim.retiredAt) : [],
    inside: enquiry.standing.member,
    may: { make: mayMakeClaims(enquiry) },
    citations: await citationsIn(db, enquiry, claims.flatMap(textsOfClaim)),
    ...addresses(enquiry),
  }
}

function isAskedFor(claim: ClaimInView, { sure, school }: ClaimFilters): boolean {
  return (!sure || claim.strength === sure) && (!school || claim.coverage.schools.includes(school))
}

function filterFields(claims: ClaimInView[], { sure, school }: ClaimFilters): ClaimsIndexPage['fields'] {
  const schools = [...new Set(claims.flatMap(claim => claim.coverage.schools))].sort()
  return [
    { name: 'sure', label: 'How sure', value: sure, options: howSure.map(value => ({ value, text: begun(value) })) },
    { name: 'school', label: 'School', value: school, options: schools.map(name => ({ value: name, text: name })) },
  ]
}

function addresses(enquiry: Enquiry): Pick<ClaimsIndexPage, 'csv' | 'all' | 'map' | 'cycles' | 'kept'> {
  const cycle = ofCycle(enquiry)
  const all = `/groups/${enquiry.groupId}/claims`
  const cycles = cyclesToChoose(enquiry, '/claims')
  return {
    csv: `${all}.csv${cycle}`,
    all: `${all}${cycle}`,
    map: `${all}/map${cycle}`,
    cycles,
    kept: cycleKept(enquiry),
  }
}
