import type { Db } from '../database.js'
import { asksWith, type Slots } from '../database/in-the-same-words.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import type { Narrowing } from '../evidence/listing/narrowing.js'
import { mayReadOfCycle } from './permissions.js'

type OpenClaim = Awaited<ReturnType<typeof openClaims>>[number]

/** The claims of the cycle that still stand, in their order: what lists of evidence narrow by and link to. */
export function openClaims(db: Db, enquiry: Pick<Enquiry, 'id'>) {
  return openIn(db, { enquiryId: enquiry.id })
}

const openIn = asksWith((db, { enquiryId }: Slots<{ enquiryId: string }>) =>
  db
    .selectFrom('claims')
    .select(['id', 'number', 'claim', 'sharedAt'])
    .where('enquiryId', '=', enquiryId)
    .where('retiredAt', 'is', null)
    .orderBy('number'),
)

/** Pieces that bear on a claim of the cycle, as a whole or by their words, for those who may read the claim. */
export const byClaim: Narrowing<OpenClaim[]> = {
  name: 'claim',
  label: 'Claim that it bears on',
  knows: openClaims,
  choices(_db, _person, enquiry, open) {
    const readable = enquiry.names.read(open.filter(claim => mayReadOfCycle(enquiry, claim)))
    return Promise.resolve(
      readable.map(({ id, number, claim }) => ({ value: id, text: `C${number} ${claim.slice(0, 60)}` })),
    )
  },
  async pieces(db, _person, _enquiry, value) {
    const links = await db.selectFrom('claimEvidence').select('evidenceId').where('claimId', '=', value).execute()
    const words = await db
      .selectFrom('claimPassages')
      .select('evidenceId')
      .distinct()
      .where('claimId', '=', value)
      .execute()
    return [...links, ...words].map(one => one.evidenceId)
  },
}
