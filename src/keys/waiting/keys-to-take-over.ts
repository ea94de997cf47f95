import type { Around } from '../../enquiries/around.js'
import { takeoversWaitingFor } from '../handing-over/taking-over.js'
import type { WaitingKind } from '../../web/waiting.js'

/** A data lead who does not know the passphrase of a key needs a second person of the school; agreed to, they take it over. */
export const keysToTakeOver: WaitingKind<Around> = async ({ db, person }) =>
  (await takeoversWaitingFor(db, person)).map(({ id, key, asker, agreedAt }) => ({
    text: takeoverInWords({ asker, school: key.school, group: key.group, agreed: agreedAt !== null }),
    href: agreedAt ? `/keys/${key.id}/handover` : `/keys/${key.id}/takeovers/${id}`,
    action: agreedAt ? 'Choose its new passphrase' : 'Read and answer',
    networkId: key.networkId,
  }))

export function takeoverInWords(one: { asker: string; school: string; group: string; agreed: boolean }): string {
  return one.agreed
    ? `A second person has agreed that you take over the key of ${one.school} to the pupils’ codes of ${one.group}.`
    : `${one.asker} asks to take over the key of ${one.school} to the pupils’ codes of ${one.group}. It takes a second person of the school.`
}
