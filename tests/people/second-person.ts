import type { World } from '../world.js'

/** The page of the role that waits for this person. */
export async function askedRoleOf(world: World, person: string): Promise<string> {
  const { id } = await world.db
    .selectFrom('roleConfirmations')
    .select('id')
    .where('personId', '=', person)
    .where('confirmedAt', 'is', null)
    .where('refusedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return `/confirmations/${id}`
}

/** A second person confirms the role that waits for somebody. */
export async function confirmedBy(world: World, second: string, person: string): Promise<void> {
  await world
    .as(second)
    .post(`${await askedRoleOf(world, person)}/agreement`)
    .expect(303)
}
