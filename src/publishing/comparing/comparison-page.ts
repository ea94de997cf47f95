import type { Db } from '../../database.js'
import type { Document } from '../../documents/document.js'
import { inlineText } from '../../documents/inline-text.js'
import { documentUnder } from '../../names/in-documents.js'
import { citedIn } from '../../write-ups/document/citing.js'
import { frameOf } from '../../write-ups/document/frame.js'
import { addressOf } from '../../write-ups/write-ups.js'
import { editionsOf } from '../editions/editions.js'
import { pseudonymsOfEdition, readEdition } from '../editions/still-allowed.js'
import { NotFound } from '../../errors.js'
import { publishableOf, type WriteUpOnItsWay } from '../finding.js'
import type { ComparisonPage } from '../pages.js'
import { submittedToRead } from '../reading.js'
import type { Edition } from '../tables.js'
import { differenceInNames } from './difference-in-names.js'
import { comparedParts } from './comparing.js'

/** The edition that a submission would follow; undefined where it would be the first. */
export async function editionBefore(db: Db, writeUp: WriteUpOnItsWay): Promise<Edition | undefined> {
  return (await editionsOf(db, publishableOf(writeUp))).find(edition => !edition.withdrawnAt)
}

/**
 * What waits for an answer beside the edition that is out: its words part by part, and which pieces came in or went out.
 * @throws NotFound where there is no earlier edition
 */
export async function comparisonPage(
  db: Db,
  writeUp: WriteUpOnItsWay,
  baseUrl: string,
): Promise<ComparisonPage & { title: string }> {
  const edition = await editionBefore(db, writeUp)
  if (!edition) throw new NotFound('earlier edition')
  const names = await pseudonymsOfEdition(db, edition)
  const { document: before } = await readEdition(db, edition, names, baseUrl)
  const { document: submitted, submission } = await submittedToRead(db, writeUp.submission)
  const after = documentUnder(submitted, names)
  const parts = comparedParts(before, after)
  return {
    title: `What is different in edition ${edition.number + 1}, ${writeUp.enquiry.groupName}`,
    ...frameOf(writeUp),
    back: `${addressOf(writeUp)}/submission`,
    edition: edition.number + 1,
    before: edition.number,
    reason: names.read(submission.reason),
    parts,
    recommendations: parts.findIndex(part => part.heading === headingOf(after, 'recommendations')),
    named: differenceInNames(before, after),
    came: piecesOnlyIn(after, before),
    went: piecesOnlyIn(before, after),
  }
}

/** Pieces that one of two documents lists and the other does not, by their entries. */
function piecesOnlyIn(one: Document, other: Document): string[] {
  const there = new Set(citedIn(other))
  const only = new Set(citedIn(one).filter(id => !there.has(id)))
  return one.parts.flatMap(block =>
    block.kind === 'heading' && only.has(block.id.replace(/^evidence-/, '')) ? [inlineText(block.inlines)] : [],
  )
}

function headingOf({ parts, sections }: Document, section: string): string | undefined {
  const heading = parts.find(block => block.kind === 'heading' && block.id === sections?.[section])
  return heading?.kind === 'heading' ? inlineText(heading.inlines) : undefined
}
