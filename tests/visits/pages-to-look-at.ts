import type { Db } from '../../src/database.js'

/** Where the visits of the demo stand, by a word for each. */
export interface VisitsToLookAt {
  was: string
  full: string
  fullSlot: string
  jar: string
  jarSlot: string
  afternoonSlot: string
  wish: string
  far: string
  release: string
  support: string
}

export async function visitsToLookAt(db: Db): Promise<VisitsToLookAt> {
  const at = '/networks/hafren/visits'
  const titled = async (start: string) => {
    const row = await db.selectFrom('visits').select('id').where('title', 'like', `${start}%`).executeTakeFirstOrThrow()
    return `${at}/${row.id}`
  }
  const slotOf = async (visit: string) => {
    const id = visit.split('/').at(-1)!
    const row = await db
      .selectFrom('visitSlots')
      .select('id')
      .where('visitId', '=', id)
      .orderBy('day')
      .executeTakeFirstOrThrow()
    return `${visit}/slots/${row.id}`
  }
  const full = await titled('Saying your partner')
  const jar = await titled('The estimating jar')
  const open = await db
    .selectFrom('visitReleases')
    .select('id')
    .where('answeredAt', 'is', null)
    .executeTakeFirstOrThrow()
  const support = await db.selectFrom('supportingVisits').select('id').executeTakeFirstOrThrow()
  return {
    was: await titled('The ten minutes'),
    full,
    fullSlot: await slotOf(full),
    jar,
    jarSlot: await slotOf(jar),
    afternoonSlot: await slotOf(await titled('A reading afternoon')),
    wish: await titled('How a very small school'),
    far: await titled('What two city schools'),
    release: `${at}/releases/${open.id}`,
    support: `${at}/supporting/${support.id}`,
  }
}

/** Every page of visits, by who opens it. */
export function pagesOfVisits(seen: VisitsToLookAt) {
  const at = '/networks/hafren/visits'
  return {
    eleri: [
      at,
      `${at}?show=schools`,
      `${at}?show=asked`,
      `${at}/asked/new`,
      seen.wish,
      seen.full,
      `${seen.afternoonSlot}/booking`,
    ],
    maeve: [`${seen.jarSlot}/attendance`, seen.support, `${seen.support}/edit`, `${at}/supporting/new`],
    huw: [`${at}?show=was`, seen.was, `${seen.jar}/notes`],
    gwen: [
      `${at}/new`,
      `${seen.full}/edit`,
      `${seen.full}/people`,
      `${seen.fullSlot}/sheet`,
      `${seen.fullSlot}/move`,
      `${seen.fullSlot}/cancellation`,
    ],
    carys: [`${at}/far/new`, seen.far, `${seen.far}/edit`, `${seen.far}/account`],
    mair: [seen.release],
  }
}
