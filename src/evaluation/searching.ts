import type { Db } from '../database.js'
import { mayReadAction } from '../actions/permissions.js'
import { cycleSearch } from '../enquiries/searching.js'
import { unread } from '../names/names.js'
import { insideReaders, standingReaders } from '../reach/readers.js'
import { idsIn } from '../search/ids.js'
import { plainWords } from '../search/plain.js'

/** What an action did in a school, and why there. */
export const effectSearch = cycleSearch({
  kind: 'effect',
  one: 'effect',
  many: 'effects',
  version: 1,
  watches: [
    { table: 'effects', records: 'row.id' },
    {
      table: 'actions',
      columns: ['shared_at', 'removed_at', 'action'],
      records: '(select id as record from effects where action_id = row.id)',
    },
  ],
  ids: idsIn('effects'),
  rows: effectsBy,
  entry: (effect, cycle) => ({
    record: effect.id,
    title: `A${effect.number}`,
    words: wordsOf(effect),
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
          words: wordsOf(effect),
          href: `/actions/${effect.actionId}/effects/${effect.schoolId}`,
          day: effect.judgedAt,
          schools: [{ id: effect.schoolId, name: effect.school }],
          by: effect.judgedBy,
          stage: 'evaluation',
        }
      : undefined,
})

/** SQL for the records of a group, where its pseudonyms changed. */
export const effectsOfGroup =
  '(select effects.id as record from effects join actions on actions.id = action_id where group_id = row.group_id)'

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
    .execute()
  return unread(rows)
}

type EffectRow = Awaited<ReturnType<typeof effectsBy>>[number]

function wordsOf({ whatHappened, whyHere }: EffectRow): string {
  return plainWords([whatHappened, whyHere].filter(Boolean).join('\n\n'))
}
