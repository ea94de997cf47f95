import type { Db } from '../database.js'
import type { Network, Term } from '../networks/tables.js'
import { termBefore } from '../networks/terms/terms.js'
import { themesOf } from '../networks/themes/themes.js'
import { type KnownPart, partsOfReport } from './arranging/parts.js'
import { pictureOfEachGroup } from './arranging/pictures-of-groups.js'
import { picturesOf } from './arranging/pictures.js'
import { promisesOf } from './arranging/promises.js'
import { sightsOf } from './arranging/sights.js'
import { reportTexts } from './report.js'
import { groupsInTerm } from './short-reports/groups-in-term.js'
import { askedOnce } from '../asked-once.js'
import { networkInRecords, termInRecords } from './what-happened/term-in-records.js'

/** A network's report for a term with everything that it is made of. */
export type ReportInMaking = ReturnType<typeof reportInMaking>

/**
 * Each question is asked once, however many parts of the report and of its page need the answer, and only where one does.
 * @param known the parts that every report has (knownPartsWith)
 */
export function reportInMaking(db: Db, network: Network, term: Term, known: KnownPart[]) {
  const networkRecords = networkInRecords(db, network.id)
  const records = termInRecords(db, network.id, term, networkRecords)
  const before = askedOnce(async () => {
    const earlier = await termBefore(db, term)
    return earlier && termInRecords(db, network.id, earlier, networkRecords)
  })
  const pictures = askedOnce(() => picturesOf(db, term, records.names))
  const groups = askedOnce(() => groupsInTerm(db, network, term, records.namesIn))
  return {
    db,
    network,
    term,
    known,
    /** What the records tell of the term, and of the one before it where there is one. */
    records,
    before,
    texts: askedOnce(() => reportTexts(db, records)),
    parts: askedOnce(() => partsOfReport(db, term, known)),
    pictures,
    /** By group, the one that stands beside its words. */
    picturesOfGroups: askedOnce(async () =>
      pictureOfEachGroup(db, await records.window(), await groups(), await pictures(), records.names),
    ),
    /** Closed ones among them, by name. */
    themes: askedOnce(() => themesOf(db, network.id)),
    groups,
    promises: askedOnce(() => promisesOf(db, term)),
    /** What the report of the term before promised. */
    promised: askedOnce(async () => {
      const earlier = await before()
      return earlier ? promisesOf(db, earlier.term) : []
    }),
    sights: askedOnce(() => sightsOf(db, term)),
  }
}
