import type { Around } from '../../enquiries/around.js'
import type { Waiting, WaitingKind } from '../../web/waiting.js'
import { releasesToAnswer } from '../booking/releasing.js'
import { whenInWords } from '../times.js'

/** A head, or a network leader where a school has none, says whether a colleague is released. */
export const releasesToSay: WaitingKind<Around> = async ({ db, person }) =>
  (await releasesToAnswer(db, person)).map((release): Waiting => ({
    text: releaseInWords(release),
    href: `/networks/${release.networkId}/visits/releases/${release.id}`,
    action: 'Say yes or no',
    networkId: release.networkId,
  }))

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
