import type { Db } from '../../database.js'
import { readers } from '../../reach/readers.js'
import { idsIn } from '../../search/ids.js'
import { after, itself } from '../../search/renewals.js'
import type { Searchable } from '../../search/searchables.js'
import type { CommonDay } from '../tables.js'

/** Days in common, for those who work in the network. */
export const commonDaySearch: Searchable = {
  kind: 'common day',
  one: 'day in common',
  many: 'days in common',
  version: 1,
  renewals: [
    after(['common day set', 'common day changed', 'common day cancelled'], itself),
    after(['common days copied'], ({ details }) => details.days),
  ],
  ids: idsIn('commonDays'),
  async entries(db, ids) {
    return (await daysBy(db, ids)).map(day => ({
      ...{ record: day.id, title: day.title, words: wordsOf(day), day: day.startsOn },
      ...{ readers: [readers.staff(day.networkId)], about: { by: day.setBy } },
    }))
  },
  async find(db, person, ids) {
    const days = person ? await daysBy(db, ids) : []
    return days
      .filter(day => person?.works(day.networkId))
      .map(day => ({
        ...{ record: day.id, thing: `common day ${day.id}`, label: '', title: day.title, words: wordsOf(day) },
        kind: day.cancelledAt ? `${day.kind} in common, cancelled` : `${day.kind} in common`,
        ...{ href: `/networks/${day.networkId}/common-days/${day.id}`, day: day.startsOn },
        ...{ schools: [], group: null, by: day.setBy },
      }))
  },
}

function daysBy(db: Db, ids: string[]): Promise<CommonDay[]> {
  return db
    .selectFrom('commonDays')
    .selectAll()
    .where('id', 'in', [...ids, ''])
    .execute()
}

function wordsOf({ about, place }: CommonDay): string {
  return [place, about].filter(Boolean).join('. ')
}
