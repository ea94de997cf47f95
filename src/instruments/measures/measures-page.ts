import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import type { Reader } from '../../names/reader.js'
import type { MeasuresIndexPage } from './pages.js'
import { mayKeepMeasures, readsEveryMeasure } from '../permissions.js'
import { importsOf } from '../spreadsheets/importing.js'
import { addressOfMeasures, tableOf } from './measure-page.js'
import { measuresOfEnquiry, measuresWithoutNumbers } from './measures.js'
import { readingsOf } from './readings.js'

/** What a cycle measured, as far as its reader may see it, and the files it came from. */
export async function measuresPage(db: Db, person: Reader, enquiry: Enquiry): Promise<MeasuresIndexPage> {
  const measures = await measuresOfEnquiry(db, enquiry)
  const readings = await readingsOf(db, person, enquiry, measures)
  const address = addressOfMeasures(enquiry)
  return {
    title: 'Measures',
    breadcrumbs: crumbsOf(enquiry),
    head: headOf(enquiry, 'measures'),
    measures: await Promise.all(
      measures.map(async ({ id, name }) => {
        const schools = readings.get(id)!
        return {
          name,
          href: `/measures/${id}`,
          table: await tableOf(db, id, schools),
          schools: schools.length,
          readings: schools.reduce((sum, school) => sum + school.readings.length, 0),
        }
      }),
    ),
    notYet: mayKeepMeasures(enquiry) ? await measuresWithoutNumbers(db, enquiry) : [],
    imports: enquiry.standing.member ? await importsOf(db, enquiry) : [],
    inside: readsEveryMeasure(enquiry),
    may: { keep: mayKeepMeasures(enquiry) },
    address,
    csv: `${address}.csv`,
  }
}
