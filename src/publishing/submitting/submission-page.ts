import type { DbAndKeys } from '../../keys/store.js'
import type { Reader } from '../../names/reader.js'
import { type FormState, formOf } from '../../web/read.js'
import { frameOf } from '../../write-ups/document/frame.js'
import { addressOf, pictureAddressOf, writeUpAddress } from '../../write-ups/write-ups.js'
import { stopsInDocument } from '../checking/publication-check.js'
import { editionBefore } from '../comparing/comparison-page.js'
import { nextEditionNumber } from '../editions/editions.js'
import { publishableOf, type WriteUpOnItsWay } from '../finding.js'
import type { SubmissionPage } from '../pages.js'
import { mayAnswerSubmission, mayApprove, mayTakeBack } from '../permissions.js'
import { submissionShown } from '../progress.js'
import { submittedToRead } from '../reading.js'
import { shownDocument } from '../taking-away/shown-document.js'
import { threadOf } from '../write-up-page.js'
import { wroteOnIt } from '../../write-ups/authors/wrote-on-it.js'
import { isSecondPerson } from './submissions.js'
import { weakClaimsOf } from './weak-claims.js'

/** Exactly the version that waits for an answer; whoever may answer it does so here. @throws NotFound when none waits */
export async function submissionPage(
  house: DbAndKeys,
  person: Reader,
  writeUp: WriteUpOnItsWay,
  forms: { answer?: FormState; comment?: FormState } = {},
): Promise<SubmissionPage & { title: string }> {
  const { db } = house
  const { submission, document } = await submittedToRead(db, writeUp.submission)
  const { enquiry } = writeUp
  const address = addressOf(writeUp)
  const answers = mayAnswerSubmission(enquiry)
  const names = await person.outside.namesIn(db, writeUp.groupId)
  const wrote = answers && (await wroteOnIt(db, writeUp, person))
  return {
    title: 'Submitted write-up',
    ...frameOf(writeUp),
    address,
    compare: (await editionBefore(db, writeUp)) ? `${address}/submission/comparison` : null,
    back: writeUpAddress(enquiry),
    pdf: `${address}/submission.pdf`,
    submission: { ...(await submissionShown(db, writeUp, submission)), hash: submission.hash },
    weak: await weakClaimsOf(db, writeUp, document, names, enquiry.standing.member),
    document: await shownDocument(document, (id, size) => `${pictureAddressOf(writeUp)(id, size)}&of=submission`),
    stops: answers || enquiry.standing.member ? await stopsInDocument(house, writeUp, document, person.outside) : [],
    edition: await nextEditionNumber(db, publishableOf(writeUp)),
    form: forms.answer ?? formOf(),
    thread: await threadOf(db, person, writeUp, {
      page: `${address}/submission`,
      on: '?on=submission',
      form: forms.comment,
    }),
    own: !isSecondPerson(person, submission),
    wrote,
    may: { approve: mayApprove(person, enquiry, submission, wrote), return: answers, takeBack: mayTakeBack(enquiry) },
  }
}
