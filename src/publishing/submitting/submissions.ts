import type { Db, Trx } from '../../database.js'
import { hashOf } from '../../documents/hash.js'
import type { Document } from '../../documents/document.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { PublishableKind, Submission } from '../tables.js'

/** What is submitted and published: a group's write-up or a network's termly report. */
export interface Publishable {
  ofKind: PublishableKind
  ofId: string
  networkId: string
  /** Null for a termly report. */
  groupId: string | null
}

/** Submissions that nobody has answered or taken back yet, to be asked further. */
export function openSubmissions(db: Db) {
  return db
    .selectFrom('submissions')
    .where('submissions.approvedAt', 'is', null)
    .where('submissions.returnedAt', 'is', null)
    .where('submissions.takenBackAt', 'is', null)
}

/** A submission that nobody has answered yet; undefined when there is none. */
export function openSubmission(db: Db, of: Pick<Publishable, 'ofKind' | 'ofId'>): Promise<Submission | undefined> {
  return openSubmissions(db).selectAll().where('ofKind', '=', of.ofKind).where('ofId', '=', of.ofId).executeTakeFirst()
}

/** Whether nobody has answered it or taken it back yet. */
export function isOpen({ approvedAt, returnedAt, takenBackAt }: Submission): boolean {
  return approvedAt === null && returnedAt === null && takenBackAt === null
}

/** Every submission of a thing, the newest first, with how each was answered. */
export function submissionsOf(db: Db, of: Pick<Publishable, 'ofKind' | 'ofId'>): Promise<Submission[]> {
  return db
    .selectFrom('submissions')
    .selectAll()
    .where('ofKind', '=', of.ofKind)
    .where('ofId', '=', of.ofId)
    .orderBy('submittedAt', 'desc')
    .execute()
}

/**
 * Freezes a document as it stands and asks a second person to approve exactly that. Its foot and address are left open:
 * they belong to the edition that it may become.
 * @throws Conflict while an earlier submission waits for its answer
 */
export async function submit(
  trx: Trx,
  of: Publishable,
  sent: { document: Document; reason?: string },
  person: Person,
): Promise<Submission> {
  const document = { ...sent.document, foot: '', address: undefined }
  const submission: Submission = {
    id: newId(),
    ofKind: of.ofKind,
    ofId: of.ofId,
    document: JSON.stringify(document),
    hash: hashOf(document),
    reason: sent.reason ?? '',
    submittedAt: now(),
    submittedBy: person.id,
    returnedAt: null,
    returnedBy: null,
    returnedBecause: null,
    approvedAt: null,
    approvedBy: null,
    takenBackAt: null,
    takenBackBy: null,
  }

  if (await openSubmission(trx, of))
    throw new Conflict('It has been submitted already and waits for an answer. Take it back first to submit it anew.')
  await trx.insertInto('submissions').values(submission).execute()
  await record(trx, { kind: 'submitted', by: person, ...aboutPublishable(of) })

  return submission
}

/** Sends a submission back to its authors with what should change. */
export async function returnSubmission(
  trx: Trx,
  of: Publishable,
  submission: Submission,
  person: Person,
  because: string,
): Promise<void> {
  await answer(
    trx,
    of,
    submission,
    person,
    'submission returned',
    { returnedAt: now(), returnedBy: person.id, returnedBecause: because },
    because,
  )
}

/** The authors take a submission back before it is answered. */
export async function takeBackSubmission(
  trx: Trx,
  of: Publishable,
  submission: Submission,
  person: Person,
): Promise<void> {
  await answer(trx, of, submission, person, 'submission taken back', {
    takenBackAt: now(),
    takenBackBy: person.id,
  })
}

/** Publication needs two people: whoever submitted it cannot be the one who approves it. */
export function isSecondPerson(person: Person, submission: Submission): boolean {
  return submission.submittedBy !== person.id
}

export function documentOf(submission: Pick<Submission, 'document'>): Document {
  return JSON.parse(submission.document) as Document
}

async function answer(
  trx: Trx,
  of: Publishable,
  submission: Submission,
  person: Person,
  kind: 'submission returned' | 'submission taken back',
  set: Partial<Submission>,
  because?: string,
): Promise<void> {
  const open = await openSubmission(trx, of)
  if (open?.id !== submission.id)
    throw new Conflict('Somebody else has answered this submission meanwhile. Open it again to see how.')
  await trx.updateTable('submissions').set(set).where('id', '=', submission.id).execute()
  await record(trx, { kind, by: person, ...aboutPublishable(of), because })
}

/** How a fact knows what is submitted and published. */
export function aboutPublishable({ ofKind, ofId, networkId, groupId }: Publishable) {
  return { networkId, groupId, aboutKind: ofKind, aboutId: ofId, of: ofKind }
}
