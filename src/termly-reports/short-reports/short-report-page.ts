import { crumbsOf, headOf } from '../../enquiries/head.js'
import type { DbAndKeys } from '../../keys/store.js'
import { citationsIn } from '../../knowledge/citing/citing.js'
import type { Reader } from '../../names/reader.js'
import { textInPlace } from '../../texts/in-place.js'
import { formOf } from '../../web/read.js'
import '../pages.js'
import { maySendShortReport, mayWriteShortReport } from '../permissions.js'
import { shortReportFields, shortReportKind, shortReportOwner } from './fields.js'
import { whereOurWordsGo } from '../sentences.js'
import { networkReportNow } from './late-reports.js'
import { namesIn, textsAddress } from './names-in-report.js'
import type { FoundShortReport } from './short-reports.js'

/** The page on which a group writes, sends and reads its report for a term. */
export async function shortReportPage(
  house: DbAndKeys,
  person: Reader,
  found: FoundShortReport,
  form = formOf({ releaseDays: found.report.row?.releaseDays ?? '' }),
) {
  const { enquiry, term, report } = found
  const owner = shortReportOwner(enquiry.groupId, term.id)
  return {
    title: `${term.name}: our report`,
    breadcrumbs: crumbsOf(enquiry, { href: `/groups/${enquiry.groupId}/reports`, text: 'Term reports' }),
    head: headOf(enquiry, 'reports'),
    groupId: enquiry.groupId,
    term,
    report,
    goes: whereOurWordsGo(await networkReportNow(house.db, term)),
    texts: shortReportFields.map(({ field, label, hint }) =>
      textInPlace({ kind: shortReportKind, owner, field }, report.texts, {
        label,
        hint,
        rows: field === 'need' ? 3 : 7,
      }),
    ),
    names: enquiry.standing.member ? (await namesIn(house, person, found)).map(words => ({ words, fix: null })) : [],
    namesAddress: textsAddress(found),
    citations: await citationsIn(
      house.db,
      enquiry,
      Object.values(report.texts).map(text => text.body),
    ),
    form,
    may: { write: mayWriteShortReport(enquiry), send: maySendShortReport(enquiry) },
  }
}
