import type { Response } from 'supertest'
import type { World } from '../world.js'

/** The publication check of a group’s write-up, as this person comes to it from the write-up’s page. */
export async function publicationCheck(world: World, person: string, group = 'reading'): Promise<Response> {
  const writeUp = await world.as(person).get(`/groups/${group}/write-up`)
  const address = /"(\/write-ups\/[^/"]+\/check)[?"]/.exec(writeUp.text)?.[1]
  if (!address) throw new Error('The write-up’s page does not lead to the publication check.')
  return world.as(person).get(address)
}
