import { z } from 'zod'
import { email } from '../../web/fields.js'
import { addMistake, type FormState } from '../../web/read.js'

/** How a school without a head here gets what is recommended: on paper, or its head is invited. */
export const waysWithoutHead = [
  { value: 'paper', text: 'On paper', hint: 'You hand over the dossier, and the reply slip is entered here.' },
  { value: 'invite', text: 'Ask a leader of the network to invite its head', hint: 'Say below where to write to.' },
] as const

const AddressForm = z.object({ email: email('Enter the address of the head, or choose paper') })

/** The head of a school without one here, to be invited at an address. */
export interface HeadToInvite {
  schoolId: string
  email: string
}

/**
 * Reads how each of the chosen schools without a head gets it: the fields are `how-` and `email-` with the school's id.
 * What is missing is added to the form, each beside its field.
 */
export function waysChosen(schools: { id: string; name: string }[], body: unknown, form: FormState): HeadToInvite[] {
  const sent = (body ?? {}) as Record<string, unknown>
  return schools.flatMap(({ id, name }) => {
    const way = sent[`how-${id}`]
    if (way === 'paper') return []
    if (way !== 'invite') {
      addMistake(form, `how-${id}`, `${name} has no head here. Choose how it gets the recommendation`)
      return []
    }
    const reading = AddressForm.safeParse({ email: sent[`email-${id}`] ?? '' })
    if (reading.success) return [{ schoolId: id, email: reading.data.email }]
    addMistake(form, `email-${id}`, reading.error.issues[0]!.message)
    return []
  })
}
