import type { Document, EditionFacts } from '../../documents/document.js'
import { licenceNamed } from '../../networks/licences.js'
import { day } from '../../words/words.js'
import { identifierOf } from './identifier.js'
import { documentOf } from '../submitting/submissions.js'
import type { Edition } from '../tables.js'
import { withoutPieces } from '../../write-ups/document/masking.js'

/** What an edition says, with a plain sentence in the place of everything that may not be shown any more. */
export function maskedEdition(edition: Edition, hidden: { pieces: string[]; files: string[] }): Document {
  return withoutPieces(documentOf(edition), hidden)
}

/**
 * An edition as its readers see it now: frozen as it was approved, with its number and date on its title page and at the
 * foot of each page, and an address of its own at which stands whether it is still the current one.
 * @param hidden ids of pieces to leave out, and of the files that belong to them
 * @param baseUrl where readers reach the workbench
 */
export function documentOfEdition(
  edition: Edition,
  hidden: { pieces: string[]; files: string[]; charts?: string[] },
  baseUrl: string,
): Document {
  const document = maskedEdition(edition, hidden)
  const place = edition.ofKind === 'write-up' ? 'write-ups' : 'reports'
  const named = `Edition ${edition.number}, ${day(edition.publishedAt)}`
  const { titlePage } = document
  const facts = factsOf(edition)
  const lines = [
    ...titlePage.lines,
    `${named}. Its address shows whether there is a newer one.`,
    ...(facts.licence ? [`${facts.licence.name}.`] : []),
  ]
  return {
    ...document,
    titlePage: { ...titlePage, lines },
    foot: named,
    edition: facts,
    address: `${baseUrl}/published/${place}/${edition.slug}?edition=${edition.number}`,
  }
}

function factsOf(edition: Edition): EditionFacts {
  const licence = licenceNamed(edition.licence)
  return {
    number: edition.number,
    publishedAt: edition.publishedAt,
    identifier: identifierOf(edition),
    ...(licence && { licence }),
  }
}
