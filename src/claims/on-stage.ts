import type { Db } from '../database.js'
import { asksWith, type Slots } from '../database/in-the-same-words.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import type { StageNeed, StagePart } from '../enquiries/stages/stage-parts.js'
import { unread } from '../names/names.js'
import { gaps } from '../reach/reaches.js'
import { type ClaimInView, claimsOf } from './claims.js'
import { textsOfClaim } from './claim-page.js'
import { mayMakeClaims } from './permissions.js'

export interface ClaimsOnStage {
  claims: ClaimInView[]
  /** `/groups/reading/claims` */
  address: string
  inside: boolean
  may: { make: boolean }
}

/** The claims stand on the evidence stage; what the group still claims there is what later stages build on. */
export const claimsOnStage: StagePart<ClaimsOnStage> = {
  stage: 'evidence',
  view: 'claims/_on-stage',
  async load(db, person, enquiry) {
    const claims = (await claimsOf(db, person, enquiry)).filter(claim => !claim.retiredAt)
    const may = { make: mayMakeClaims(enquiry) }
    if (claims.length === 0 && !may.make) return undefined
    return { claims, address: `/groups/${enquiry.groupId}/claims`, inside: enquiry.standing.member, may }
  },
  written: ({ claims }) => claims.flatMap(textsOfClaim),
  async needs(db, enquiry) {
    const sides = await sidesTaken(db, enquiry.id)
    return [
      need(enquiry, 'A claim with evidence for it', sides.has('for')),
      need(enquiry, 'Something that speaks against a claim', sides.has('against')),
      need(enquiry, 'What would change your mind, for each claim', await allSayWhatWouldChange(db, enquiry.id)),
    ]
  },
}

function need(enquiry: Enquiry, text: string, met: boolean): StageNeed {
  return { stage: 'evidence', text, met, href: `/groups/${enquiry.groupId}/claims` }
}

/** A claim that nothing could change says very little. */
async function allSayWhatWouldChange(db: Db, enquiryId: string): Promise<boolean> {
  const claims = await claimsAtWork(db, { enquiryId })
  return claims.length > 0 && unread(claims).every(claim => claim.whatWouldChange !== '')
}

const claimsAtWork = asksWith((db, { enquiryId }: Slots<{ enquiryId: string }>) =>
  db.selectFrom('claims').select('whatWouldChange').where('enquiryId', '=', enquiryId).where('retiredAt', 'is', null),
)

/** Whether anything speaks for, and anything against, a claim that the group still makes. */
async function sidesTaken(db: Db, enquiryId: string): Promise<Set<string>> {
  const rows = await bearingsIn(db, { enquiryId })
  return new Set(rows.map(row => row.bearing))
}

const bearingsIn = asksWith((db, { enquiryId }: Slots<{ enquiryId: string }>) => {
  const links = (table: 'claimEvidence' | 'claimPassages') =>
    db
      .selectFrom(table)
      .innerJoin('claims', 'claims.id', `${table}.claimId`)
      .innerJoin('evidence', 'evidence.id', `${table}.evidenceId`)
      .select(`${table}.bearing`)
      .distinct()
      .where('claims.enquiryId', '=', enquiryId)
      .where('claims.retiredAt', 'is', null)
      .where('evidence.reach', 'not in', gaps)
  return links('claimEvidence').union(links('claimPassages'))
})
