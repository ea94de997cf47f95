import type { Enquiry } from '../../enquiries/enquiry.js'
import { namesNoticed, namesOfKeysStandIn } from '../../keys/noticing.js'
import type { DbAndKeys } from '../../keys/store.js'
import type { Reader } from '../../names/reader.js'
import type { RecommendationWithResponses } from '../recommendations.js'

/**
 * Words of a recommendation that may name a pupil, and nobody has said yet that they do not.
 * @returns the words that this person may be told of, and what stands in the way of sending, in a sentence
 */
export async function pupilsNamedIn(
  house: DbAndKeys,
  person: Reader,
  enquiry: Enquiry,
  { id, recommendation, reasons, cost }: RecommendationWithResponses,
): Promise<{ words: string[]; stops: string | null }> {
  const said = [recommendation, reasons, cost].join('\n\n')
  const place = `/recommendations/${id}`
  const words = [...new Set((await namesNoticed(house, person, enquiry, said, place)).map(one => one.words))]
  if (words.length > 0) return { words, stops: 'Say first whether the words name a pupil' }
  const isKeyed = await namesOfKeysStandIn(house, enquiry, said, place)
  return { words, stops: isKeyed ? 'The name of a pupil stands in it. Whoever looks after the key sees which' : null }
}
