import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { type Prepared, recordFile } from '../../files/keeping.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { withSums } from '../funds/sums.js'
import { pounds } from '../money.js'
import { type ClaimInHand, maySayYesAsHead, maySayYesForBudget, needsHead } from '../permissions.js'
import type { ExpenseClaim } from '../tables.js'

/** What somebody says of a claim, and what it comes to. */
export type ClaimWords = Pick<
  ExpenseClaim,
  | 'schoolId'
  | 'budgetId'
  | 'kind'
  | 'onDay'
  | 'halfDays'
  | 'minutes'
  | 'tenthsOfMiles'
  | 'pence'
  | 'forWhat'
  | 'forKind'
  | 'forId'
  | 'forHref'
  | 'cover'
>

const aboutClaim = ({ networkId, id }: Pick<ExpenseClaim, 'networkId' | 'id'>) => ({
  networkId,
  aboutKind: 'expense claim',
  aboutId: id,
})
const meanwhile = 'This claim has changed since you opened it. Look at it again.'

/** A draft, which nobody else sees. */
export async function draftClaim(
  trx: Trx,
  network: Pick<Network, 'id'>,
  person: Person,
  words: ClaimWords,
  receipts: Prepared[] = [],
): Promise<string> {
  const id = newId()
  const nobodyYet = { sentAt: null, ...noYes, answeredAt: null, answeredBy: null }
  const unpaid = { paidOn: null, paidAt: null, paidBy: null }
  await trx
    .insertInto('expenseClaims')
    .values({
      ...{ id, networkId: network.id, personId: person.id, ...words, state: 'draft', draftedAt: now() },
      ...nobodyYet,
      ...unpaid,
    })
    .execute()
  await keepReceipts(trx, id, person, receipts)
  return id
}

const noYes = { headYesAt: null, headYesBy: null, holderYesAt: null, holderYesBy: null }

async function keepReceipts(trx: Trx, claimId: string, person: Person, receipts: Prepared[]): Promise<void> {
  for (const one of receipts) {
    const { id: fileId } = await recordFile(trx, one, person)
    await trx.insertInto('expenseClaimFiles').values({ claimId, fileId, removedAt: null }).execute()
  }
}

/** @throws Conflict where it was sent or changed meanwhile */
export async function changeClaim(
  trx: Trx,
  claim: ExpenseClaim,
  person: Person,
  words: ClaimWords,
  receipts: Prepared[] = [],
): Promise<void> {
  await move(trx, claim, words)
  await keepReceipts(trx, claim.id, person, receipts)
}

export async function takeOutReceipt(trx: Trx, claim: ExpenseClaim, fileId: string): Promise<void> {
  await trx
    .updateTable('expenseClaimFiles')
    .set({ removedAt: now() })
    .where('claimId', '=', claim.id)
    .where('fileId', '=', fileId)
    .execute()
}

export async function sendClaim(trx: Trx, claim: ExpenseClaim, person: Person): Promise<void> {
  await move(trx, claim, { state: 'sent', sentAt: now(), ...noYes, overBecause: '' })
  await record(trx, { kind: 'expense claim sent', by: person, ...aboutClaim(claim) })
}

/** What nobody has said yes to can be taken back, and is a draft again. */
export async function takeBackClaim(trx: Trx, claim: ExpenseClaim): Promise<void> {
  await move(trx, claim, { state: 'draft', sentAt: null, ...noYes })
}

/** A draft that is not needed goes, with its receipts. */
export async function removeDraft(trx: Trx, claim: ExpenseClaim): Promise<void> {
  await trx.deleteFrom('expenseClaimFiles').where('claimId', '=', claim.id).execute()
  await trx.deleteFrom('expenseClaims').where('id', '=', claim.id).where('state', '=', 'draft').execute()
}

/** How far a claim goes beyond its budget, as a sentence; nothing where the budget holds enough. */
export async function beyondBudget(db: Db, claim: Pick<ClaimInHand, 'budget' | 'pence'>): Promise<string | undefined> {
  if (!claim.budget) return undefined
  const [budget] = await withSums(db, [claim.budget])
  const { left } = budget!.sums
  if (claim.pence <= left) return undefined
  return `${budget!.name} has ${pounds(Math.max(left, 0))} left, and this claim is for ${pounds(claim.pence)}`
}

/**
 * Says yes in every part that this person has a say in: as the head, for the budget, or both. With the last yes it is agreed.
 * @throws Conflict where it changed meanwhile
 */
export async function sayYes(
  trx: Trx,
  claim: ClaimInHand,
  person: Person,
  { overBecause = '', budgetId = claim.budgetId }: { overBecause?: string; budgetId?: string | null } = {},
): Promise<void> {
  const at = now()
  const asHead = maySayYesAsHead(person, claim)
  const forBudget = maySayYesForBudget(person, claim)
  const headYes = asHead ? { headYesAt: at, headYesBy: person.id } : {}
  const holderYes = forBudget ? { holderYesAt: at, holderYesBy: person.id, overBecause, budgetId } : {}
  const agreed = (!needsHead(claim.kind) || claim.headYesAt || asHead) && (claim.holderYesAt || forBudget)
  const answered = agreed ? { state: 'agreed' as const, answeredAt: at, answeredBy: person.id, answerWord: '' } : {}
  await move(trx, claim, { ...headYes, ...holderYes, ...answered })
  const answer = agreed ? 'agreed' : 'yes'
  await record(trx, { kind: 'expense claim answered', by: person, ...aboutClaim(claim), answer })
}

/** Sent back to be mended, or declined; with a word either way. */
export async function sayNo(
  trx: Trx,
  claim: ExpenseClaim,
  person: Person,
  state: 'sent back' | 'declined',
  word: string,
): Promise<void> {
  const answered = { answeredAt: now(), answeredBy: person.id, answerWord: word }
  await move(trx, claim, { state, ...answered, ...noYes })
  await record(trx, { kind: 'expense claim answered', by: person, ...aboutClaim(claim), answer: state })
}

export async function payClaim(
  trx: Trx,
  claim: ExpenseClaim,
  person: Person,
  given: { paidOn: string; reference: string },
): Promise<void> {
  await move(trx, claim, { state: 'paid', ...given, paidAt: now(), paidBy: person.id })
  await record(trx, { kind: 'expense claim paid', by: person, ...aboutClaim(claim) })
}

/** @throws Conflict where the claim is not what it was when it was found */
async function move(trx: Trx, claim: ExpenseClaim, to: Partial<ExpenseClaim>): Promise<void> {
  const done = await trx
    .updateTable('expenseClaims')
    .set({ ...to, version: claim.version + 1 })
    .where('id', '=', claim.id)
    .where('version', '=', claim.version)
    .where('state', '=', claim.state)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new Conflict(meanwhile)
}
