import { chosenBy, type Names, namesOutside } from '../names/names.js'
import type { Db, Trx } from '../database.js'
import { Conflict } from '../errors.js'
import type { KeyStore } from '../keys/store.js'
import type { Person } from '../people/person.js'
import { slugOf } from '../web/new-id.js'
import { keepNamed } from '../write-ups/authors/authors.js'
import { citedIn } from '../write-ups/document/citing.js'
import { draftOf } from '../write-ups/document/draft.js'
import { abstractOf } from './editions/abstract.js'
import { approveAndPublish, editionsOf } from './editions/editions.js'
import { stopsFor, stopsInDocument } from './checking/publication-check.js'
import { documentOf, submit } from './submitting/submissions.js'
import type { Edition, Submission } from './tables.js'
import type { FoundWriteUp } from '../write-ups/write-ups.js'
import { publishableOf } from './finding.js'

const notClear = 'The publication check found something that may not go out. Open the write-up to see what.'

/**
 * Submits the write-up as it stands now.
 * @param reason why there is a new edition; needed once one was published
 * @throws Conflict while the publication check is not clear
 */
export async function submitWriteUp(
  trx: Trx,
  keys: KeyStore,
  writeUp: FoundWriteUp,
  person: Person,
  reason = '',
): Promise<Submission> {
  const draft = await draftOf(trx, writeUp)
  if ((await stopsFor({ db: trx, keys }, draft)).length > 0) throw new Conflict(notClear)
  await keepNamed(trx, writeUp)
  return submit(trx, publishableOf(writeUp), { document: draft.document, reason }, person)
}

/**
 * A second person approves the version whose hash they were shown; it becomes the next edition.
 * @throws Conflict when a piece in it may not go out any more, or it is not that version
 */
export async function publishWriteUp(
  trx: Trx,
  keys: KeyStore,
  writeUp: FoundWriteUp,
  submission: Submission,
  hash: string,
  by: Person,
): Promise<Edition> {
  const document = documentOf(submission)
  if ((await stopsInDocument({ db: trx, keys }, writeUp, document, namesOutside())).length > 0)
    throw new Conflict(notClear)
  const what = {
    ...publishableOf(writeUp),
    slug: slugOutside(writeUp, await chosenBy(trx, writeUp.groupId)),
    title: document.title,
    summary: abstractOf(document),
    evidenceIds: citedIn(document),
  }
  return approveAndPublish(trx, submission, hash, what, by)
}

/** The address and the name of the file must not tell a name that the text does not. */
export function slugOutside({ slug }: FoundWriteUp, { read: words }: Pick<Names, 'read'>): string {
  const capitals = slug.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase())
  const said = words(capitals)
  return said === capitals ? slug : slugOf(said)
}

/** Whether this write-up has an edition that is out now; the next one then needs a reason. */
export async function isPublished(db: Db, writeUp: FoundWriteUp): Promise<boolean> {
  return (await editionsOf(db, publishableOf(writeUp))).some(edition => !edition.withdrawnAt)
}
