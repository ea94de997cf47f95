import { standingReaders } from '../../reach/readers.js'
import { idsIn } from '../../search/ids.js'
import { after, itself } from '../../search/renewals.js'
import { plainWords } from '../../search/plain.js'
import type { Db } from '../../database.js'
import { cycleSearch, ofGroup } from './cycles.js'

/** The question that a group asks, and why. */
export const questionSearch = cycleSearch({
  kind: 'question',
  one: 'question',
  many: 'questions',
  version: 1,
  renewals: [
    after(['question revised', 'cycle begun'], itself),
    after(['group proposed', 'group described', 'group renamed'], ({ aboutId }, db) => cyclesOfGroup(db, aboutId)),
  ],
  ids: idsIn('enquiries'),
  rows: questionsBy,
  entry: (row, cycle) => ({
    record: row.enquiryId,
    title: row.question,
    words: wordsOfQuestion(row),
    day: row.beganAt,
    readers: standingReaders(cycle),
    about: { group: row.groupId, by: row.beganBy },
  }),
  found: (row, enquiry) => ({
    record: row.enquiryId,
    thing: `question ${row.enquiryId}`,
    kind: 'question',
    title: row.question,
    words: wordsOfQuestion(row),
    href: enquiry.cycle < enquiry.newestCycle ? `/groups/${row.groupId}/cycles/${row.cycle}` : `/groups/${row.groupId}`,
    day: row.beganAt,
    by: row.beganBy,
  }),
})

async function cyclesOfGroup(db: Db, groupId: string | null): Promise<string[]> {
  return groupId === null ? [] : ofGroup.question(db, groupId)
}

async function questionsBy(db: Db, ids: string[]) {
  return db
    .selectFrom('enquiries')
    .innerJoin('groups', 'groups.id', 'enquiries.groupId')
    .select(['enquiries.id as enquiryId', 'question', 'enquiries.groupId', 'cycle', 'beganAt', 'beganBy'])
    .select(['groups.name as groupName', 'groups.why'])
    .where('enquiries.id', 'in', ids)
    .execute()
}

function wordsOfQuestion({ groupName, why }: { groupName: string; why: string }): string {
  return `${groupName}\n\n${plainWords(why)}`
}
