import type { Db } from '../../database.js'
import type { Person } from '../../people/person.js'
import type { Term } from '../tables.js'
import type { Waiting, WaitingKind } from '../../web/waiting.js'

/** What a new network lacks before it can work: terms and schools. Its own page says so as well. */
export const networksToSetUp: WaitingKind<{ db: Db; person: Person; terms: Term[] }> = async ({
  db,
  person,
  terms,
}) => {
  const led = person.rolesWith('leads the network').map(role => role.networkId)
  if (led.length === 0) return []
  const networks = await db.selectFrom('networks').select(['id', 'name']).where('id', 'in', led).execute()
  const schools = await db
    .selectFrom('schools')
    .select('networkId')
    .distinct()
    .where('networkId', 'in', led)
    .where('leftAt', 'is', null)
    .execute()
  return networks.flatMap(({ id: networkId, name }): Waiting[] => {
    const here = `/networks/${networkId}`
    const steps = []
    if (!terms.some(term => term.networkId === networkId))
      steps.push({ text: noTermsInWords(name), href: `${here}/terms`, action: 'Add the terms', networkId })
    if (!schools.some(school => school.networkId === networkId))
      steps.push({ text: noSchoolsInWords(name), href: `${here}/schools/new`, action: 'Add schools', networkId })
    return steps
  })
}

export function noTermsInWords(network: string): string {
  return `${network} has no terms yet. Reports go by term.`
}

export function noSchoolsInWords(network: string): string {
  return `${network} has no schools yet.`
}
