import type { Reader } from '../../names/reader.js'
import type { Db } from '../../database.js'
import { type FormState, formOf } from '../../web/read.js'
import { editionsOf } from '../editions/editions.js'
import type { SubmissionPage, SubmittingPage } from '../pages.js'
import { mayAnswerSubmission, mayApprove, mayTakeBack } from '../permissions.js'
import { stopsFor, stopsInDocument } from '../checking/publication-check.js'
import { draftOf } from '../../write-ups/document/draft.js'
import { submittedToRead } from '../reading.js'
import { shownDocument } from '../taking-away/shown-document.js'
import { submissionShown } from '../standing-now.js'
import { isSecondPerson } from './submissions.js'
import { frameOf } from '../../write-ups/document/frame.js'
import { addressOf, type FoundWriteUp, pictureAddressOf, writeUpAddress } from '../../write-ups/write-ups.js'
import { publishableOf, type WriteUpOnItsWay } from '../finding.js'
import { threadOf } from '../write-up-page.js'

/** Exactly the version that waits for an answer; whoever may answer it does so here. @throws NotFound when none waits */
export async function submissionPage(
  db: Db,
  person: Reader,
  writeUp: WriteUpOnItsWay,
  forms: { answer?: FormState; comment?: FormState } = {},
): Promise<SubmissionPage & { title: string }> {
  const { submission, document } = await submittedToRead(db, writeUp.submission)
  const { enquiry } = writeUp
  const address = addressOf(writeUp)
  const answers = mayAnswerSubmission(enquiry)
  return {
    title: `Submitted write-up, ${enquiry.groupName}`,
    ...frameOf(writeUp),
    address,
    back: writeUpAddress(enquiry),
    pdf: `${address}/submission.pdf`,
    submission: { ...(await submissionShown(db, writeUp, submission)), hash: submission.hash },
    document: shownDocument(document, id => `${pictureAddressOf(writeUp)(id)}?of=submission`),
    stops: answers || enquiry.standing.member ? await stopsInDocument(db, writeUp, document) : [],
    edition: await nextEdition(db, writeUp),
    form: forms.answer ?? formOf(),
    thread: await threadOf(db, person, writeUp, {
      page: `${address}/submission`,
      on: '?on=submission',
      form: forms.comment,
    }),
    own: !isSecondPerson(person, submission),
    may: { approve: mayApprove(person, enquiry, submission), return: answers, takeBack: mayTakeBack(enquiry) },
  }
}

/** Before submitting: what the check says, who may approve, and for a later edition what is different. */
export async function submittingPage(
  db: Db,
  writeUp: FoundWriteUp,
  form: FormState,
): Promise<SubmittingPage & { title: string }> {
  return {
    title: `Submit the write-up, ${writeUp.enquiry.groupName}`,
    ...frameOf(writeUp),
    back: writeUpAddress(writeUp.enquiry),
    address: `${addressOf(writeUp)}/submission`,
    stops: await stopsFor(db, await draftOf(db, writeUp)),
    edition: await nextEdition(db, writeUp),
    approvers: await approversOf(db, writeUp),
    form,
  }
}

async function nextEdition(db: Db, writeUp: FoundWriteUp): Promise<number> {
  return ((await editionsOf(db, publishableOf(writeUp)))[0]?.number ?? 0) + 1
}

/** The co-leader of the theme and the network's leaders, by name. */
async function approversOf(db: Db, { enquiry }: FoundWriteUp): Promise<string[]> {
  const rows = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select('people.name')
    .distinct()
    .where('networkRoles.networkId', '=', enquiry.networkId)
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .where(eb =>
      eb.or([
        eb('networkRoles.role', '=', 'network leader'),
        eb.and([eb('networkRoles.role', '=', 'co-leader'), eb('networkRoles.themeId', '=', enquiry.themeId ?? '')]),
      ]),
    )
    .orderBy('people.name')
    .execute()
  return rows.map(row => row.name)
}
