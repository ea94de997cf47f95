import type { Db } from '../database.js'
import { cycleSearch } from '../enquiries/searching.js'
import { unread } from '../names/names.js'
import { insideReaders } from '../reach/readers.js'
import { idsIn } from '../search/ids.js'
import { readsInstruments } from './permissions.js'
import { questionsIn } from './questions.js'

/** What groups ask and look for: the questions, never what was answered. */
export const instrumentSearch = cycleSearch({
  kind: 'instrument',
  one: 'instrument',
  many: 'instruments',
  version: 1,
  watches: [{ table: 'instruments', records: 'row.id' }],
  ids: idsIn('instruments'),
  rows: instrumentsBy,
  entry: row => ({
    record: row.id,
    title: row.name,
    words: row.words,
    day: row.changedAt,
    readers: insideReaders(row),
    about: { kinds: [row.kind], group: row.groupId, by: row.madeBy },
  }),
  found: (row, enquiry) =>
    readsInstruments(enquiry)
      ? {
          record: row.id,
          thing: `instrument ${row.id}`,
          kind: 'instrument',
          title: row.name,
          words: row.words,
          href: `/instruments/${row.id}`,
          day: row.changedAt,
          by: row.madeBy,
        }
      : undefined,
})

/** Questionnaires that colleagues are or were asked: their questions. What they answered is found as its piece of evidence. */
export const questionnaireSearch = cycleSearch({
  kind: 'questionnaire',
  one: 'questionnaire',
  many: 'questionnaires',
  version: 1,
  watches: [{ table: 'questionnaires', records: 'row.id' }],
  ids: idsIn('questionnaires'),
  rows: questionnairesBy,
  entry: row => ({
    record: row.id,
    title: row.name,
    words: row.words,
    day: row.openedAt,
    readers: insideReaders(row),
    about: { group: row.groupId, by: row.openedBy },
  }),
  found: (row, enquiry) =>
    readsInstruments(enquiry)
      ? {
          record: row.id,
          thing: `questionnaire ${row.id}`,
          kind: row.closedAt ? 'questionnaire, closed' : 'questionnaire',
          title: row.name,
          words: row.words,
          href: `/questionnaires/${row.id}`,
          day: row.openedAt,
          by: row.openedBy,
        }
      : undefined,
})

/** SQL for the records of a group, where its pseudonyms changed. */
export const ofGroup = {
  instrument: '(select id as record from instruments where group_id = row.group_id)',
  questionnaire: '(select id as record from questionnaires where group_id = row.group_id)',
}

async function instrumentsBy(db: Db, ids: string[]) {
  const rows = await db
    .selectFrom('instruments')
    .selectAll()
    .where('id', 'in', ids)
    .where('retiredAt', 'is', null)
    .execute()
  return unread(rows).map(row => ({ ...row, words: wordsOf(row) }))
}

async function questionnairesBy(db: Db, ids: string[]) {
  const rows = await db.selectFrom('questionnaires').selectAll().where('id', 'in', ids).execute()
  return unread(rows).map(row => ({ ...row, words: wordsOf(row) }))
}

function wordsOf({ purpose, questions }: { purpose: string; questions: string }): string {
  return [purpose, ...questionsIn(questions).flatMap(({ words, options }) => [words, ...options])]
    .filter(Boolean)
    .join('\n\n')
}
