import type { Db } from '../../database.js'
import type { Carrying, ComparedLine, Comparing } from '../../enquiries/cycles/between-cycles.js'
import { offer } from '../../enquiries/cycles/carrying-records.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { unread } from '../../names/names.js'
import type { Reader } from '../../names/reader.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { figure, plural } from '../../words/words.js'
import { instrumentsOf } from '../instruments.js'
import { measuresOfEnquiry } from './measures.js'
import { type AtSchool, readingsOf } from './readings.js'
import { medianOf } from './run-rules.js'

/** An instrument serves a group through all of its cycles. */
export const instrumentsStay: Carrying = {
  name: 'instruments',
  async offered(db, from) {
    return offer((await instrumentsOf(db, from)).length, 'questionnaire or sheet', 'questionnaires and sheets', {
      hint: 'They are the group’s, and can be used again in every cycle.',
      isUsual: true,
    })
  },
}

/** A measure goes on under its name; its numbers stay where they were measured. */
export const measuresGoAlong: Carrying = {
  name: 'measures',
  async offered(db, { id }) {
    return offer((await named(db, id)).length, 'measure', 'measures', {
      hint: 'Their names and what they count. The numbers stay with this cycle, and the next one’s are set beside them.',
      isUsual: true,
    })
  },
  async take(trx, from, to, person) {
    for (const measure of unread(await named(trx, from.id))) {
      const made = { id: newId(), enquiryId: to.id, baselineUntil: null, madeAt: now(), madeBy: person.id }
      await trx
        .insertInto('measures')
        .values({ ...measure, ...made })
        .execute()
    }
  },
}

function named(db: Db, cycle: string) {
  return db.selectFrom('measures').selectAll().where('enquiryId', '=', cycle).orderBy('folded').execute()
}

/** What was measured in both cycles under one name: the median of what this reader may see, school by school. */
export const compareMeasures: Comparing = async (db, person, { before, after }) => {
  const [then, today] = [await measured(db, person, before), await measured(db, person, after)]
  const names = new Map([...then, ...today].map(({ key, name }) => [key, name]))
  return {
    heading: 'Measures',
    rows: [...names].map(([key, name]) => ({
      name,
      before: then.find(one => one.key === key)?.said ?? [],
      after: today.find(one => one.key === key)?.said ?? [],
    })),
  }
}

async function measured(db: Db, person: Reader, enquiry: Enquiry) {
  const measures = await measuresOfEnquiry(db, enquiry)
  if (measures.length === 0) return []
  const readings = await readingsOf(db, person, enquiry, measures)
  return measures.map(({ id, name, folded }) => ({
    key: folded,
    name,
    said: [...(readings.get(id) ?? []).map(said), { text: 'See the numbers', href: `/measures/${id}` }],
  }))
}

function said({ school, readings }: AtSchool): ComparedLine {
  const seen = readings.flatMap(one => one.value ?? [])
  const median = medianOf(seen)
  const text =
    median === null ? 'not shown' : `median ${figure(median)}, from ${plural(seen.length, 'reading', 'readings')}`
  return { text: `${school}: ${text}` }
}
