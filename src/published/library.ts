import type { Db } from '../database.js'
import { namesOutside } from '../names/names.js'
import { dayOf } from '../web/now.js'
import { folded } from '../words/folded.js'
import { byName } from '../words/words.js'
import { factsOf } from './facts.js'
import { namesOutsideOf, newestRows, type NewestRow, type Work, workFrom } from './works.js'

/** A work on its shelf: with everything by which it can be looked for. */
export interface ShelvedWork extends Work {
  question: string
  theme: Named | null
  schools: Named[]
  /** The name of the network's term in which it came out, or of which a report tells. */
  term: string
  /** Whether it holds pictures, of which one may stand on its cover. */
  pictured: boolean
}

export interface Named {
  id: string
  name: string
}

export interface Wanted {
  network: string
  kind: string
  theme: string
  school: string
  term: string
}

/** The whole library, the newest first, with what each work is about. */
export async function shelved(db: Db, outside = namesOutside()): Promise<ShelvedWork[]> {
  const rows = await newestRows(db)
  const facts = await factsOf(db, rows)
  const themes = await db
    .selectFrom('groups')
    .innerJoin('themes', 'themes.id', 'groups.themeId')
    .select(['groups.id as group', 'themes.id', 'themes.name'])
    .execute()
  const schools = await db.selectFrom('schools').select(['id', 'name']).execute()
  const termOf = await termsNamed(db)
  return Promise.all(
    rows.map(async row => {
      const known = await namesOutsideOf(db, outside, row.groupId)
      const { question, schoolIds, pictures } = facts.get(row.id)!
      const theme = themes.find(one => one.group === row.groupId)
      return {
        ...workFrom(row, known),
        question: known.read(question),
        theme: theme ? { id: theme.id, name: theme.name } : null,
        schools: schools.filter(one => schoolIds.includes(one.id) && known.school(one) === one.name),
        term: termOf(row),
        pictured: pictures.length > 0,
      }
    }),
  )
}

/** The term of a report is the one that it tells of; of a write-up, the one in which it came out. */
async function termsNamed(db: Db): Promise<(row: NewestRow) => string> {
  const terms = await db.selectFrom('terms').selectAll().orderBy('startsOn', 'desc').execute()
  const reports = await db.selectFrom('termlyReports').select(['id', 'termId']).execute()
  return ({ ofKind, ofId, networkId, publishedAt }) => {
    const termId = ofKind === 'termly report' && reports.find(one => one.id === ofId)?.termId
    const term = termId
      ? terms.find(one => one.id === termId)
      : terms.find(one => one.networkId === networkId && one.startsOn <= dayOf(publishedAt))
    return term?.name ?? ''
  }
}

/** Works that stand on every shelf that is asked for. */
export function chosen(works: ShelvedWork[], { network, kind, theme, school, term }: Wanted): ShelvedWork[] {
  return works.filter(
    work =>
      (network === '' || work.networkId === network) &&
      (kind === '' || work.ofKind === kind) &&
      (theme === '' || work.theme?.id === theme) &&
      (school === '' || work.schools.some(one => one.id === school)) &&
      (term === '' || work.term === term),
  )
}

/** Whether every word stands in what the shelf says of a work. */
export function saysOnTheShelf(work: ShelvedWork, words: string): boolean {
  const said = folded(`${work.title} ${work.question} ${work.summary} ${work.network} ${work.theme?.name ?? ''}`)
  return folded(words)
    .split(' ')
    .filter(Boolean)
    .every(word => said.includes(word))
}

/** The shelves of the library, each with its names in order; terms the newest first. */
export interface Shelves {
  networks: Named[]
  themes: Named[]
  schools: Named[]
  terms: Named[]
}

export function shelvesOf(works: ShelvedWork[]): Shelves {
  const once = (named: (Named | null)[]) => [...new Map(named.flatMap(one => (one ? [[one.id, one]] : []))).values()]
  return {
    networks: once(works.map(work => ({ id: work.networkId, name: work.network }))).sort(byName),
    themes: once(works.map(work => work.theme)).sort(byName),
    schools: once(works.flatMap(work => work.schools)).sort(byName),
    terms: once(
      [...works]
        .sort((one, other) => (one.publishedAt < other.publishedAt ? 1 : -1))
        .map(work => (work.term ? { id: work.term, name: work.term } : null)),
    ),
  }
}
