import type { Db } from '../database.js'
import { cycleSearch } from '../enquiries/searching/cycles.js'
import { unread } from '../names/names.js'
import { insideReaders } from '../reach/readers.js'
import { idsIn, idsInGroup } from '../search/ids.js'
import { after, itself } from '../search/renewals.js'
import { readsInstruments } from './permissions.js'
import { questionsIn } from './questions.js'

/** What groups ask and look for: the questions, never what was answered. */
export const instrumentSearch = cycleSearch({
  kind: 'instrument',
  one: 'instrument',
  many: 'instruments',
  version: 1,
  renewals: [after(['instrument made', 'instrument revised', 'instrument put away'], itself)],
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
  renewals: [after(['questionnaire opened', 'questionnaire closed'], itself)],
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

/** The records of a group. */
export const ofGroup = { instrument: idsInGroup('instruments'), questionnaire: idsInGroup('questionnaires') }

async function instrumentsBy(db: Db, ids: string[]) {
  const rows = await db
    .selectFrom('instruments')
    .selectAll()
    .where('id', 'in', ids)
    .where('retiredAt', 'is', null)
    .execute()
  return unread(rows).map(row => ({ ...row, words: wordsOfQuestions(row) }))
}

async function questionnairesBy(db: Db, ids: string[]) {
  const rows = await db.selectFrom('questionnaires').selectAll().where('id', 'in', ids).execute()
  return unread(rows).map(row => ({ ...row, words: wordsOfQuestions(row) }))
}

function wordsOfQuestions({ purpose, questions }: { purpose: string; questions: string }): string {
  return [purpose, ...questionsIn(questions).flatMap(({ words, options }) => [words, ...options])]
    .filter(Boolean)
    .join('\n\n')
}
