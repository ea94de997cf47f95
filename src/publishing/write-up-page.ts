import type { Reader } from '../names/reader.js'
import { ownNames } from '../names/names.js'
import type { Db } from '../database.js'
import { htmlOfDocument } from '../documents/to-html.js'
import { mayComment } from '../enquiries/permissions.js'
import { type Thread, threadAbout, type Cites } from '../enquiries/comments/thread-shown.js'
import { numbersNotShared } from '../instruments/measures/not-shared.js'
import { citationsIn, citationsAmong } from '../knowledge/citing/citing.js'
import type { DbAndKeys } from '../keys/store.js'
import type { FormState } from '../web/read.js'
import { listed } from '../words/words.js'
import { appendixOf } from '../write-ups/document/appendix.js'
import { chartsOfWriteUp } from '../write-ups/document/charts-in-write-up.js'
import { citedIn, lookupIn } from '../write-ups/document/citing.js'
import { blocksOfPart } from '../write-ups/document/document-of.js'
import { withoutLeftOut } from '../write-ups/document/masking.js'
import { type Draft, draftOf } from '../write-ups/document/draft.js'
import { frameOf } from '../write-ups/document/frame.js'
import type { PartShown } from '../write-ups/pages.js'
import { partsShown } from '../write-ups/parts/part-page.js'
import type { PreviewPage, WriteUpPage } from './pages.js'
import { appendix } from '../write-ups/parts/parts.js'
import { mayWriteUp } from '../write-ups/permissions.js'
import { maySubmit, mayTakeBack } from './permissions.js'
import { kindsIn } from './checking/check-page.js'
import { stopsFor } from './checking/publication-check.js'
import { readDraft } from './reading.js'
import { whatGivesAway } from './checking/what-gives-away.js'
import { referencesHeading } from '../write-ups/document/referring.js'
import { shownDocument } from './taking-away/shown-document.js'
import { saysTheSame } from './editions/since-published.js'
import { editionShown, progressOf } from './progress.js'
import { takeAwayOf } from './taking-away/taking-away.js'
import { addressOf, type FoundWriteUp, isTold, pictureAddressOf, writeUpAddress } from '../write-ups/write-ups.js'

/** The group's own page of its write-up: every part as it reads now, and how far it is from being published. */
export async function writeUpPage(
  house: DbAndKeys,
  person: Reader,
  writeUp: FoundWriteUp,
  comment?: FormState,
): Promise<WriteUpPage & { title: string }> {
  const { db } = house
  const { enquiry } = writeUp
  const draft = await draftOf(db, writeUp)
  const { parts, works } = draft
  const { newest, ...progress } = await progressOf(db, writeUp)
  const published = newest ? { ...editionShown(newest), changed: !saysTheSame(draft.document, newest) } : null
  const stops = await stopsFor(house, draft)
  const htmls = await htmlOfParts(draft)
  const all = (await partsShown(db, parts)).map((part, place) => ({ ...part, html: htmls[place]! }))
  const isLeftOut = (_: PartShown, place: number) => parts[place]!.leftOutAt !== null
  return {
    title: 'Write-up',
    ...frameOf(writeUp),
    address: addressOf(writeUp),
    writeUpTitle: writeUp.title,
    byLine: byLineOf(draft),
    pdf: writeUpAddress(enquiry, '.pdf'),
    parts: all.filter((part, place) => !isLeftOut(part, place)),
    leftOut: all.filter(isLeftOut),
    references: {
      heading: referencesHeading,
      html: await htmlOfDocument(works.entries, { pictureAddress: pictureAddressOf(writeUp) }),
      all: writeUp.listsAllAt !== null,
      address: `/groups/${writeUp.groupId}/knowledge`,
    },
    stops: stops.length,
    stopped: kindsIn(stops),
    givesAway: (await whatGivesAway(db, draft)).map(({ written: _, ...one }) => one),
    notShared: await numbersNotShared(db, enquiry),
    ...progress,
    published,
    thread: await threadOf(db, person, writeUp, {
      page: writeUpAddress(enquiry),
      on: '',
      form: comment,
      cites: () => Promise.resolve(citationsAmong(draft.references, enquiry)),
    }),
    takeAway:
      published && !published.changed
        ? takeAwayOf(`/published/write-ups/${newest!.slug}`)
        : takeAwayOf(addressOf(writeUp), { draft: true, whole: writeUpAddress(enquiry, '.pdf') }),
    may: { write: mayWriteUp(enquiry), submit: maySubmit(enquiry), takeBack: mayTakeBack(enquiry) },
  }
}

function byLineOf({ named: { authors, schools } }: Draft): string {
  const by = authors.length > 0 ? `By ${listed(authors.map(one => one.name))}.` : 'Nobody is named as its author yet.'
  return schools.length > 0 ? `${by} ${listed(schools.map(one => one.name))}.` : by
}

/** How each part reads to the group itself: everything by its own name. */
async function htmlOfParts({ writeUp, parts, pieces, works, toDraw, chosen, document }: Draft): Promise<string[]> {
  const charts = await chartsOfWriteUp(toDraw, pieces, ownNames)
  const cited = new Set(citedIn(document))
  const out = new Set(chosen.leftOut)
  const lookup = lookupIn(pieces)
  const htmls: string[] = []
  for (const part of parts) {
    const blocks =
      part.part === appendix
        ? appendixOf(
            pieces.filter(piece => cited.has(piece.id)),
            pieces.filter(piece => out.has(piece.id)),
          )
        : [
            ...withoutLeftOut(blocksOfPart(ownNames.read(part.text.body), lookup, works.citations), chosen.leftOut),
            ...(isTold(part) ? (charts[part.part] ?? []) : []),
          ]
    htmls.push(await htmlOfDocument(blocks, { pictureAddress: pictureAddressOf(writeUp) }))
  }
  return htmls
}

/** The whole draft as it would be read. */
export async function previewPage(
  db: Db,
  person: Reader,
  writeUp: FoundWriteUp,
  comment?: FormState,
): Promise<PreviewPage & { title: string }> {
  const address = `${addressOf(writeUp)}/preview`
  const { document, references } = await readDraft(db, writeUp)
  return {
    title: 'Write-up as a whole',
    ...frameOf(writeUp),
    back: writeUpAddress(writeUp.enquiry),
    pdf: writeUpAddress(writeUp.enquiry, '.pdf'),
    document: await shownDocument(document, pictureAddressOf(writeUp)),
    thread: await threadOf(db, person, writeUp, {
      page: address,
      on: '?on=preview',
      form: comment,
      cites: () => Promise.resolve(citationsAmong(references, writeUp.enquiry)),
    }),
  }
}

/** What is said about a write-up, on the page where it is said. */
export async function threadOf(
  db: Db,
  person: Reader,
  writeUp: FoundWriteUp,
  { page, on, form, cites = citationsIn }: { page: string; on: string; form?: FormState | undefined; cites?: Cites },
): Promise<Thread> {
  const thread = await threadAbout(
    db,
    person,
    writeUp.enquiry,
    { aboutKind: 'write-up', aboutId: writeUp.id },
    { page, address: `${addressOf(writeUp)}/comments${on}`, cites, ...(form && { form }) },
  )
  return { ...thread, may: { comment: mayComment(writeUp.enquiry) } }
}
