import type { Db } from '../../database.js'
import type { DbAndKeys } from '../../keys/store.js'
import type { FormState } from '../../web/read.js'
import { type Draft, draftOf } from '../../write-ups/document/draft.js'
import { namedAndGone, notNamed } from '../../write-ups/authors/authors.js'
import { frameOf } from '../../write-ups/document/frame.js'
import { addressOf, type FoundWriteUp, writeUpAddress } from '../../write-ups/write-ups.js'
import { stopsFor } from '../checking/publication-check.js'
import { editionsOf, nextEditionNumber } from '../editions/editions.js'
import { publishableOf } from '../finding.js'
import { differenceInNames } from '../comparing/difference-in-names.js'
import { documentOf } from './submissions.js'
import { weakClaimsOf } from './weak-claims.js'
import type { NamedShown, SubmittingPage } from '../pages.js'
import { approversOf } from './approvers.js'

/** Before submitting: what the check says, who may approve, and for a later edition what is different. */
export async function submittingPage(
  house: DbAndKeys,
  writeUp: FoundWriteUp,
  form: FormState,
): Promise<SubmittingPage & { title: string }> {
  const { db } = house
  const draft = await draftOf(db, writeUp)
  return {
    title: 'Submit the write-up',
    ...frameOf(writeUp),
    back: writeUpAddress(writeUp.enquiry),
    address: `${addressOf(writeUp)}/submission`,
    check: `${addressOf(writeUp)}/check`,
    stops: (await stopsFor(house, draft)).length,
    edition: await nextEditionNumber(db, publishableOf(writeUp)),
    approvers: await approversOf(db, writeUp.enquiry),
    named: await namedShown(db, writeUp, draft),
    weak: await weakClaimsOf(db, writeUp, draft.document, draft.names, true),
    form,
  }
}

async function namedShown(db: Db, writeUp: FoundWriteUp, { named, document }: Draft): Promise<NamedShown> {
  const before = (await editionsOf(db, publishableOf(writeUp))).find(edition => !edition.withdrawnAt)
  return {
    authors: named.authors.map(one => one.name),
    schools: named.schools.map(one => one.name),
    notNamed: notNamed(named),
    gone: namedAndGone(named),
    ...(before ? differenceInNames(documentOf(before), document) : { came: [], went: [] }),
    change: `${addressOf(writeUp)}/authors`,
  }
}
