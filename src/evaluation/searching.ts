import type { Db } from '../database.js'
import { mayReadAction } from '../actions/permissions.js'
import { changingActions } from '../actions/searching.js'
import { cycleSearch } from '../enquiries/searching/cycles.js'
import { unread } from '../names/names.js'
import { insideReaders, standingReaders } from '../reach/readers.js'
import { idsIn } from '../search/ids.js'
import { after } from '../search/renewals.js'
import { plainWords } from '../search/plain.js'

/** What an action did in a school, and why there. */
export const effectSearch = cycleSearch({
  kind: 'effect',
  one: 'effect',
  many: 'effects',
  version: 1,
  renewals: [
    after(['effect judged', 'effect typed', ...changingActions], ({ aboutId }, db) => effectsOfAction(db, aboutId)),
  ],
  ids: idsIn('effects'),
  rows: effectsBy,
  entry: (effect, cycle) => ({
    record: effect.id,
    title: `A${effect.number}`,
    words: wordsOfEffect(effect),
    day: effect.judgedAt,
    readers: effect.sharedAt ? standingReaders(cycle) : insideReaders(cycle),
    about: { group: effect.groupId, by: effect.judgedBy, stage: 'evaluation', schools: [effect.schoolId] },
  }),
  found: (effect, enquiry) =>
    mayReadAction(enquiry, effect)
      ? {
          record: effect.id,
          thing: `effect ${effect.id}`,
          kind: 'effect',
          label: `A${effect.number}`,
          title: '',
          heading: `${effect.judgement}, at ${effect.school}`,
          words: wordsOfEffect(effect),
          href: `/actions/${effect.actionId}/effects/${effect.schoolId}`,
          day: effect.judgedAt,
          schools: [{ id: effect.schoolId, name: effect.school }],
          by: effect.judgedBy,
          stage: 'evaluation',
        }
      : undefined,
})

export async function effectsOfGroup(db: Db, groupId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('effects')
    .innerJoin('actions', 'actions.id', 'effects.actionId')
    .select('effects.id')
    .where('actions.groupId', '=', groupId)
    .execute()
  return rows.map(row => row.id)
}

async function effectsOfAction(db: Db, actionId: string | null): Promise<string[]> {
  const rows = await db.selectFrom('effects').select('id').where('actionId', '=', actionId).execute()
  return rows.map(row => row.id)
}

async function effectsBy(db: Db, ids: string[]) {
  const rows = await db
    .selectFrom('effects')
    .innerJoin('actions', 'actions.id', 'effects.actionId')
    .innerJoin('schools', 'schools.id', 'effects.schoolId')
    .selectAll('effects')
    .select(['actions.groupId', 'actions.enquiryId', 'actions.sharedAt', 'actions.number', 'actions.action'])
    .select('schools.name as school')
    .where('effects.id', 'in', ids)
    .where('actions.removedAt', 'is', null)
    .where('effects.judgement', '<>', '')
    .where('effects.confidence', '<>', '')
    .execute()
  return unread(rows)
}

type EffectRow = Awaited<ReturnType<typeof effectsBy>>[number]

function wordsOfEffect({ whatHappened, whyHere }: EffectRow): string {
  return plainWords([whatHappened, whyHere].filter(Boolean).join('\n\n'))
}
