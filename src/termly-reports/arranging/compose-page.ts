import type { Db } from '../../database.js'
import type { Document } from '../../documents/document.js'
import { htmlOf } from '../../documents/to-html.js'
import { networkHead } from '../../networks/head.js'
import type { DbAndKeys } from '../../keys/store.js'
import type { Network, Term } from '../../networks/tables.js'
import { termBefore } from '../../networks/terms/terms.js'
import type { Person } from '../../people/person.js'
import { textInPlace } from '../../texts/in-place.js'
import type { Saved } from '../../texts/texts.js'
import type { FormState } from '../../web/read.js'
import { byName } from '../../words/words.js'
import { editionsOf } from '../../publishing/editions/editions.js'
import { documentOf, openSubmission, submissionsOf } from '../../publishing/submitting/submissions.js'
import type { Submission } from '../../publishing/tables.js'
import { documentOfReport } from '../telling/document-of.js'
import { reportKind } from '../short-reports/fields.js'
import type { PartInView, ReportPage, ReportPreviewPage, ReportState } from '../pages.js'
import { fieldOf, partsOfReport, type ReportPart } from './parts.js'
import { mayApproveReport, mayCompose, mayWriteTheme } from '../permissions.js'
import { type ChosenPicture, picturesOf } from './pictures.js'
import { outcomes, promisesOf } from './promises.js'
import { findingsIn } from '../publishing.js'
import { publishableOf, reportOf, reportTexts } from '../report.js'
import { groupsInTerm } from '../short-reports/short-reports.js'
import { sightsOf } from './sights.js'

/** The page on which a network's report is arranged and written. */
export async function composePage(
  house: DbAndKeys,
  { person, network, term }: { person: Person; network: Network; term: Term },
  form: FormState,
): Promise<ReportPage> {
  const { db } = house
  const compose = mayCompose(person, network)
  const texts = await reportTexts(db, network, term)
  const report = await reportOf(db, term)
  const submissions = report ? await named(db, await submissionsOf(db, publishableOf(report))) : []
  const submission = submissions.find(one => !one.approvedAt && !one.returnedAt && !one.takenBackAt) ?? null
  const [newest] = submissions
  const editions = report ? await editionsOf(db, publishableOf(report)) : []
  const themes = await db
    .selectFrom('themes')
    .selectAll()
    .where('networkId', '=', network.id)
    .where('closedAt', 'is', null)
    .execute()
  const document = compose ? await documentOfReport(db, network, term) : undefined
  const before = await termBefore(db, term)
  const pictures = compose ? await picturesOf(db, term) : []
  const { state } = await stateOf(db, term)
  return {
    title: `Termly report, ${term.name}`,
    head: networkHead(network, person, 'reports'),
    network,
    term,
    state,
    groups: compose
      ? (await groupsInTerm(db, network, term)).map(group => ({ ...group, mayNudge: !group.report?.sentAt }))
      : [],
    parts: compose ? (await partsOfReport(db, term)).map(part => partInView(part, term, texts, pictures)) : [],
    themes: themes
      .filter(theme => mayWriteTheme(person, network, theme))
      .sort(byName)
      .map(theme =>
        textInPlace({ kind: reportKind, owner: term.id, field: `theme-${theme.id}` }, texts, {
          label: theme.name,
          hint: 'What happened across the groups of this theme? Left empty, the theme is not in the report.',
          rows: 4,
        }),
      ),
    promised: compose && before ? await promisesOf(db, before) : [],
    promises: compose ? await promisesOf(db, term) : [],
    outcomes,
    before: before?.name ?? null,
    sights: compose ? await sightsOf(db, term) : [],
    html: document ? htmlOfDraft(document) : '',
    findings: document && !submission ? await findingsIn(house, network, term, document) : [],
    submission,
    returned: newest?.returnedAt ? newest : null,
    editions,
    slug: editions.some(edition => !edition.withdrawnAt) ? report!.slug : null,
    form,
    may: {
      compose,
      submit: compose && submission === null,
      approve: submission !== null && mayApproveReport(person, network, submission),
      takeBack: compose && submission !== null,
      withdraw: compose && editions.some(edition => !edition.withdrawnAt),
    },
  }
}

function partInView(part: ReportPart, term: Term, texts: Record<string, Saved>, pictures: ChosenPicture[]): PartInView {
  const field = fieldOf(part.part)
  const long = ['introduction', 'changed'].includes(part.part)
  return {
    ...part,
    written: isWritten(part),
    text: textInPlace({ kind: reportKind, owner: term.id, field }, texts, {
      label: isWritten(part) ? part.heading : `Your words on “${part.heading}”`,
      rows: long ? 8 : 4,
    }),
    pictures: pictures
      .filter(picture => picture.part === part.part)
      .map(({ id, fileId, alt, caption, piece }) => ({ id, fileId, alt, caption, shown: piece !== undefined })),
  }
}

/** Parts that hold what leaders write before all else. */
function isWritten({ part, own }: ReportPart): boolean {
  return own || ['introduction', 'changed', 'thanks'].includes(part)
}

/** How the draft reads, as safe HTML. */
export function htmlOfDraft(document: Document): string {
  return htmlOf(document.parts, { pictureAddress: id => `/files/${id}/small/picture` })
}

/** The whole report as it waits for an answer, or as it is now. */
export async function previewPage(
  house: DbAndKeys,
  { person, network, term }: { person: Person; network: Network; term: Term },
  form: FormState,
): Promise<ReportPreviewPage> {
  const { db } = house
  const report = await reportOf(db, term)
  const open = report && (await openSubmission(db, publishableOf(report)))
  const document = open ? documentOf(open) : await documentOfReport(db, network, term)
  const [submission = null] = open ? await named(db, [open]) : []
  const answers = submission !== null && mayApproveReport(person, network, submission)
  return {
    title: document.title,
    head: networkHead(network, person, 'reports'),
    network,
    term,
    html: htmlOfDraft(document),
    titlePage: document.titlePage,
    submission,
    findings: await findingsIn(house, network, term, document),
    form,
    may: { approve: answers, return: answers },
  }
}

/** How far a term's report is, and its public address once it has one. */
export async function stateOf(db: Db, term: Term): Promise<{ state: ReportState; slug: string | null }> {
  const report = await reportOf(db, term)
  if (report && (await openSubmission(db, publishableOf(report)))) return { state: 'waits for approval', slug: null }
  const [newest] = report ? await editionsOf(db, publishableOf(report)) : []
  if (newest) return { state: newest.withdrawnAt ? 'withdrawn' : 'published', slug: report!.slug }
  const written = await db
    .selectFrom('texts')
    .select('id')
    .where('kind', '=', reportKind)
    .where('owner', '=', term.id)
    .executeTakeFirst()
  return { state: written || report ? 'being written' : 'not begun', slug: null }
}

async function named(db: Db, submissions: Submission[]): Promise<(Submission & { by: string })[]> {
  if (submissions.length === 0) return []
  const people = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      submissions.flatMap(one => [one.submittedBy, one.returnedBy ?? one.submittedBy]),
    )
    .execute()
  return submissions.map(one => ({
    ...one,
    by: people.find(person => person.id === (one.returnedBy ?? one.submittedBy))?.name ?? '',
  }))
}
