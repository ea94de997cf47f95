import type { Narrowing } from '../evidence/listing/narrowing.js'
import { mayReadOfCycle } from './permissions.js'

/** Pieces that bear on a claim of the cycle, as a whole or by their words, for those who may read the claim. */
export const byClaim: Narrowing = {
  name: 'claim',
  label: 'Claim that it bears on',
  async choices(db, _person, enquiry) {
    const rows = await db
      .selectFrom('claims')
      .select(['id', 'number', 'claim', 'sharedAt'])
      .where('enquiryId', '=', enquiry.id)
      .where('retiredAt', 'is', null)
      .orderBy('number')
      .execute()
    const readable = enquiry.names.read(rows.filter(claim => mayReadOfCycle(enquiry, claim)))
    return readable.map(({ id, number, claim }) => ({ value: id, text: `C${number} ${claim.slice(0, 60)}` }))
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
