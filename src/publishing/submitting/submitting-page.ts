import type { DbAndKeys } from '../../keys/store.js'
import type { FormState } from '../../web/read.js'
import { draftOf } from '../../write-ups/document/draft.js'
import { frameOf } from '../../write-ups/document/frame.js'
import { addressOf, type FoundWriteUp, writeUpAddress } from '../../write-ups/write-ups.js'
import { stopsFor } from '../checking/publication-check.js'
import { nextEditionNumber } from '../editions/editions.js'
import { publishableOf } from '../finding.js'
import type { SubmittingPage } from '../pages.js'
import { approversOf } from './approvers.js'

/** Before submitting: what the check says, who may approve, and for a later edition what is different. */
export async function submittingPage(
  house: DbAndKeys,
  writeUp: FoundWriteUp,
  form: FormState,
): Promise<SubmittingPage & { title: string }> {
  const { db } = house
  return {
    title: 'Submit the write-up',
    ...frameOf(writeUp),
    back: writeUpAddress(writeUp.enquiry),
    address: `${addressOf(writeUp)}/submission`,
    check: `${addressOf(writeUp)}/check`,
    stops: (await stopsFor(house, await draftOf(db, writeUp))).length,
    edition: await nextEditionNumber(db, publishableOf(writeUp)),
    approvers: await approversOf(db, writeUp.enquiry),
    form,
  }
}
