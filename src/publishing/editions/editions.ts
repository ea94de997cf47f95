import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { aboutPublishable, isSecondPerson, openSubmission, type Publishable } from '../submitting/submissions.js'
import type { Edition, Submission } from '../tables.js'
import { noteSchools, shelfOf } from './shelving.js'

export interface ToPublish extends Publishable {
  slug: string
  title: string
  /** Two or three sentences for lists and the feed. */
  summary: string
  /** Every piece that the document quotes, shows or refers to. */
  evidenceIds: string[]
}

/**
 * A second person approves exactly the version that they were shown, and it is published as the next edition. The
 * caller has just made the publication check.
 * @param hash the version that the person was shown
 * @throws Conflict when it is not that version any more, was answered meanwhile, or the person submitted it themselves
 */
export async function approveAndPublish(
  trx: Trx,
  submission: Submission,
  hash: string,
  what: ToPublish,
  by: Person,
): Promise<Edition> {
  if (!isSecondPerson(by, submission))
    throw new Conflict('Publishing needs two people. Somebody other than the one who submitted it has to approve it.')
  if (hash !== submission.hash)
    throw new Conflict(
      'What you were shown is not the version that waits now. Open it again and read it before you approve it.',
    )

  const at = now()
  await approve(trx, submission, what, by, at)
  const edition = await addEdition(trx, submission, what, by, at)
  await record(trx, { kind: 'edition published', by, ...aboutPublishable(what), edition: edition.number })
  return edition
}

async function approve(trx: Trx, submission: Submission, what: ToPublish, by: Person, at: string): Promise<void> {
  const open = await openSubmission(trx, what)
  if (open?.id !== submission.id)
    throw new Conflict('Somebody else has answered this submission meanwhile. Open it again to see how.')
  await trx
    .updateTable('submissions')
    .set({ approvedAt: at, approvedBy: by.id })
    .where('id', '=', submission.id)
    .execute()
}

async function addEdition(trx: Trx, submission: Submission, what: ToPublish, by: Person, at: string): Promise<Edition> {
  const { question, pictured, schools } = await shelfOf(trx, { ...what, document: submission.document })
  const edition: Edition = {
    id: newId(),
    networkId: what.networkId,
    ofKind: what.ofKind,
    ofId: what.ofId,
    slug: what.slug,
    number: await nextEditionNumber(trx, what),
    title: what.title,
    summary: what.summary,
    document: submission.document,
    hash: submission.hash,
    reason: submission.reason,
    question,
    pictured,
    licence: await licenceOf(trx, what),
    publishedAt: at,
    publishedBy: submission.submittedBy,
    approvedBy: by.id,
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnBecause: null,
  }
  await trx.insertInto('editions').values(edition).execute()
  await noteSchools(trx, edition, schools)
  const ids = [...new Set(what.evidenceIds)]
  if (ids.length > 0) {
    await trx
      .insertInto('editionEvidence')
      .values(ids.map(evidenceId => ({ editionId: edition.id, evidenceId })))
      .execute()
  }
  return edition
}

/** What the network says now: an edition keeps it, whatever the network says later. */
async function licenceOf(trx: Trx, { networkId }: Publishable): Promise<string> {
  const { licence } = await trx
    .selectFrom('networks')
    .select('licence')
    .where('id', '=', networkId)
    .executeTakeFirstOrThrow()
  return licence
}

/** All editions of a thing, the newest first; withdrawn ones among them. */
export function editionsOf(db: Db, of: Pick<Publishable, 'ofKind' | 'ofId'>): Promise<Edition[]> {
  return db
    .selectFrom('editions')
    .selectAll()
    .where('ofKind', '=', of.ofKind)
    .where('ofId', '=', of.ofId)
    .orderBy('number', 'desc')
    .execute()
}

/** The editions at a public address, the newest first. */
export function editionsAt(db: Db, ofKind: Publishable['ofKind'], slug: string): Promise<Edition[]> {
  return db
    .selectFrom('editions')
    .selectAll()
    .where('ofKind', '=', ofKind)
    .where('slug', '=', slug)
    .orderBy('number', 'desc')
    .execute()
}

/** Takes a published thing, every edition of it, out of the public's sight; a marker with the reason stays. */
export async function withdrawEditions(trx: Trx, of: Publishable, by: Person, because: string): Promise<void> {
  const editions = (await editionsOf(trx, of)).filter(edition => !edition.withdrawnAt)
  if (editions.length === 0) throw new Conflict('It has been withdrawn already.')
  await trx
    .updateTable('editions')
    .set({ withdrawnAt: now(), withdrawnBy: by.id, withdrawnBecause: because })
    .where(
      'id',
      'in',
      editions.map(edition => edition.id),
    )
    .execute()
  await record(trx, { kind: 'editions withdrawn', by, ...aboutPublishable(of), because })
}

/** The pieces in an edition that may not be shown any more: withdrawn, or their consent was taken back or narrowed. */
export async function hiddenPieces(
  db: Db,
  edition: Pick<Edition, 'id'>,
  mayGoOut: (ids: string[]) => Promise<Set<string>>,
): Promise<string[]> {
  const rows = await db.selectFrom('editionEvidence').select('evidenceId').where('editionId', '=', edition.id).execute()
  const ids = rows.map(row => row.evidenceId)
  const allowed = await mayGoOut(ids)
  return ids.filter(id => !allowed.has(id))
}

/** The number of the edition that is published next; the first one is 1. */
export async function nextEditionNumber(db: Db, of: Pick<Publishable, 'ofKind' | 'ofId'>): Promise<number> {
  const newest = await db
    .selectFrom('editions')
    .select(eb => eb.fn.max('number').as('number'))
    .where('ofKind', '=', of.ofKind)
    .where('ofId', '=', of.ofId)
    .executeTakeFirst()
  return Number(newest?.number ?? 0) + 1
}
