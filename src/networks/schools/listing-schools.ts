import type { Trx } from '../../database.js'
import type { Person } from '../../people/person.js'
import type { Network, School } from '../tables.js'
import type { ListedSchool, SchoolLine } from './reading-schools.js'
import { addSchool, changeSchool, comeBack, type SchoolWords } from './schools.js'

/**
 * Takes in a list of schools: new ones are added, those that are here get what the list says of them, those that had left come back.
 * @param same the lines that mean the school that they are like; any other of these is a school of its own
 * @returns how many schools were added, were changed, and came back
 */
export async function takeInList(
  trx: Trx,
  network: Network,
  person: Person,
  lines: SchoolLine[],
  same: number[],
): Promise<{ added: number; changed: number; back: number }> {
  const done = { added: 0, changed: 0, back: 0 }
  for (const one of lines) {
    const isNew = one.becomes === 'new' || (one.becomes === 'like' && !same.includes(one.line))
    if (isNew) {
      await addSchool(trx, network, person, newSchool(one))
      done.added++
      continue
    }
    if (one.becomes === 'back') await comeBack(trx, one.school, person)
    if (one.changes.length > 0) await changeSchool(trx, one.school, person, wordsOver(one.school, one.words))
    if (one.becomes === 'back') done.back++
    else if (one.changes.length > 0) done.changed++
  }
  return done
}

/** As the line says it, and where it says nothing, as the government's list does. */
function newSchool(one: SchoolLine): SchoolWords & { urn: string | null } {
  const from = one.becomes === 'new' ? one.from : null
  const known = from ?? { phase: '', roll: null, town: '', postcode: '', localAuthority: '' }
  const { name, phase, roll, town, language, postcode, localAuthority } = one.words
  return {
    urn: from?.urn ?? null,
    name,
    phase: phase || known.phase,
    roll: roll ?? known.roll,
    town: town || known.town,
    postcode: postcode || known.postcode,
    localAuthority: localAuthority || known.localAuthority,
    language,
    safeguardingContact: '',
  }
}

function wordsOver(school: School, words: ListedSchool): SchoolWords {
  return {
    name: school.name,
    phase: words.phase || school.phase,
    roll: words.roll ?? school.roll,
    town: words.town || school.town,
    postcode: words.postcode || school.postcode,
    localAuthority: words.localAuthority || school.localAuthority,
    language: words.language || school.language,
    safeguardingContact: school.safeguardingContact,
  }
}
