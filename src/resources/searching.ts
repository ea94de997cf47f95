import { readers } from '../reach/readers.js'
import { idsIn } from '../search/ids.js'
import { plainWords } from '../search/plain.js'
import { after, itself } from '../search/renewals.js'
import type { Searchable } from '../search/searchables.js'
import { mayKeepMoney, mayReadEvening } from './permissions.js'

/** Bids can be found by those who lead the network. Of contributions, claims and wishes nothing is ever in the index. */
export const bidSearch: Searchable = {
  kind: 'bid',
  one: 'bid',
  many: 'bids',
  version: 1,
  renewals: [after(['bid entered', 'bid changed'], itself)],
  ids: idsIn('bids'),
  async entries(db, ids) {
    const rows = await db.selectFrom('bids').selectAll().where('id', 'in', ids).where('removedAt', 'is', null).execute()
    return rows.map(one => ({
      record: one.id,
      title: one.toWhom,
      words: plainWords(`${one.forWhat}\n\n${one.words}`),
      day: one.dueOn,
      readers: [readers.leader(one.networkId)],
      about: { by: one.madeBy },
    }))
  },
  async find(db, person, ids) {
    if (!person) return []
    const rows = await db.selectFrom('bids').selectAll().where('id', 'in', ids).where('removedAt', 'is', null).execute()
    return rows
      .filter(one => mayKeepMoney(person, { id: one.networkId }))
      .map(one => ({
        record: one.id,
        thing: `bid ${one.id}`,
        label: '',
        kind: 'bid',
        title: one.toWhom,
        words: plainWords(`${one.forWhat}\n\n${one.words}`),
        href: `/networks/${one.networkId}/resources/bids/${one.id}`,
        day: one.dueOn,
        schools: [],
        group: null,
        by: one.madeBy,
      }))
  },
}

/** Data evenings, for those who work in the network and the governors who are invited. */
export const eveningSearch: Searchable = {
  kind: 'data-evening',
  one: 'data evening',
  many: 'data evenings',
  version: 1,
  renewals: [after(['data evening made', 'data evening changed', 'data evening cancelled'], itself)],
  ids: idsIn('dataEvenings'),
  async entries(db, ids) {
    const rows = await db.selectFrom('dataEvenings').selectAll().where('id', 'in', ids).execute()
    return rows.map(one => ({
      record: one.id,
      title: one.title,
      words: plainWords(`${one.place}\n\n${one.about}`),
      day: one.heldOn,
      readers: [readers.staff(one.networkId), readers.governor(one.networkId)],
      about: { by: one.madeBy },
    }))
  },
  async find(db, person, ids) {
    if (!person) return []
    const rows = await db.selectFrom('dataEvenings').selectAll().where('id', 'in', ids).execute()
    const invited = await db.selectFrom('eveningSchools').selectAll().where('eveningId', 'in', ids).execute()
    return rows
      .filter(one =>
        mayReadEvening(
          person,
          { id: one.networkId },
          invited.filter(({ eveningId }) => eveningId === one.id).map(({ schoolId }) => schoolId),
        ),
      )
      .map(one => ({
        record: one.id,
        thing: `data evening ${one.id}`,
        label: '',
        kind: one.cancelledAt ? 'data evening, cancelled' : 'data evening',
        title: one.title,
        words: plainWords(`${one.place}\n\n${one.about}`),
        href: `/networks/${one.networkId}/resources/evenings/${one.id}`,
        day: one.heldOn,
        schools: [],
        group: null,
        by: one.madeBy,
      }))
  },
}
