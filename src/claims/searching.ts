import type { Db } from '../database.js'
import { asksWith, type Slots } from '../database/in-the-same-words.js'
import { aboutInCycles, cycleSearch } from '../enquiries/searching/cycles.js'
import { unread } from '../names/names.js'
import type { Reader } from '../names/reader.js'
import { insideReaders, standingReaders } from '../reach/readers.js'
import { idsIn, idsInGroup, idsOf } from '../search/ids.js'
import { afterPieces } from '../evidence/logging/after-pieces.js'
import { after, itself } from '../search/renewals.js'
import { gaps } from '../reach/reaches.js'
import { mayReadOfCycle } from './permissions.js'
import { piecesById } from './linking/pieces.js'
import { quotationsFor } from './linking/quotations.js'
import type { Claim } from './tables.js'

/** What groups claim, how sure they are and why, what would change their mind, and the words that they lean on. */
export const claimSearch = cycleSearch({
  kind: 'claim',
  one: 'claim',
  many: 'claims',
  version: 2,
  renewals: [
    after(
      [
        'claim made',
        'claim revised',
        'claim shared',
        'claim taken back',
        'claim retired',
        'claim brought back',
        'passage linked to a claim',
        'passage unlinked from a claim',
      ],
      itself,
    ),
    after(['cycle begun'], ({ aboutId }, db) => claimsOfCycle(db, aboutId)),
    ...afterPieces(claimsOnPieces),
  ],
  ids: idsIn('claims'),
  rows: claimsBy,
  entry: async (claim, cycle, _opened, db) => ({
    record: claim.id,
    title: `C${claim.number} ${claim.claim}`,
    words: wordsOfClaim(claim, await wordsLeanedOn(db, claim.id)),
    day: claim.madeAt,
    readers: claim.sharedAt ? standingReaders(cycle) : insideReaders(cycle),
    about: { group: claim.groupId, by: claim.madeBy, stage: 'evidence' },
  }),
  found: async (claim, enquiry, db, person) =>
    mayReadOfCycle(enquiry, claim)
      ? {
          record: claim.id,
          thing: `claim ${claim.id}`,
          label: `C${claim.number}`,
          kind: claim.retiredAt ? 'claim, retired' : 'claim',
          title: claim.claim,
          words: wordsOfClaim(claim, await wordsReadBy(db, person, claim.id)),
          href: `/claims/${claim.id}`,
          day: claim.madeAt,
          by: claim.madeBy,
          stage: 'evidence',
        }
      : undefined,
})

/** The claims that somebody comments on. */
export const aboutClaims = aboutInCycles(claimsBy, (claim, enquiry) =>
  mayReadOfCycle(enquiry, claim) ? { name: `claim C${claim.number}`, page: `/claims/${claim.id}` } : undefined,
)

export const claimsOfGroup = idsInGroup('claims')

/** Those that the cycle before handed on. */
async function claimsOfCycle(db: Db, enquiryId: string | null): Promise<string[]> {
  const rows = await db.selectFrom('claims').select('id').where('enquiryId', '=', enquiryId).execute()
  return rows.map(row => row.id)
}

/** Those that lean on words of these pieces. */
function claimsOnPieces(db: Db, pieces: string[]): Promise<string[]> {
  return idsOf(pieces, some =>
    db.selectFrom('claimPassages').select('claimId as id').where('evidenceId', 'in', some).distinct(),
  )
}

async function claimsBy(db: Db, ids: string[]): Promise<Claim[]> {
  return unread(await claimsWithIds(db, { ids }))
}

const claimsWithIds = asksWith((db, { ids }: Slots<{ ids: string[] }>) =>
  db.selectFrom('claims').selectAll().where('id', 'in', ids),
)

function wordsOfClaim({ sureBecause, whatWouldChange, retiredBecause }: Claim, quoted: string[]): string {
  return [sureBecause, whatWouldChange, retiredBecause ?? '', ...quoted].filter(Boolean).join('\n\n')
}

/** The words that a claim leans on, whoever may read them: the index is asked by nobody. */
async function wordsLeanedOn(db: Db, claimId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('claimPassages')
    .innerJoin('passages', 'passages.id', 'claimPassages.passageId')
    .innerJoin('evidence', 'evidence.id', 'claimPassages.evidenceId')
    .select('passages.words')
    .where('claimPassages.claimId', '=', claimId)
    .where('evidence.reach', 'not in', gaps)
    .where('passages.removedAt', 'is', null)
    .where('passages.lostAt', 'is', null)
    .execute()
  return rows.map(row => row.words)
}

/** Those that this person may read, as the claim's own page quotes them. */
async function wordsReadBy(db: Db, person: Reader, claimId: string): Promise<string[]> {
  const rows = await db.selectFrom('claimPassages').select('evidenceId').where('claimId', '=', claimId).execute()
  if (rows.length === 0) return []
  const pieces = await piecesById(
    db,
    person,
    rows.map(row => row.evidenceId),
  )
  return (await quotationsFor(db, person, pieces, { claimIds: [claimId] })).flatMap(one => (one.lost ? [] : one.words))
}
