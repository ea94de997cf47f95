import type { Db } from '../database.js'
import { aboutInCycles, cycleSearch } from '../enquiries/searching.js'
import { insideReaders, standingReaders } from '../groups/readers.js'
import { idsIn } from '../search/ids.js'
import { mayReadFindings } from './permissions.js'
import type { Claim } from './tables.js'

/** What groups claim, and what would change their mind. */
export const claimSearch = cycleSearch({
  kind: 'claim',
  one: 'claim',
  many: 'claims',
  version: 1,
  watches: [{ table: 'claims', records: 'row.id' }],
  ids: idsIn('claims'),
  rows: claimsBy,
  entry: (claim, cycle) => ({
    record: claim.id,
    title: `C${claim.number} ${claim.claim}`,
    words: wordsOf(claim),
    day: claim.madeAt,
    readers: claim.sharedAt ? standingReaders(cycle) : insideReaders(cycle),
    about: { group: claim.groupId, by: claim.madeBy },
  }),
  found: (claim, enquiry) =>
    mayReadFindings(enquiry, claim)
      ? {
          record: claim.id,
          thing: `claim ${claim.id}`,
          label: `C${claim.number}`,
          kind: claim.retiredAt ? 'claim, retired' : 'claim',
          title: claim.claim,
          words: wordsOf(claim),
          href: `/claims/${claim.id}`,
          day: claim.madeAt,
          by: claim.madeBy,
        }
      : undefined,
})

/** The claims that somebody comments on. */
export const aboutClaims = aboutInCycles(claimsBy, (claim, enquiry) =>
  mayReadFindings(enquiry, claim) ? { name: `claim C${claim.number}`, page: `/claims/${claim.id}` } : undefined,
)

/** SQL for the records of a group, where its pseudonyms changed. */
export const claimsOfGroup = '(select id as record from claims where group_id = row.group_id)'

async function claimsBy(db: Db, ids: string[]): Promise<Claim[]> {
  return db.selectFrom('claims').selectAll().where('id', 'in', ids).execute()
}

function wordsOf(claim: Claim): string {
  return [claim.whatWouldChange, claim.retiredBecause ?? ''].filter(Boolean).join('\n\n')
}
