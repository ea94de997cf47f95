import type { Db } from '../../database.js'
import type { DbAndKeys } from '../../keys/store.js'
import { networkHead } from '../../networks/head.js'
import { namesOf } from '../../people/people.js'
import type { FormState } from '../../web/read.js'
import { documentOf, openSubmission } from '../../publishing/submitting/submissions.js'
import type { Submission } from '../../publishing/tables.js'
import type { ReportPreviewPage } from '../pages.js'
import { mayApproveReport, mayCompose } from '../permissions.js'
import { cameLate, termGoesOn } from '../sentences.js'
import { groupsReportingLate } from '../short-reports/late-reports.js'
import { today } from '../../web/now.js'
import { publishableOf, reportOf, type ReportToWrite } from '../report.js'
import { documentOfReportNow, htmlOfDraft } from '../telling/document-of.js'
import { hindrancesInReport } from './hindrances.js'
import type { KnownPart } from '../arranging/parts.js'

/** The whole report as it waits for an answer, or as it is now. */
export async function previewPage(
  house: DbAndKeys,
  { person, network, term }: ReportToWrite,
  known: KnownPart[],
  form: FormState,
): Promise<ReportPreviewPage> {
  const { db } = house
  const report = await reportOf(db, term)
  const open = report && (await openSubmission(db, publishableOf(report)))
  const document = open ? documentOf(open) : await documentOfReportNow(db, network, term, known)
  const [submission = null] = open ? await withWhoActed(db, [open]) : []
  const answers = submission !== null && mayApproveReport(person, network, submission)
  return {
    title: document.title,
    head: networkHead(network, person, 'reports'),
    network,
    term,
    html: await htmlOfDraft(document),
    titlePage: document.titlePage,
    submission,
    late: cameLate(await groupsReportingLate(db, term, submission)),
    goesOn: termGoesOn(term, today()),
    findings: await hindrancesInReport(house, network, term, document),
    form,
    may: { approve: answers, return: answers, takeBack: submission !== null && mayCompose(person, network) },
  }
}

/** Submissions with whoever returned them, or else whoever submitted them. */
export async function withWhoActed(db: Db, submissions: Submission[]): Promise<(Submission & { by: string })[]> {
  const lastDoneBy = (one: Submission) => one.returnedBy ?? one.submittedBy
  const nameOf = await namesOf(db, submissions.map(lastDoneBy))
  return submissions.map(one => ({ ...one, by: nameOf(lastDoneBy(one)) }))
}
