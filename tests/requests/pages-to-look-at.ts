import type { Db } from '../../src/database.js'

/** Cases of the demo, by what they are of. */
export interface RequestsToLookAt {
  erasure: string
  breach: string
}

const list = '/networks/hafren/requests'

/** A request for erasure at Weir Lane, looked through, and a breach. @param send a form in somebody's name */
export async function requestsToLookAt(
  db: Db,
  send: (address: string, fields: Record<string, string>) => Promise<unknown>,
): Promise<RequestsToLookAt> {
  await send(list, {
    ...{ kind: 'erasure', school: 'weir', about: 'pupil', names: 'Comic', askedBy: 'A father, by telephone' },
    ...{ words: 'That it is erased.', receivedOn: '2026-11-02' },
  })
  await send(`${list}/new-breach`, { words: 'A telephone was left on a bus.', awareOn: '2026-11-02', school: 'weir' })
  const idOf = async (kind: 'erasure' | 'breach') =>
    (await db.selectFrom('dataRequests').select('id').where('kind', '=', kind).executeTakeFirstOrThrow()).id
  const erasure = `${list}/${await idOf('erasure')}`
  await send(`${erasure}/looking`, { names: 'Comic', masks: '' })
  for (let tries = 0; tries < 600; tries++) {
    const { looking } = await db
      .selectFrom('dataRequests')
      .select('looking')
      .where('kind', '=', 'erasure')
      .executeTakeFirstOrThrow()
    if (looking === null) break
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return { erasure, breach: `${list}/${await idOf('breach')}` }
}

export function pagesOfRequests({ erasure, breach }: RequestsToLookAt): string[] {
  return [
    ...[list, `${list}/new`, `${list}/new-breach`, erasure, `${erasure}/findings`, `${erasure}/erasure`],
    ...[breach, `${breach}/who-read`],
  ]
}
