import { type Db, inOne } from '../../src/database.js'
import { enterCast } from '../../src/demo/enter-cast.js'
import { prepareSearch } from '../../src/search/preparing.js'
import { brought } from '../../src/rooms.js'
import { bringUpToDate } from '../../src/search/keeping.js'
import { logManyPieces } from './many-pieces.js'

/** How large a region is; files are not made, since pages name them and open none. */
export interface Region {
  networks: number
  schools: number
  people: number
  groups: number
  pieces: number
}

/** A region of 137 networks, in the proportions of the largest that was thought of. */
export function regionOf(pieces: number): Region {
  const part = (whole: number) => Math.max(1, Math.round((whole * pieces) / 1_000_000))
  return { networks: part(137), schools: part(1500), people: part(35_000), groups: part(10_000), pieces }
}

const at = '2026-09-01T08:30:00.000Z'
const atOnce = 500

/**
 * The cast, and around it a region: schools, people and groups in their networks, pieces of evidence in each group.
 * @returns the people who lead a group, with its id, as who the pages are asked for
 */
export async function fillRegion(
  db: Db,
  { networks, schools, people, groups, pieces }: Region,
  say: (words: string) => void,
): Promise<{ person: string; group: string; network: string }[]> {
  await enterCast(db)
  const numbers = (count: number) => Array.from({ length: count }, (_, place) => place)
  const ofNetwork = (place: number) => `region-${place % networks}`
  const put = async <Row>(rows: Row[], insert: (some: Row[]) => Promise<unknown>) => {
    for (let from = 0; from < rows.length; from += atOnce) await insert(rows.slice(from, from + atOnce))
  }
  await inOne(db, async trx => {
    await put(numbers(networks), some =>
      trx
        .insertInto('networks')
        .values(some.map(n => ({ id: `region-${n}`, name: `Network ${n}`, createdAt: at, createdBy: 'alex' })))
        .execute(),
    )
    await put(numbers(schools), some =>
      trx
        .insertInto('schools')
        .values(
          some.map(n => ({
            ...{ id: `school-${n}`, networkId: ofNetwork(n), urn: null, name: `School ${n}`, roll: 200 },
            ...{ joinedAt: at, joinedBy: 'alex', leftAt: null, leftBy: null },
          })),
        )
        .execute(),
    )
    await put(numbers(people), some =>
      trx
        .insertInto('people')
        .values(
          some.map(n => ({
            ...{ id: `person-${n}`, name: `Colleague ${n}`, email: `colleague${n}@example.org`, passwordHash: '-' },
            ...{ createdAt: at, administratorSince: null, disabledAt: null, disabledBy: null },
          })),
        )
        .execute(),
    )
    await put(numbers(people), some =>
      trx
        .insertInto('networkRoles')
        .values(
          some.map(n => ({
            ...{ id: `role-${n}`, networkId: ofNetwork(n), personId: `person-${n}`, role: 'staff' as const },
            ...{ schoolId: schoolOf(n), themeId: null, partnerId: null },
            ...{ beganAt: at, beganBy: 'alex', endedAt: null, endedBy: null },
          })),
        )
        .execute(),
    )
    await put(numbers(groups), some =>
      trx
        .insertInto('groups')
        .values(
          some.map(n => ({
            ...{ id: `group-${n}`, networkId: ofNetwork(n), themeId: null, name: `Group ${n}`, why: 'To find out.' },
            ...{ joinCode: `join-group-${n}`, proposedAt: at, proposedBy: 'alex' },
            ...{ closedAt: null, closedBy: null, closedBecause: null },
          })),
        )
        .execute(),
    )
    await put(numbers(groups), some =>
      trx
        .insertInto('enquiries')
        .values(
          some.map(n => ({
            ...{ id: `group-${n}-1`, groupId: `group-${n}`, cycle: 1, question: `What helps in group ${n}?` },
            ...{ stage: 'evidence' as const, beganAt: at, beganBy: 'alex', finishedAt: null, finishedBy: null },
            ...{ decision: null, decidedBecause: null, follows: null },
          })),
        )
        .execute(),
    )
    await put(
      numbers(groups).flatMap(n => membersOf(n).map((person, place) => ({ n, person, place }))),
      some =>
        trx
          .insertInto('groupPeople')
          .values(
            some.map(({ n, person, place }) => ({
              ...{ id: `group-${n}-${place}`, groupId: `group-${n}`, personId: `person-${person}` },
              ...{ role: place === 0 ? ('lead learner' as const) : ('volunteer' as const), schoolId: schoolOf(person) },
              ...{ joinedAt: at, until: null, leftAt: null },
            })),
          )
          .execute(),
    )
  })
  say(`${networks} networks, ${schools} schools, ${people} people, ${groups} groups`)
  const each = Math.max(1, Math.round(pieces / groups))
  for (const n of numbers(groups)) await logManyPieces(db, `group-${n}`, each)
  say(`${groups * each} pieces of evidence`)
  await prepareSearch(db, brought.searchables, { empty: false, changed: true })
  await bringUpToDate(db, brought.searchables)
  return numbers(groups).map(n => ({
    person: `person-${membersOf(n)[0]!}`,
    group: `group-${n}`,
    network: ofNetwork(n),
  }))

  /** A school of the same network: those are counted off alike. */
  function schoolOf(person: number): string {
    const ofOwn = Math.max(1, Math.floor(schools / networks))
    const turn = Math.floor(person / networks) % ofOwn
    return `school-${((person % networks) + turn * networks) % schools}`
  }

  /** Five people of its network. */
  function membersOf(group: number): number[] {
    const ofOwn = Math.max(1, Math.floor(people / networks))
    const first = Math.floor(group / networks) * 5
    return [...new Set(numbers(5).map(turn => ((group % networks) + ((first + turn) % ofOwn) * networks) % people))]
  }
}
