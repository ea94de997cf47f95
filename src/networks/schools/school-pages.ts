import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import type { Person } from '../../people/person.js'
import type { FormState } from '../../web/read.js'
import { networkHead } from '../head.js'
import { type BesidePart, partsBeside } from '../year.js'
import type { SchoolEditPage, SchoolPage, SchoolPickPage, SchoolsPage } from '../pages.js'
import { mayChangeSettings, mayImportEstablishments, maySeeInside } from '../permissions.js'
import type { Network, School } from '../tables.js'
import { lastImport, searchEstablishments } from './establishments.js'
import { schoolsOf, schoolsThatLeft } from './schools.js'

/** The schools of a network, and those that have left it. */
export async function schoolsPage(db: Db, person: Person, network: Network): Promise<SchoolsPage> {
  return {
    title: 'Schools',
    head: networkHead(network, person, 'schools'),
    network,
    schools: await schoolsOf(db, network.id),
    left: await schoolsThatLeft(db, network.id),
    own: person.works(network.id) ? person.schoolsIn(network.id) : [],
    may: { change: mayChangeSettings(person, network) },
  }
}

/** A school as its colleagues in the network know it, and what it shares in: projects, visits. */
export async function schoolPage(
  db: Db,
  beside: BesidePart[],
  person: Reader,
  network: Network,
  school: School,
): Promise<SchoolPage> {
  return {
    title: school.name,
    head: networkHead(network, person, 'schools'),
    network,
    school,
    parts: maySeeInside(person, network) ? await partsBeside(beside, 'school', db, person, school.id) : [],
    may: { change: mayChangeSettings(person, network), seeInside: maySeeInside(person, network) },
  }
}

/** The government's list to pick from. @param find the words that are looked for in it */
export async function schoolPickPage(db: Db, person: Person, network: Network, find: string): Promise<SchoolPickPage> {
  const here = new Set((await schoolsOf(db, network.id)).map(school => school.urn))
  const found = await searchEstablishments(db, find)
  return {
    title: 'Add schools',
    head: networkHead(network, person, 'schools'),
    network,
    find,
    found: found.map(one => ({ ...one, here: here.has(one.urn) })),
    imported: (await lastImport(db)) ?? null,
    may: { import: mayImportEstablishments(person) },
  }
}

/** A school's words in a form. @param school null for one that is added by hand */
export function schoolEditPage(
  person: Person,
  network: Network,
  school: School | null,
  form: FormState,
): SchoolEditPage {
  const title = school ? school.name : 'Add a school by hand'
  return { title, head: networkHead(network, person, 'schools'), network, school, form }
}
