import type { World } from '../world.js'

export const hafren = '/networks/hafren/forum'

/** Somebody posts. @returns the address of the post */
export async function posted(
  world: World,
  person: string,
  fields: Record<string, string> = {},
  forum = hafren,
): Promise<string> {
  const answer = await world
    .as(person)
    .post(forum, { kind: 'done here', sentence: 'Here we let Year 6 run the library on Fridays.', ...fields })
  if (answer.status !== 303) throw new Error(`${answer.status}: ${answer.text.slice(0, 4000)}`)
  return answer.headers.location!
}

export const idOf = (address: string) => address.split('/').at(-1)!

export async function rowOf(world: World, address: string) {
  return world.db.selectFrom('forumPosts').selectAll().where('id', '=', idOf(address)).executeTakeFirstOrThrow()
}
