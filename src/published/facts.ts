import type { Db } from '../database.js'
import type { Block, Document, Figure } from '../documents/document.js'
import { textOf } from '../documents/to-text.js'
import { documentOf } from '../publishing/submitting/submissions.js'
import type { Edition } from '../publishing/tables.js'

/** What the shelf tells of an edition besides its title. An edition is frozen, so it is read once. */
export interface Facts {
  /** Set large on its title page. */
  question: string
  pictures: { id: string; alt: string; width: number; height: number }[]
  /** Schools of the network that it names itself. */
  schoolIds: string[]
}

const mostKept = 5000
const kept = new Map<string, Facts>()

/** The facts of many editions, by their ids. */
export async function factsOf(db: Db, editions: Pick<Edition, 'id' | 'networkId'>[]): Promise<Map<string, Facts>> {
  const unread = editions.filter(edition => !kept.has(edition.id))
  if (unread.length > 0) {
    const schools = await db.selectFrom('schools').select(['id', 'name', 'networkId']).execute()
    for (let from = 0; from < unread.length; from += 50) {
      const ids = unread.slice(from, from + 50).map(edition => edition.id)
      const rows = await db.selectFrom('editions').selectAll().where('id', 'in', ids).execute()
      for (const row of rows)
        keep(
          row.id,
          readFacts(
            row,
            schools.filter(school => school.networkId === row.networkId),
          ),
        )
    }
  }
  return new Map(editions.flatMap(({ id }) => (kept.has(id) ? [[id, kept.get(id)!] as const] : [])))
}

function keep(id: string, facts: Facts): void {
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
  kept.set(id, facts)
}

function readFacts(edition: Edition, schools: { id: string; name: string }[]): Facts {
  const document = documentOf(edition)
  const { heading, subtitle } = document.titlePage
  const said = edition.ofKind === 'write-up' ? document.titlePage.lines.join('\n') : textOf(document)
  return {
    question: edition.ofKind === 'write-up' ? heading : (subtitle ?? heading),
    pictures: picturesIn(document.parts),
    schoolIds: schools.filter(school => said.includes(school.name)).map(school => school.id),
  }
}

function pictureIn({ picture: { id, width, height }, alt }: Figure) {
  return { id, alt, width, height }
}

function picturesIn(blocks: Block[]): Facts['pictures'] {
  return blocks.flatMap(block => {
    if (block.kind === 'figure') return [pictureIn(block)]
    if (block.kind === 'quotation') return picturesIn(block.blocks)
    if (block.kind === 'list') return block.items.flatMap(item => picturesIn(item.blocks))
    return []
  })
}

/** The first picture of a document as its readers see it now, for its cover. */
export function coverIn(document: Document): { id: string; alt: string; width: number; height: number } | undefined {
  return picturesIn(document.parts)[0]
}
