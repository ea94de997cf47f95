import type { Db } from '../../database.js'
import { readEdition } from '../../publishing/editions/still-allowed.js'
import type { Edition } from '../../publishing/tables.js'
import type { Crumb } from '../../web/crumb.js'
import { comparedParts } from '../../publishing/comparing/comparing.js'
import { editionLines, toPublished } from '../edition-page.js'
import { addressOf } from '../works.js'
import type { ComparePage } from '../pages.js'
import type { FoundEdition } from '../reading.js'

/** Two editions of a work set beside each other, both as their readers see them now. */
export async function comparePage(
  db: Db,
  found: FoundEdition,
  { from, to }: { from: Edition; to: Edition },
  baseUrl: string,
): Promise<ComparePage & { breadcrumbs: Crumb[] }> {
  const before = await readEdition(db, from, found.pseudonyms, baseUrl)
  const after = from === to ? before : await readEdition(db, to, found.pseudonyms, baseUrl)
  const work = after.document.title
  const href = addressOf(to.ofKind, to.slug)
  return {
    title: `Editions ${from.number} and ${to.number} of “${work}”`,
    breadcrumbs: [toPublished, { href, text: work }],
    work,
    address: `${href}/compare`,
    from: from.number,
    to: to.number,
    reason: found.pseudonyms.read(to.reason),
    editions: editionLines(found),
    parts: comparedParts(before.document, after.document),
  }
}
