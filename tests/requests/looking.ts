import type { Db } from '../../src/database.js'
import type { World } from '../world.js'

export const list = '/networks/hafren/requests'

/** A case about a pupil of St David’s, opened by its head, with the workbench looked through. @returns its address */
export async function lookedThrough(
  world: World,
  about: { kind?: string; names: string; masks?: string },
): Promise<string> {
  const joanna = world.as('joanna')
  const opened = await joanna
    .post(list, {
      ...{ kind: about.kind ?? 'access', school: 'st-davids', about: 'pupil', names: about.names },
      ...{ askedBy: 'The mother, by letter', words: 'Everything that is kept', receivedOn: '2026-11-03' },
    })
    .expect(303)
  const address = opened.get('location')!
  await joanna.post(`${address}/looking`, { names: about.names, masks: about.masks ?? '' }).expect(303)
  await world.following.settled()
  return address
}

export function findingsOf(db: Db, address: string) {
  return db
    .selectFrom('dataRequestFindings')
    .selectAll()
    .where('requestId', '=', address.split('/').at(-1)!)
    .orderBy('position')
    .execute()
}
