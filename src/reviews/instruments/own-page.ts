import type { FormState } from '../../web/read.js'
import type { ReviewsOfNetwork } from '../rounds/rounds.js'
import { partsOffered } from './own-form.js'
import type { OfferedInstrument } from './own.js'
import type { OwnInstrumentPage } from './pages.js'

/** An instrument that is made anew, or from another. */
export function newPage(
  { head, listAddress }: ReviewsOfNetwork,
  from: OfferedInstrument | null,
  form: FormState,
): OwnInstrumentPage {
  if (from) form.values.from = from.id
  return {
    title: from ? `Make “${from.name}” your own` : 'An instrument of your own',
    ...{ head, address: `${listAddress}/instruments`, back: listAddress, form },
    parts: partsOffered(from?.parts ?? []),
  }
}

export function editPage(
  { head, listAddress }: ReviewsOfNetwork,
  instrument: OfferedInstrument,
  form: FormState,
): OwnInstrumentPage {
  const address = `${listAddress}/instruments/${instrument.id}`
  return {
    title: `Change “${instrument.name}”`,
    ...{ head, address, back: address, form },
    parts: partsOffered(instrument.parts),
  }
}
