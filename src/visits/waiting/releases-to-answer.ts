import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { type Waiting, waits } from '../../web/waiting.js'
import { networksLed, releasesOpenTo, schoolsHeaded } from '../booking/releasing.js'
import { whenInWords } from '../times.js'

/** A head, or a network leader where a school has none, says whether a colleague is released. */
export const releasesToSay = waits({
  asks: inTheSameWords(
    ({ person, today }: Around) => ({ today, headed: schoolsHeaded(person), led: networksLed(person) }),
    (db, slots) => releasesOpenTo(db, slots),
  ),
  says: rows =>
    rows.map((release): Waiting => ({
      text: releaseInWords(release),
      href: `/networks/${release.networkId}/visits/releases/${release.id}`,
      action: 'Say yes or no',
      networkId: release.networkId,
    })),
})

export function releaseInWords(one: {
  name: string
  visitTitle: string | null
  day: string
  lastDay: string
  starts: string
  ends: string
}): string {
  const what = one.visitTitle === null ? 'a colleague’s visit' : `a visit, “${one.visitTitle}”`
  return `${one.name} asks to be released for ${what}: ${whenInWords(one)}.`
}
