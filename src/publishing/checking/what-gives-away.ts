import type { Db } from '../../database.js'
import { type Names, unread } from '../../names/names.js'
import { renaming } from '../../names/renaming.js'
import { formerNamesOfSchools } from '../../names/former-names.js'
import { shortFormsOfSchool } from '../../names/short-names.js'
import type { Draft } from '../../write-ups/document/draft.js'
import { isTold, partAddress, type PartWithText } from '../../write-ups/write-ups.js'

/** Words that may tell which school stands behind a pseudonym, and what says as much without telling it. */
export interface GivesAway {
  words: string
  because: string
  /** Where it stands. */
  at: string
  heading: string
  /** What says less, and is written in its place by one press; null where the words are part of a name that has a pseudonym. */
  instead: string | null
  address: string
  /** The text of the part with it. */
  written(text: string): string
}

/**
 * What may give a pseudonym away in the parts of a draft: how many pupils the school has, where it is, and the schools and
 * places beside it that go by their own names. Nothing of it stops a publication: it is for those who know the school.
 */
export async function whatGivesAway(db: Db, { writeUp, parts, names, decided }: Draft): Promise<GivesAway[]> {
  if (!names.any) return []
  const hidden = decided.filter(one => one.kind === 'school' && one.pseudonym)
  if (hidden.length === 0) return []
  const facts = await factsOf(
    db,
    writeUp.enquiry.id,
    writeUp.enquiry.networkId,
    hidden.map(one => one.schoolId!),
  )
  const called = new Map(hidden.map(one => [one.schoolId, one.pseudonym]))
  return parts.filter(isTold).flatMap(part => {
    const said = names.read(part.text.body)
    return [
      ...facts.rolls.flatMap(({ schoolId, roll }) => rollIn(part, said, roll, called.get(schoolId)!)),
      ...facts.places.flatMap(place => placeIn(part, names, place)),
    ]
  })
}

/** A number of pupils as a band that many schools are in, such as `200 to 300`. */
export function bandOf(roll: number): string {
  const bands = [50, 100, 200, 300, 450, 600, 900, 1200]
  const at = bands.findIndex(most => roll <= most)
  if (at === 0) return `fewer than ${bands[0]}`
  return at < 0 ? `more than ${bands.at(-1)}` : `${bands[at - 1]} to ${bands[at]}`
}

function rollIn(part: PartWithText, said: string, roll: number, called: string): GivesAway[] {
  const number = new RegExp(
    `(?<![\\p{L}\\p{N}])${roll}(?=\\s+(?:pupils|children|learners|boys and girls|on roll)(?!\\p{L}))`,
    'gu',
  )
  const found = number.exec(said)
  if (!found) return []
  const instead = bandOf(roll)
  return [
    {
      words: `${roll}`,
      because: `“${surrounding(said, found.index, found[0].length)}” says how many pupils ${called} has, which anybody can look up.`,
      ...standsAt(part),
      instead,
      written: text => text.replace(number, instead),
    },
  ]
}

function placeIn(part: PartWithText, { read }: Names, name: string): GivesAway[] {
  const said = read(part.text.body)
  const mark = '\u0001'
  const at = renaming([{ names: [name], instead: mark }])(said).indexOf(mark)
  if (at < 0) return []
  const instead = 'a place nearby'
  const written = renaming([{ names: [name], instead }])
  const spoilsAName = read(written(unread(part.text.body))) !== written(said)
  return [
    {
      words: name,
      because: `“${surrounding(said, at, name.length)}” names ${name}: whoever knows it knows which schools are near.`,
      ...standsAt(part),
      instead: spoilsAName ? null : instead,
      written,
    },
  ]
}

function standsAt(part: PartWithText) {
  return { at: partAddress(part), heading: part.heading, address: `${partAddress(part)}/coarser` }
}

function surrounding(text: string, at: number, length: number): string {
  const before = text.slice(Math.max(0, at - 30), at).replace(/^\S*\s/, '')
  const after = text.slice(at + length, at + length + 40).replace(/\s\S*$/, '')
  return `${before}${text.slice(at, at + length)}${after}`.replace(/\s+/g, ' ').trim()
}

/** What is known of the hidden schools, and the names around them that are not hidden. */
async function factsOf(db: Db, enquiryId: string, networkId: string, hidden: string[]) {
  const schools = await db
    .selectFrom('schools')
    .select(['id', 'name', 'town', 'localAuthority', 'postcode', 'roll'])
    .where('networkId', '=', networkId)
    .execute()
  const cards = await db
    .selectFrom('contextCards')
    .select(['schoolId', 'roll'])
    .where('enquiryId', '=', enquiryId)
    .where('schoolId', 'in', hidden)
    .execute()
  const own = schools.filter(school => hidden.includes(school.id))
  const others = schools.filter(school => !hidden.includes(school.id))
  const before = await formerNamesOfSchools(
    db,
    others.map(one => one.id),
  )
  const rolls = [...own.map(({ id, roll }) => ({ schoolId: id, roll })), ...cards].flatMap(({ schoolId, roll }) =>
    roll ? [{ schoolId, roll }] : [],
  )
  const places = [
    ...own.flatMap(({ town, localAuthority, postcode }) => [town, localAuthority, postcode]),
    ...others
      .flatMap(({ id, name }) => [name, ...(before.get(id) ?? [])])
      .flatMap(name => [name, ...shortFormsOfSchool(name)]),
  ].filter(name => name.trim().length > 2)
  return { rolls: unique(rolls, one => `${one.schoolId} ${one.roll}`), places: [...new Set(places)] }
}

function unique<One>(all: One[], key: (one: One) => string): One[] {
  return [...new Map(all.map(one => [key(one), one])).values()]
}
