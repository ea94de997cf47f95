import type { Db } from '../database.js'
import { folded } from '../words/folded.js'
import type { Pseudonym } from '../names/tables.js'

// Trees, birds and plants: easy to tell apart when they are read aloud.
const natural =
  'Alder Rowan Hazel Aspen Juniper Sorrel Wren Heron Plover Bracken Hawthorn Linnet Curlew Fern Maple Willow Kestrel Teasel Osier Lapwing Bramble Swift Larch Dunnock Clover Redstart Sedge Whitebeam Siskin Yarrow'.split(
    ' ',
  )

/** A name for a school that no school of the workbench's list or networks has, and that the group has not used. */
export async function suggestedForSchool(db: Db, taken: Pick<Pseudonym, 'pseudonym'>[]): Promise<string> {
  for (const ending of ['School', 'Lane School', 'House School']) {
    for (const word of natural) {
      const name = `${word} ${ending}`
      const used = taken.some(one => folded(one.pseudonym).startsWith(`${word.toLowerCase()} `))
      if (!used && (await pseudonymOfNobody(db, name))) return name
    }
  }
  return `School ${taken.length + 1}`
}

/** `Colleague A`, `Colleague B` … for people, `Place A` for places. */
export function suggestedFor(kind: 'person' | 'place', taken: Pick<Pseudonym, 'pseudonym'>[]): string {
  const word = kind === 'person' ? 'Colleague' : 'Place'
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const free = [...letters].find(letter => !taken.some(one => folded(one.pseudonym) === folded(`${word} ${letter}`)))
  return `${word} ${free ?? taken.length + 1}`
}

/** Whether no real school that the workbench knows of is called so. */
export async function pseudonymOfNobody(db: Db, name: string): Promise<boolean> {
  const wanted = plainly(name)
  const schools = await db.selectFrom('schools').select('name').execute()
  if (schools.some(school => plainly(school.name) === wanted)) return false
  const [first = ''] = folded(name).split(' ')
  const listed = await db
    .selectFrom('establishments')
    .select('name')
    .where('folded', 'like', `%${first.replace(/[\\%_]/g, '')}%`)
    .limit(2000)
    .execute()
  return !listed.some(school => plainly(school.name) === wanted)
}

function plainly(name: string): string {
  return folded(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
