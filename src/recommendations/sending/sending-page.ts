import type { Enquiry } from '../../enquiries/enquiry.js'
import { headOf } from '../../enquiries/head.js'
import type { DbAndKeys } from '../../keys/store.js'
import type { Reader } from '../../names/reader.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import type { FormState } from '../../web/read.js'
import type { SendingPage } from '../pages.js'
import type { RecommendationWithResponses } from '../recommendations.js'
import { schoolsWithHead } from './heads-here.js'
import { pupilsNamedIn } from './pupils-named.js'
import { waysWithoutHead } from './without-head.js'

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
  const withHead = await schoolsWithHead(
    house.db,
    schools.map(school => school.id),
  )
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
      hint: [
        enquiry.schoolIds.includes(id) ? 'takes part in the enquiry' : '',
        withHead.has(id) ? '' : 'has no head here yet',
      ]
        .filter(Boolean)
        .join(', '),
    })),
    withoutHead: schools.filter(school => !withHead.has(school.id)).map(({ id, name }) => ({ id, name })),
    ways: waysWithoutHead.map(way => ({ ...way })),
  }
}
