import { type Names, unread } from '../../names/names.js'
import type { Block, Document, StageOnTrack } from '../../documents/document.js'
import { blocksFrom } from '../../documents/from-markdown.js'
import { idFrom } from '../../documents/headings.js'
import type { Citations } from '../../documents/citations.js'
import type { Lookup } from '../../documents/directives.js'
import { documentUnder } from '../../names/in-documents.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { Piece } from '../../evidence/evidence.js'
import type { ListedReference } from '../../knowledge/references/references.js'
import { trackOf } from '../../stages.js'
import { day, fromTo, listed } from '../../words/words.js'
import { type Named, schoolsInOrder } from '../authors/authors.js'
import { appendixOf } from './appendix.js'
import { chartsOfWriteUp, type RecordsToDraw } from './charts-in-write-up.js'
import type { PiecesChosen } from './choosing-pieces.js'
import { citedIn, lookupIn, type PieceToCite } from './citing.js'
import { withoutLeftOut } from './masking.js'
import { withTitles } from './naming-pieces.js'
import { appendix } from '../parts/parts.js'
import { referencesHeading, type Works } from './referring.js'
import { type FoundWriteUp, isTold, type PartWithText } from '../write-ups.js'

type Charts = Awaited<ReturnType<typeof chartsOfWriteUp>>

/** Everything that a write-up is made of as it stands now (src/write-ups/document/draft.ts loads it). */
export interface DraftRecords {
  writeUp: FoundWriteUp
  parts: PartWithText[]
  pieces: PieceToCite[]
  names: Names
  references: ListedReference[]
  works: Works
  named: Named
  toDraw: RecordsToDraw
  chosen: PiecesChosen
}

/**
 * The document that a write-up is now: its parts that are not left out, and the pieces they refer to. It is made to leave
 * the group, so schools and people are called by their names.
 */
export async function documentOfDraft(draft: DraftRecords): Promise<Document> {
  const { writeUp, parts, pieces, works, chosen } = draft
  const named = schoolsInOrder(draft.named, draft.names)
  const charts = await chartsOfWriteUp(draft.toDraw, pieces, draft.names)
  const told = blocksOfParts(parts, lookupIn(pieces), works.citations, charts)
  const blocks = withoutLeftOut(told, chosen.leftOut)
  const { enquiry } = writeUp
  const document: Document = {
    title: writeUp.title,
    language: 'en-GB',
    kindOfDocument: 'Write-up',
    titlePage: {
      heading: enquiry.question,
      ...(writeUp.title !== enquiry.question && { subtitle: writeUp.title }),
      lines: titleLines(enquiry, named),
      stageTrack: trackFor(enquiry),
    },
    authors: named.authors.map(({ name, school }) => ({ name, ...(school !== undefined && { school }) })),
    schools: named.schools.map(school => school.name),
    publisher: enquiry.networkName,
    contents: true,
    parts: [
      ...blocks,
      ...referencesPart(works),
      ...appendixPart(parts, appendixOf(...inTheAppendix(told, pieces, chosen))),
    ],
    foot: '',
    sections: sectionsOf(parts),
  }
  return documentUnder(document, draft.names)
}

function blocksOfParts(parts: PartWithText[], lookup: Lookup, citations: Citations, charts: Charts): Block[] {
  return parts
    .filter(isTold)
    .flatMap(part => [
      headingOf(part),
      ...blocksOfPart(unread(part.text.body), lookup, citations),
      ...(charts[part.part] ?? []),
    ])
}

/** Where each part stands, so that short forms find it whatever the group called it. */
function sectionsOf(parts: PartWithText[]): Record<string, string> {
  return Object.fromEntries(parts.filter(isTold).map(part => [part.part, idFrom(part.heading)]))
}

/** One part's words as blocks, below its heading. */
export function blocksOfPart(markdown: string, reference: Lookup, citations?: Citations): Block[] {
  return withTitles(blocksFrom(markdown, { reference, citations }))
}

function headingOf({ heading }: { heading: string }): Block {
  return { kind: 'heading', level: 2, id: idFrom(heading), inlines: [{ kind: 'text', text: heading }] }
}

function referencesPart({ entries }: Works): Block[] {
  return entries.length > 0 ? [headingOf({ heading: referencesHeading }), ...entries] : []
}

function appendixPart(parts: PartWithText[], entries: Block[]): Block[] {
  const heading = parts.find(part => part.part === appendix)?.heading ?? 'The evidence we refer to'
  return entries.length > 0 ? [headingOf({ heading }), ...entries] : []
}

/**
 * What the appendix lists, and what it names as left out.
 * @param told the parts as they would read with all of their pieces
 */
export function inTheAppendix<One extends Piece>(
  told: Block[],
  pieces: One[],
  { leftOut, listed: besides }: PiecesChosen,
): [listed: One[], leftOut: One[]] {
  const cited = new Set(citedIn({ parts: told }))
  const out = new Set(leftOut)
  const asWell = new Set(besides)
  return [
    pieces.filter(({ id }) => (cited.has(id) || asWell.has(id)) && !out.has(id)),
    pieces.filter(({ id }) => cited.has(id) && out.has(id)),
  ]
}

/** Who, from which schools, in which network, and when. */
function titleLines(enquiry: Enquiry, { authors, schools }: Named): string[] {
  const { beganAt, finishedAt } = enquiry
  const ended = finishedAt ? fromTo(beganAt, finishedAt) : `Since ${day(beganAt)}`
  return [
    `By ${listed(authors.map(one => one.name))}`,
    listed(schools.map(school => school.name)),
    `${enquiry.groupName}, ${enquiry.networkName}`,
    enquiry.newestCycle > 1 ? `Cycle ${enquiry.cycle}. ${ended}` : ended,
  ].filter(line => line !== 'By ' && line !== '')
}

function trackFor(enquiry: Enquiry): StageOnTrack[] {
  return trackOf(enquiry.stage, enquiry.finishedAt !== null).map(({ name, state }) => ({ stage: name, state }))
}
