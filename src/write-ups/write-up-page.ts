import type { Reader } from '../names/reader.js'
import { ownNames } from '../names/names.js'
import type { Db } from '../database.js'
import { htmlOf } from '../documents/to-html.js'
import { idFrom } from '../documents/headings.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import { mayComment } from '../enquiries/permissions.js'
import { type Thread, threadAbout } from '../enquiries/thread.js'
import { citationsIn } from '../knowledge/citing.js'
import type { FormState } from '../web/read.js'
import { appendixOf } from './appendix.js'
import { chartsOfWriteUp } from './charts-in-write-up.js'
import { citedIn, lookupIn, piecesToCite } from './citing.js'
import { blocksOfPart, documentOfWriteUp, isTold } from './document-of.js'
import type { PartShown, PreviewPage, WriteUpPage } from './pages.js'
import { appendix, holdsOf, type PartName } from './parts.js'
import { maySubmit, mayTakeBack, mayWriteUp } from './permissions.js'
import { stopsFor } from './publication-check.js'
import { draftToRead } from './reading.js'
import { referencesHeading, worksOf } from './referring.js'
import { shownDocument } from './shown-document.js'
import { nameOf, standingNow } from './standing-now.js'
import { takeAwayOf } from './taking-away.js'
import { type FoundWriteUp, partAddress, partsOf, type PartWithText, writeUpAddress } from './write-ups.js'

/** The group's own page of its write-up: every part as it reads now, and how far it is from being published. */
export async function writeUpPage(
  db: Db,
  person: Reader,
  writeUp: FoundWriteUp,
  comment?: FormState,
): Promise<WriteUpPage & { title: string }> {
  const { enquiry } = writeUp
  const parts = await partsOf(db, writeUp)
  const document = await documentOfWriteUp(db, writeUp, parts)
  const pieces = await piecesToCite(db, writeUp.groupId)
  const works = await worksOf(db, writeUp, parts.filter(isTold))
  const charts = await chartsOfWriteUp(db, enquiry, pieces, ownNames)
  const cited = new Set(citedIn(document))
  const shown = await Promise.all(
    parts.map(async part => {
      const blocks =
        part.part === appendix
          ? appendixOf(pieces.filter(piece => cited.has(piece.id)))
          : [
              ...blocksOfPart(part.text.body, lookupIn(pieces), works.citations),
              ...(isTold(part) ? (charts[part.part as PartName] ?? []) : []),
            ]
      return { ...(await partShown(db, part)), html: htmlOf(blocks, { pictureAddress: pictureAddressOf(writeUp) }) }
    }),
  )
  const isLeftOut = (_: PartShown, place: number) => parts[place]!.leftOutAt !== null
  return {
    title: `Write-up, ${enquiry.groupName}`,
    ...frameOf(writeUp),
    address: addressOf(writeUp),
    writeUpTitle: writeUp.title,
    pdf: writeUpAddress(enquiry, '.pdf'),
    parts: shown.filter((part, place) => !isLeftOut(part, place)),
    leftOut: shown.filter(isLeftOut),
    references: {
      heading: referencesHeading,
      html: htmlOf(works.entries, { pictureAddress: pictureAddressOf(writeUp) }),
      all: writeUp.listsAllAt !== null,
      address: `/groups/${writeUp.groupId}/knowledge`,
    },
    stops: await stopsFor(db, writeUp, parts, document),
    ...(await standingNow(db, writeUp)),
    thread: await threadOf(db, person, writeUp, writeUpAddress(enquiry), '', comment),
    takeAway: takeAwayOf(addressOf(writeUp), { draft: true, whole: writeUpAddress(enquiry, '.pdf') }),
    may: { write: mayWriteUp(enquiry), submit: maySubmit(enquiry), takeBack: mayTakeBack(enquiry) },
  }
}

/** The whole draft as it would be read. */
export async function previewPage(
  db: Db,
  person: Reader,
  writeUp: FoundWriteUp,
  comment?: FormState,
): Promise<PreviewPage & { title: string }> {
  const address = `${addressOf(writeUp)}/preview`
  return {
    title: `Write-up of ${writeUp.enquiry.groupName}, as a whole`,
    ...frameOf(writeUp),
    back: writeUpAddress(writeUp.enquiry),
    pdf: writeUpAddress(writeUp.enquiry, '.pdf'),
    facilitator: !writeUp.enquiry.standing.member,
    document: shownDocument(await draftToRead(db, person, writeUp), pictureAddressOf(writeUp)),
    thread: await threadOf(db, person, writeUp, address, '?on=preview', comment),
  }
}

/** The head and the way back that every page about a write-up has. */
export function frameOf(writeUp: FoundWriteUp) {
  return {
    head: headOf(writeUp.enquiry, 'write-up'),
    breadcrumbs: crumbsOf(writeUp.enquiry, { href: writeUpAddress(writeUp.enquiry), text: 'Write-up' }),
  }
}

export function addressOf(writeUp: { id: string }): string {
  return `/write-ups/${writeUp.id}`
}

export function pictureAddressOf(writeUp: { id: string }): (id: string) => string {
  return id => `${addressOf(writeUp)}/files/${id}`
}

export async function partShown(db: Db, part: PartWithText): Promise<PartShown> {
  return {
    id: part.id,
    anchor: idFrom(part.heading),
    heading: part.heading,
    holds: holdsOf(part.part),
    html: '',
    automatic: part.part === appendix,
    edited: part.edited,
    composedAt: part.composedAt,
    savedAt: part.text.savedAt,
    savedBy: part.text.savedBy ? await nameOf(db, part.text.savedBy) : '',
    address: partAddress(part),
  }
}

/** What is said about a write-up, on the page where it is said. */
export async function threadOf(
  db: Db,
  person: Reader,
  writeUp: FoundWriteUp,
  page: string,
  on: string,
  form?: FormState,
): Promise<Thread> {
  const thread = await threadAbout(
    db,
    person,
    writeUp.enquiry,
    { aboutKind: 'write-up', aboutId: writeUp.id },
    { page, address: `${addressOf(writeUp)}/comments${on}`, cites: citationsIn, ...(form && { form }) },
  )
  return { ...thread, may: { comment: mayComment(writeUp.enquiry) } }
}
