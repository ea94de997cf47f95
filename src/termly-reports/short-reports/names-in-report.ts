import { namesNoticed, namesOfKeysStandIn } from '../../keys/noticing.js'
import type { DbAndKeys } from '../../keys/store.js'
import type { Reader } from '../../names/reader.js'
import { shortReportFields, shortReportKind, shortReportOwner } from './fields.js'
import type { FoundShortReport } from './short-reports.js'

/** What may name a pupil in the group's words, and nobody has said yet that it does not. */
export async function namesIn(house: DbAndKeys, person: Reader, found: FoundShortReport): Promise<string[]> {
  const noticed = await namesNoticed(house, person, found.enquiry, wholeText(found), textsAddress(found))
  return [...new Set(noticed.map(one => one.words))]
}

/** Whether something may name a pupil still; the names of keys that the person may not open among them. */
export async function mayNamePupils(house: DbAndKeys, person: Reader, found: FoundShortReport): Promise<boolean> {
  if ((await namesIn(house, person, found)).length > 0) return true
  return namesOfKeysStandIn(house, found.enquiry, wholeText(found), textsAddress(found))
}

/** What the texts belong to, where somebody says that a word names nobody. */
export function textsAddress({ enquiry, term }: FoundShortReport): string {
  return `/texts/${shortReportKind}/${shortReportOwner(enquiry.groupId, term.id)}`
}

function wholeText({ report }: FoundShortReport): string {
  return shortReportFields.map(({ field }) => report.texts[field]?.body ?? '').join('\n\n')
}
