import type { Db } from '../database.js'
import type { Abouts } from '../enquiries/searching.js'
import { cyclesBy, enquiriesFor, foundIn } from '../enquiries/searching.js'
import { insideReaders, standingReaders } from '../groups/readers.js'
import type { Searchable } from '../search/searchables.js'
import { mayReadFindings } from './permissions.js'
import type { Claim } from './tables.js'

/** What groups claim, and what would change their mind. */
export const claimSearch: Searchable = {
  kind: 'claim',
  one: 'claim',
  many: 'claims',
  version: 1,
  watches: [{ table: 'claims', records: 'row.id' }],
  async ids(db, after, most) {
    const rows = await db.selectFrom('claims').select('id').where('id', '>', after).orderBy('id').limit(most).execute()
    return rows.map(row => row.id)
  },
  async entries(db, ids) {
    const claims = await claimsBy(db, ids)
    const cycles = new Map(
      (
        await cyclesBy(
          db,
          claims.map(claim => claim.enquiryId),
        )
      ).map(row => [row.id, row]),
    )
    return claims.flatMap(claim => {
      const cycle = cycles.get(claim.enquiryId)
      if (!cycle) return []
      return [
        {
          record: claim.id,
          title: `C${claim.number} ${claim.claim}`,
          words: wordsOf(claim),
          day: claim.madeAt,
          readers: claim.sharedAt ? standingReaders(cycle) : insideReaders(cycle),
          about: { group: claim.groupId, by: claim.madeBy },
        },
      ]
    })
  },
  async find(db, person, ids) {
    const claims = await claimsBy(db, ids)
    const enquiries = await enquiriesFor(
      db,
      person,
      claims.map(claim => claim.enquiryId),
    )
    return claims.flatMap(claim => {
      const enquiry = enquiries.get(claim.enquiryId)
      if (!enquiry || !mayReadFindings(enquiry, claim)) return []
      return [
        {
          ...foundIn(enquiry),
          record: claim.id,
          thing: `claim ${claim.id}`,
          label: `C${claim.number}`,
          kind: claim.retiredAt ? 'claim, retired' : 'claim',
          title: claim.claim,
          words: wordsOf(claim),
          href: `/claims/${claim.id}`,
          day: claim.madeAt,
          by: claim.madeBy,
        },
      ]
    })
  },
}

/** The claims that somebody comments on. */
export const aboutClaims: Abouts[string] = async (db, person, ids) => {
  const claims = await claimsBy(db, ids)
  const enquiries = await enquiriesFor(
    db,
    person,
    claims.map(claim => claim.enquiryId),
  )
  const readable = claims.filter(claim => {
    const enquiry = enquiries.get(claim.enquiryId)
    return enquiry && mayReadFindings(enquiry, claim)
  })
  return new Map(readable.map(claim => [claim.id, { name: `claim C${claim.number}`, page: `/claims/${claim.id}` }]))
}

/** SQL for the records of a group, where its pseudonyms changed. */
export const claimsOfGroup = '(select id as record from claims where group_id = row.group_id)'

async function claimsBy(db: Db, ids: string[]): Promise<Claim[]> {
  return db.selectFrom('claims').selectAll().where('id', 'in', ids).execute()
}

function wordsOf(claim: Claim): string {
  return [claim.whatWouldChange, claim.retiredBecause ?? ''].filter(Boolean).join('\n\n')
}
