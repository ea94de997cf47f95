import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { aroundCoding, codesCrumb } from '../around-coding.js'
import type { ComparisonPage } from './pages.js'
import { mayCode } from '../permissions.js'
import { stepsShown } from '../undoing/undo-bar.js'
import type { Unit } from './agreement.js'
import { blindReadingsCrumb } from './blind-reading-page.js'
import { type FoundBlindReading, readersOf } from './blind-readings.js'
import { compareReadings } from './comparison.js'
import { differencesOf } from './resolving.js'

/** The two readings side by side, and where they differ. */
export async function comparisonPage(
  db: Db,
  person: Reader,
  reading: FoundBlindReading,
  unit: Unit,
): Promise<ComparisonPage> {
  const { enquiry } = reading
  const address = `/readings/${reading.id}`
  const { codes, ...comparison } = await compareReadings(db, person, reading, unit)
  return {
    title: `Blind reading ${reading.number} compared`,
    ...aroundCoding(enquiry, codesCrumb(enquiry), blindReadingsCrumb(enquiry)),
    reading,
    readers: await readersOf(db, reading),
    unit,
    ...comparison,
    differences: (await differencesOf(db, person, reading)).map(one => ({
      ...one,
      first: one.first.flatMap(id => codes.get(id) ?? []),
      second: one.second.flatMap(id => codes.get(id) ?? []),
      href: `/evidence/${one.evidenceId}/coding#text-${one.textId}`,
    })),
    steps: await stepsShown(db, person, enquiry, address),
    csv: `${address}/comparison.csv?unit=${unit}`,
    address,
    may: { settle: mayCode(enquiry) },
  }
}
