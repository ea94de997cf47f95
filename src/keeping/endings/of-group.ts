import { sql } from 'kysely'
import type { Db } from '../../database.js'
import type { House } from '../../house.js'
import type { FoundGroup } from '../../groups/group.js'
import type { Brought } from '../../room.js'
import { figure, plural } from '../../words/words.js'
import { rowsThatGo, type Root, whatGoes } from '../erasing/what-goes.js'

/** Whoever leads the group, and whoever leads its network: one asks, the other agrees. */
export function mayAskForEndOfGroup(group: Pick<FoundGroup, 'standing'>): boolean {
  return group.standing.lead || group.standing.networkLeader
}

const named: Record<string, [string, string]> = {
  groups: ['group', 'groups'],
  schools: ['school', 'schools'],
  evidence: ['piece of evidence', 'pieces of evidence'],
  evidence_files: ['file', 'files'],
  consents: ['record of consent', 'records of consent'],
  claims: ['claim', 'claims'],
  actions: ['action', 'actions'],
  recommendations: ['recommendation', 'recommendations'],
  write_ups: ['write-up', 'write-ups'],
  comments: ['comment', 'comments'],
  codes: ['code', 'codes'],
  measures: ['measure', 'measures'],
  questionnaire_answers: ['answer to a questionnaire', 'answers to questionnaires'],
  meetings: ['meeting', 'meetings'],
  decisions: ['decision', 'decisions'],
  pupil_keys: ['key to pupils’ names', 'keys to pupils’ names'],
  published_references: ['reference', 'references'],
  editions: ['published edition', 'published editions'],
  forum_posts: ['post in the forum', 'posts in the forum'],
  visits: ['visit', 'visits'],
  review_rounds: ['review', 'reviews'],
  projects: ['project', 'projects'],
  network_roles: ['role', 'roles'],
}

/** Everything that goes, counted: what has a name by itself, all else together. */
export async function countsOfWhole(
  { db, engine }: Pick<House, 'db' | 'engine'>,
  brought: Pick<Brought, 'tables'>,
  root: Root,
  id: string,
): Promise<string[]> {
  const all = await whatGoes(engine, db, brought, root)
  const plain = db.withoutPlugins()
  const lines: string[] = []
  let others = 0
  for (const one of all.filter(each => each.by.length > 0)) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(one.table)}
      where ${rowsThatGo(all, one, root, id)}`.execute(plain)
    const count = Number(rows[0]!.count)
    const words = named[one.table]
    if (words && count > 0) lines.push(`${figure(count)} ${count === 1 ? words[0] : words[1]}`)
    else others += count
  }
  const order = Object.values(named).flat()
  const place = (line: string) => order.findIndex(word => line.endsWith(word))
  return [
    ...lines.sort((one, other) => place(one) - place(other)),
    ...(others > 0
      ? [`${plural(others, 'record', 'records')} around them: links, versions, what was said and answered`]
      : []),
  ]
}

export async function editionsOfGroup(db: Db, groupId: string): Promise<number> {
  const row = await db
    .selectFrom('editions')
    .innerJoin('writeUps', 'writeUps.id', 'editions.ofId')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('writeUps.groupId', '=', groupId)
    .where('editions.ofKind', '=', 'write-up')
    .where('editions.withdrawnAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
