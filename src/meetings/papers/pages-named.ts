import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { personById } from '../../people/people.js'
import type { Found, Searchable } from '../../search/searchables.js'
import type { Paper } from './papers.js'

/**
 * Papers that are pages of the workbench, as this reader has them: with the title that stands there now for those who may open
 * it. To others it is a page that they cannot open, under the name that whoever brought it gave it for the meeting, if any.
 * @param searchables how pages of every room are found, each through its own finder
 */
export async function withTitles(db: Db, person: Reader, papers: Paper[], searchables: Searchable[]): Promise<Paper[]> {
  const ours = papers.filter(isOurs)
  if (ours.length === 0) return papers
  const found = await standingAt(db, person, ours, searchables)
  const left = ours.filter(paper => !found.has(paper.id))
  const known = new Set<string>()
  for (const by of new Set(left.map(paper => paper.addedBy))) {
    const bringer = by === person.id ? undefined : await personById(db, by)
    const theirs = left.filter(paper => paper.addedBy === by)
    if (bringer) for (const id of (await standingAt(db, bringer, theirs, searchables)).keys()) known.add(id)
  }
  return papers.map(paper => {
    const isNamed = paper.title !== paper.href
    const here = found.get(paper.id)
    if (here) return { ...paper, title: isNamed ? paper.title : here.heading || here.title }
    if (known.has(paper.id))
      return { ...paper, title: isNamed ? paper.title : aClosedPage, closed: isNamed, href: null }
    return isOurs(paper) && !isNamed ? { ...paper, title: 'A page of the workbench' } : paper
  })
}

export const aClosedPage = 'A page you cannot open'

function isOurs(paper: Paper): boolean {
  return paper.fileId === null && (paper.href?.startsWith('/') ?? false)
}

/** What stands at the addresses of these papers, for one person. */
async function standingAt(
  db: Db,
  person: Reader,
  papers: Paper[],
  searchables: Searchable[],
): Promise<Map<string, Found>> {
  const ids = [...new Set(papers.flatMap(paper => pathOf(paper.href).split('/').filter(Boolean)))]
  const all: Found[] = []
  for (const { find } of searchables) all.push(...(await find(db, person, ids)))
  return new Map(
    papers.flatMap(paper => {
      const at = pathOf(paper.href)
      const here = all.find(one => one.href === paper.href) ?? all.find(one => pathOf(one.href) === at)
      return here ? [[paper.id, here] as const] : []
    }),
  )
}

function pathOf(href: string | null): string {
  return (href ?? '').replace(/[?#].*$/s, '').replace(/\/$/, '')
}
