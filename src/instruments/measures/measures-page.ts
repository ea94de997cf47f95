import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import type { Reader } from '../../names/reader.js'
import type { MeasuresIndexPage } from './pages.js'
import { mayKeepMeasures, mayShareComparisons, readsEveryMeasure } from '../permissions.js'
import { schoolChoices } from '../../evidence/logging/choices.js'
import { formOf, type FormState } from '../../web/read.js'
import { comparisonsOf } from '../comparisons/comparisons.js'
import { importsOf } from '../spreadsheets/importing.js'
import { addressOfMeasures, tableOf } from './measure-page.js'
import { measuresOfEnquiry, measuresWithoutNumbers } from './measures.js'
import { readingsOf } from './readings.js'

/** What a cycle measured, as far as its reader may see it, and the files it came from. */
export async function measuresPage(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  form: FormState = formOf(),
): Promise<MeasuresIndexPage> {
  const measures = await measuresOfEnquiry(db, enquiry)
  const readings = await readingsOf(db, person, enquiry, measures)
  const address = addressOfMeasures(enquiry)
  const atGroup = `/groups/${enquiry.groupId}/comparisons`
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
          schools: schools.filter(school => !school.isComparison).length,
          comparisons: schools.filter(school => school.isComparison).length,
          readings: schools.reduce((sum, school) => sum + school.readings.length, 0),
        }
      }),
    ),
    comparisons: (await comparisonsOf(db, enquiry))
      .filter(one => readsEveryMeasure(enquiry) || one.sharedAt !== null)
      .map(one => ({ ...one, address: `${atGroup}/${one.id}` })),
    add: {
      address: atGroup,
      form,
      schools: mayKeepMeasures(enquiry) ? await schoolChoices(db, enquiry.networkId) : [],
    },
    notYet: mayKeepMeasures(enquiry) ? await measuresWithoutNumbers(db, enquiry) : [],
    imports: enquiry.standing.member ? await importsOf(db, enquiry) : [],
    inside: readsEveryMeasure(enquiry),
    may: { keep: mayKeepMeasures(enquiry), shareComparisons: mayShareComparisons(enquiry) },
    address,
    csv: `${address}.csv`,
  }
}
