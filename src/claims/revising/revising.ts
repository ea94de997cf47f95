import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { merge } from '../../texts/merging.js'
import type { FoundClaim } from '../claims.js'
import { factAboutClaim, keepRevision, type NewClaim, type Says } from '../making/making.js'
import type { Sure } from '../sure.js'

/** What the claim said at one time. Of revisions from before it was kept, the last two are null. */
export interface Revision {
  claim: string
  strength: Sure
  sureBecause: string | null
  whatWouldChange: string | null
  because: string
  at: string
  by: string
}

/** Everything the claim has said, the first wording first. How many there are is the claim's version. */
export async function revisionsOf(db: Db, { id, enquiry }: FoundClaim): Promise<Revision[]> {
  const rows = await db
    .selectFrom('claimRevisions')
    .innerJoin('people', 'people.id', 'claimRevisions.revisedBy')
    .select(['claim', 'strength', 'sureBecause', 'whatWouldChange', 'because'])
    .select(['revisedAt as at', 'people.name as by'])
    .where('claimId', '=', id)
    .orderBy('revisedAt')
    .orderBy('claimRevisions.id')
    .execute()
  return enquiry.names.read(rows)
}

export type Revising =
  | { outcome: 'revised' }
  /** Somebody else had revised it meanwhile, elsewhere in the words: both are kept. */
  | { outcome: 'merged'; with: string }
  /** Somebody else had changed the same words: nothing was changed, and both are shown. */
  | { outcome: 'conflict'; theirs: Revision; version: number }

/**
 * Changes what a claim says, how sure the group is and why, or what would change its mind; the reason is kept for good. When
 * somebody else has revised it meanwhile, the two are brought together word by word where they do not overlap.
 * @param values.version the version that the words were written upon; left out, nothing is compared.
 * @throws Conflict when the claim was retired.
 */
export async function reviseClaim(
  trx: Trx,
  claim: FoundClaim,
  person: Person,
  values: NewClaim & { because: string; version?: number },
): Promise<Revising> {
  if (claim.retiredAt) throw new Conflict('This claim was retired. Bring it back before you revise it.')

  const revisions = await revisionsOf(trx, claim)
  const now = await saysNow(trx, claim)
  const mine: Says = {
    claim: values.claim,
    strength: values.strength,
    sureBecause: values.sureBecause ?? now.sureBecause,
    whatWouldChange: values.whatWouldChange ?? now.whatWouldChange,
  }
  const { version = revisions.length, because } = values
  const theirs = revisions.at(-1)!
  const says = version === revisions.length ? mine : together(revisions[version - 1], now, mine)
  if (!says) return { outcome: 'conflict', theirs: { ...theirs, ...now }, version: revisions.length }
  await trx.updateTable('claims').set(says).where('id', '=', claim.id).execute()
  await keepRevision(trx, claim.id, person, { ...says, because })
  await record(trx, { kind: 'claim revised', by: person, ...factAboutClaim(claim, claim.enquiry) })
  return version === revisions.length ? { outcome: 'revised' } : { outcome: 'merged', with: theirs.by }
}

/** Says what would change the group's mind where nobody has said it yet. @returns false when somebody has meanwhile */
export async function sayWhatWouldChange(trx: Trx, claim: FoundClaim, person: Person, words: string): Promise<boolean> {
  const now = await saysNow(trx, claim)
  if (now.whatWouldChange !== '') return false
  const values = { ...now, whatWouldChange: words }
  const because = 'To say what would change our mind.'
  const version = (await revisionsOf(trx, claim)).length
  return (await reviseClaim(trx, claim, person, { ...values, because, version })).outcome !== 'conflict'
}

async function saysNow(db: Db | Trx, { id, enquiry }: FoundClaim): Promise<Says> {
  const row = await db
    .selectFrom('claims')
    .select(['claim', 'strength', 'sureBecause', 'whatWouldChange'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return enquiry.names.read(row)
}

/** Two revisions of the same wording as one; undefined where both changed the same words, or how sure they are. */
function together(base: Revision | undefined, theirs: Says, mine: Says): Says | undefined {
  if (!base) return undefined
  const text = (field: 'claim' | 'sureBecause' | 'whatWouldChange') =>
    merge(base[field] ?? '', theirs[field], mine[field])
  const [claim, sureBecause, whatWouldChange] = [text('claim'), text('sureBecause'), text('whatWouldChange')]
  const strength = either(base.strength, theirs.strength, mine.strength)
  if (claim === undefined || sureBecause === undefined || whatWouldChange === undefined || strength === undefined)
    return undefined
  return { claim, strength, sureBecause, whatWouldChange }
}

function either(base: Sure, theirs: Sure, mine: Sure): Sure | undefined {
  if (mine === base || mine === theirs) return theirs
  return theirs === base ? mine : undefined
}
