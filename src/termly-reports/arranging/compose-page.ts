import { atOneMoment } from '../../database.js'
import { pictureOf } from '../../evidence/listing/cards.js'
import type { DbAndKeys } from '../../keys/store.js'
import { networkHead } from '../../networks/head.js'
import type { Term } from '../../networks/tables.js'
import { textInPlace } from '../../texts/in-place.js'
import type { Saved } from '../../texts/texts.js'
import { today } from '../../web/now.js'
import type { FormState } from '../../web/read.js'
import { editionsOf } from '../../publishing/editions/editions.js'
import { isOpen, submissionsOf } from '../../publishing/submitting/submissions.js'
import { documentOfReport, htmlOfDraft } from '../telling/document-of.js'
import { reportKind } from '../short-reports/fields.js'
import type { GroupToArrange, PartInView, ReportPage } from '../pages.js'
import { fieldOf, type KnownPart, type ReportPart } from './parts.js'
import { mayApproveReport, mayCompose, mayWriteTheme } from '../permissions.js'
import type { ChosenPicture } from './pictures.js'
import { outcomes } from './outcomes.js'
import { hindrancesInReport } from '../publishing/hindrances.js'
import { secondPeople, secondPersonInvited } from '../publishing/second-people.js'
import { withWhoActed } from '../publishing/preview-page.js'
import { publishableOf, reportOf, type ReportToWrite } from '../report.js'
import { type ReportInMaking, reportInMaking } from '../report-in-making.js'
import { cameLate, termGoesOn } from '../sentences.js'
import { groupsReportingLate } from '../short-reports/late-reports.js'
import { reportState } from '../states.js'

/** The page on which a network's report is arranged and written, with how it reads at this moment. */
export function composePage(
  { db, keys }: DbAndKeys,
  where: ReportToWrite,
  known: KnownPart[],
  form: FormState,
): Promise<ReportPage> {
  return atOneMoment(db, reading => pageAt({ db: reading, keys }, where, known, form))
}

async function pageAt(
  house: DbAndKeys,
  { person, network, term }: ReportToWrite,
  known: KnownPart[],
  form: FormState,
): Promise<ReportPage> {
  const { db } = house
  const compose = mayCompose(person, network)
  const making = reportInMaking(db, network, term, known)
  const report = await reportOf(db, term)
  const submissions = report ? await withWhoActed(db, await submissionsOf(db, publishableOf(report))) : []
  const submission = submissions.find(isOpen) ?? null
  const [newest] = submissions
  const editions = report ? await editionsOf(db, publishableOf(report)) : []
  const isPublished = editions.some(edition => !edition.withdrawnAt)
  const isWritten = Object.values(await making.texts()).some(text => text.version > 0)
  return {
    title: `Termly report, ${term.name}`,
    head: networkHead(network, person, 'reports'),
    network,
    term,
    state: reportState({ report, waits: submission !== null, newest: editions[0], isWritten }),
    themes: await themeTexts(making, { person, network, term }),
    ...(compose ? await arrangement(making) : nothingToArrange),
    ...(compose ? await draft(house, making, submission !== null) : { html: '', findings: [] }),
    outcomes,
    before: (await making.before())?.term.name ?? null,
    submission,
    late: cameLate(await groupsReportingLate(db, term, submission)),
    goesOn: termGoesOn(term, today()),
    second: either(await secondPeople(db, network, { id: submission?.submittedBy ?? person.id })),
    secondInvited: secondPersonInvited(network),
    returned: newest?.returnedAt ? newest : null,
    editions,
    slug: isPublished ? report!.slug : null,
    form,
    may: {
      compose,
      submit: compose && submission === null,
      approve: submission !== null && mayApproveReport(person, network, submission),
      takeBack: compose && submission !== null,
      withdraw: compose && isPublished,
    },
  }
}

/** One of several: `Nia Prŷs, Sam Lee or Zofia Nowak`. */
function either(names: string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}

/** What each co-leader writes of their theme, and network leaders of every one. */
async function themeTexts(making: ReportInMaking, { person, network, term }: Omit<ReportToWrite, 'address'>) {
  const texts = await making.texts()
  return (await making.themes())
    .filter(theme => theme.closedAt === null && mayWriteTheme(person, network, theme))
    .map(theme =>
      textInPlace({ kind: reportKind, owner: term.id, field: `theme-${theme.id}` }, texts, {
        label: theme.name,
        hint: 'What happened across the groups of this theme? Left empty, the theme is not in the report.',
        rows: 4,
      }),
    )
}

type Arrangement = Pick<ReportPage, 'groups' | 'parts' | 'promised' | 'promises' | 'sights'>

const nothingToArrange: Arrangement = { groups: [], parts: [], promised: [], promises: [], sights: [] }

async function arrangement(making: ReportInMaking): Promise<Arrangement> {
  const [texts, pictures] = [await making.texts(), await making.pictures()]
  return {
    groups: await groupsToArrange(making),
    parts: (await making.parts()).map(part => partInView(part, making.term, texts, pictures)),
    promised: await making.promised(),
    promises: await making.promises(),
    sights: await making.sights(),
  }
}

async function groupsToArrange(making: ReportInMaking): Promise<GroupToArrange[]> {
  const pictures = await making.picturesOfGroups()
  return (await making.groups()).map(group => {
    const { file, alt = '' } = pictures.get(group.id) ?? {}
    return { ...group, mayNudge: !group.report?.sentAt, beside: file ? { alt, picture: pictureOf(file) } : null }
  })
}

/** The report as it is now, and what stands in the way of its publication while nobody has to answer it. */
async function draft(
  house: DbAndKeys,
  making: ReportInMaking,
  waits: boolean,
): Promise<Pick<ReportPage, 'html' | 'findings'>> {
  const { network, term } = making
  const document = await documentOfReport(making)
  const findings = waits ? [] : await hindrancesInReport(house, network, term, document)
  return { html: await htmlOfDraft(document), findings }
}

function partInView(part: ReportPart, term: Term, texts: Record<string, Saved>, pictures: ChosenPicture[]): PartInView {
  const field = fieldOf(part.part)
  const long = ['introduction', 'changed'].includes(part.part)
  return {
    ...part,
    written: isWrittenByLeaders(part),
    text: textInPlace({ kind: reportKind, owner: term.id, field }, texts, {
      label: isWrittenByLeaders(part) ? part.heading : `Your words on “${part.heading}”`,
      rows: long ? 8 : 4,
    }),
    pictures: pictures
      .filter(picture => picture.part === part.part)
      .map(({ id, alt, caption, piece, file }) => ({
        id,
        alt,
        caption,
        picture: piece && file ? pictureOf(file) : null,
      })),
  }
}

/** Parts that hold what leaders write before all else. */
function isWrittenByLeaders({ part, own }: ReportPart): boolean {
  return own || ['introduction', 'changed', 'thanks'].includes(part)
}
