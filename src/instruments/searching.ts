import type { Db } from '../database.js'
import { cyclesBy, enquiriesFor, foundIn } from '../enquiries/searching.js'
import { insideReaders } from '../groups/readers.js'
import type { Searchable } from '../search/searchables.js'
import { readsInstruments } from './permissions.js'
import { questionsIn } from './questions.js'

/** What groups ask and look for: the questions, never what was answered. */
export const instrumentSearch: Searchable = {
  kind: 'instrument',
  one: 'instrument',
  many: 'instruments',
  version: 1,
  watches: [{ table: 'instruments', records: 'row.id' }],
  async ids(db, after, most) {
    const rows = await db
      .selectFrom('instruments')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(most)
      .execute()
    return rows.map(row => row.id)
  },
  async entries(db, ids) {
    const rows = await instrumentsBy(db, ids)
    return rows.map(row => ({
      record: row.id,
      title: row.name,
      words: row.words,
      day: row.changedAt,
      readers: insideReaders(row),
      about: { kinds: [row.kind], group: row.groupId, by: row.madeBy },
    }))
  },
  async find(db, person, ids) {
    const rows = await instrumentsBy(db, ids)
    const enquiries = await enquiriesFor(
      db,
      person,
      rows.map(row => row.enquiryId),
    )
    return rows.flatMap(row => {
      const enquiry = enquiries.get(row.enquiryId)
      if (!enquiry || !readsInstruments(enquiry)) return []
      return [
        {
          ...foundIn(enquiry),
          record: row.id,
          thing: `instrument ${row.id}`,
          kind: 'instrument',
          title: row.name,
          words: row.words,
          href: `/instruments/${row.id}`,
          day: row.changedAt,
          by: row.madeBy,
        },
      ]
    })
  },
}

/** Questionnaires that colleagues are or were asked: their questions. What they answered is found as its piece of evidence. */
export const questionnaireSearch: Searchable = {
  kind: 'questionnaire',
  one: 'questionnaire',
  many: 'questionnaires',
  version: 1,
  watches: [{ table: 'questionnaires', records: 'row.id' }],
  async ids(db, after, most) {
    const rows = await db
      .selectFrom('questionnaires')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(most)
      .execute()
    return rows.map(row => row.id)
  },
  async entries(db, ids) {
    const rows = await questionnairesBy(db, ids)
    const cycles = await cyclesBy(
      db,
      rows.map(row => row.enquiryId),
    )
    return rows.flatMap(row => {
      const cycle = cycles.find(one => one.id === row.enquiryId)
      if (!cycle) return []
      const about = { group: row.groupId, by: row.openedBy }
      const { id: record, name: title, words, openedAt } = row
      return [{ record, title, words, day: openedAt, readers: insideReaders(cycle), about }]
    })
  },
  async find(db, person, ids) {
    const rows = await questionnairesBy(db, ids)
    const enquiries = await enquiriesFor(
      db,
      person,
      rows.map(row => row.enquiryId),
    )
    return rows.flatMap(row => {
      const enquiry = enquiries.get(row.enquiryId)
      if (!enquiry || !readsInstruments(enquiry)) return []
      return [
        {
          ...foundIn(enquiry),
          record: row.id,
          thing: `questionnaire ${row.id}`,
          kind: row.closedAt ? 'questionnaire, closed' : 'questionnaire',
          title: row.name,
          words: row.words,
          href: `/questionnaires/${row.id}`,
          day: row.openedAt,
          by: row.openedBy,
        },
      ]
    })
  },
}

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
  return rows.map(row => ({ ...row, words: wordsOf(row) }))
}

async function questionnairesBy(db: Db, ids: string[]) {
  const rows = await db.selectFrom('questionnaires').selectAll().where('id', 'in', ids).execute()
  return rows.map(row => ({ ...row, words: wordsOf(row) }))
}

function wordsOf({ purpose, questions }: { purpose: string; questions: string }): string {
  return [purpose, ...questionsIn(questions).flatMap(({ words, options }) => [words, ...options])]
    .filter(Boolean)
    .join('\n\n')
}
