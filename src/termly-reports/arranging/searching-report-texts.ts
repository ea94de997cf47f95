import type { Db } from '../../database.js'
import { afterTexts, idsOfTexts, textsBy } from '../../enquiries/searching/cycles.js'
import { NotFound } from '../../errors.js'
import { readers } from '../../reach/readers.js'
import { plainWords } from '../../search/plain.js'
import type { Found, Searchable } from '../../search/searchables.js'
import { reportKind } from '../short-reports/fields.js'
import { termsByIds } from '../terms-by-ids.js'
import type { TextKind } from '../../texts/kinds.js'

/** What leaders write in the network's report, while it is written. @param words the kind of these texts */
export const reportTextSearch = (words: TextKind): Searchable => ({
  kind: 'report-text',
  one: 'termly report in the making',
  many: 'termly reports in the making',
  version: 1,
  renewals: [afterTexts(reportKind)],
  ids: idsOfTexts(reportKind),
  async entries(db, ids) {
    return (await reportTextsBy(db, ids)).map(text => ({
      record: text.id,
      title: '',
      words: plainWords(text.body),
      day: text.savedAt,
      readers: [
        readers.leader(text.networkId),
        ...(text.field.startsWith('theme-') ? [readers.coLeaderOfTheme(text.field.slice(6))] : []),
      ],
      about: { by: text.savedBy },
    }))
  },
  async find(db, person, ids) {
    if (!person) return []
    const found: Found[] = []
    for (const text of await reportTextsBy(db, ids)) {
      const place = await words.find(db, person, text.owner, text.field).catch((error: unknown) => {
        if (!(error instanceof NotFound)) throw error
      })
      if (!place) continue
      found.push({
        record: text.id,
        thing: `report text ${text.id}`,
        label: '',
        kind: 'termly report, draft',
        title: '',
        heading: `${text.term}: ${place.label}`,
        words: plainWords(text.body),
        href: place.back,
        day: text.savedAt,
        schools: [],
        group: null,
        by: text.savedBy,
      })
    }
    return found
  },
})

async function reportTextsBy(db: Db, ids: string[]) {
  const texts = await textsBy(db, reportKind, ids)
  const terms = new Map(
    (
      await termsByIds(
        db,
        texts.map(text => text.owner),
      )
    ).map(row => [row.id, row]),
  )
  return texts.flatMap(text => {
    const term = terms.get(text.owner)
    return term ? [{ ...text, networkId: term.networkId, term: term.name }] : []
  })
}
