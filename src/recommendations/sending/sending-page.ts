import type { Enquiry } from '../../enquiries/enquiry.js'
import { headOf } from '../../enquiries/head.js'
import type { DbAndKeys } from '../../keys/store.js'
import type { Reader } from '../../names/reader.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import type { FormState } from '../../web/read.js'
import type { SendingPage } from '../pages.js'
import type { RecommendationWithResponses } from '../recommendations.js'
import { pupilsNamedIn } from './pupils-named.js'

/** The schools that it can be sent to still, those that take part in the enquiry marked. */
export async function sendingPage(
  house: DbAndKeys,
  person: Reader,
  enquiry: Enquiry,
  recommendation: RecommendationWithResponses,
  form: FormState,
): Promise<SendingPage> {
  const has = new Set(recommendation.responses.map(response => response.schoolId))
  const schools = (await schoolsOf(house.db, enquiry.networkId)).filter(school => !has.has(school.id))
  const named = await pupilsNamedIn(house, person, enquiry, recommendation)
  return {
    title: `Send recommendation R${recommendation.number}`,
    head: headOf(enquiry, 'recommendations'),
    recommendation,
    names: named.words.map(words => ({ words, fix: null })),
    form,
    schools: schools.map(({ id, name }) => ({
      value: id,
      text: name,
      ...(enquiry.schoolIds.includes(id) ? { hint: 'takes part in the enquiry' } : {}),
    })),
  }
}
