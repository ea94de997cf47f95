import type { RoundsPage } from '../pages.js'
import type { RoundToJoin } from './wishes.js'

/** A round of others as the list shows it. */
export function lineToJoin(one: RoundToJoin, listAddress: string): RoundsPage['others'][number] {
  const { title, about, leader, judgeBy, wish } = one
  const href = wish && !wish.answeredAt ? '' : `${listAddress}/${one.id}/wish`
  return { title, about, leader, judgeBy, href, said: saidOf(one) }
}

function saidOf({ wish, leader }: RoundToJoin): string {
  if (!wish) return ''
  if (!wish.answeredAt) return `You have asked ${leader}.`
  return wish.answer === 'no' ? `${leader} said: not this time. ${wish.answeringWord}`.trim() : ''
}
