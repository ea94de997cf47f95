import type { Db } from '../../database.js'
import { lettersAfter } from '../../mail/following.js'
import { dayAndTime } from '../../words/words.js'
import type { Ending } from '../tables.js'
import { pageOfEnding } from './addresses.js'

/** What is grave is told at once, whatever letters somebody wants; to those who can agree, and then to everybody concerned. */
export const tellOfEndings = lettersAfter({
  name: 'letters of what ends as a whole',
  follows: ['end asked for', 'end agreed', 'end stopped'],
  async write({ db, baseUrl }, { kind, personId, details }) {
    const ending = await db.selectFrom('endings').selectAll().where('id', '=', details.ending).executeTakeFirst()
    if (!ending) return []
    const by = await db.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirst()
    const what = await whatEnds(db, ending)
    const page = `${baseUrl}${pageOfEnding(ending)}`
    const { subject, text } = said(kind, ending, { by: by?.name ?? 'Somebody', what, page })
    const told = await db
      .selectFrom('endingsTold')
      .innerJoin('people', 'people.id', 'endingsTold.personId')
      .select('people.email')
      .where('endingsTold.endingId', '=', ending.id)
      .where('people.disabledAt', 'is', null)
      .$if(ending.of !== 'account', query => query.where('people.id', '<>', personId ?? ''))
      .execute()
    return told.map(({ email: to }) => ({ to, subject, text }))
  },
})

function said(kind: string, ending: Ending, { by, what, page }: { by: string; what: string; page: string }) {
  if (kind === 'end stopped')
    return {
      subject: `Stopped: ${what} stays`,
      text: `${by} has stopped that ${what} is erased. Everything stays as it is.\n\n${page}\n`,
    }
  if (kind === 'end agreed')
    return {
      subject: `${what} will be erased`,
      text: `${what} is erased for good from ${dayAndTime(ending.notBefore)} on. Until then it can be stopped, and what you need can be taken along:\n${page}\n`,
    }
  return {
    subject: `A second person is asked: should ${what} be erased?`,
    text: `${by} asks that ${what} is erased for good. Nothing happens unless you agree. What would go, and what would stay:\n${page}\n`,
  }
}

/** What it is called. */
export async function whatEnds(db: Db, { of, ofId }: Pick<Ending, 'of' | 'ofId'>): Promise<string> {
  if (of === 'account') return 'Your account'
  const table = ({ group: 'groups', network: 'networks', school: 'schools' } as const)[of]
  const row = await db.selectFrom(table).select('name').where('id', '=', ofId).executeTakeFirst()
  const name = row?.name ?? `A ${of}`
  return of === 'school' ? `What ${name} brought to the network` : name
}
