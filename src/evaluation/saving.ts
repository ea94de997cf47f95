import { isDeepStrictEqual } from 'node:util'
import type { FoundAction } from '../actions/actions.js'
import type { Trx } from '../database.js'
import type { Reader } from '../names/reader.js'
import { bringTogether, type EffectWords, wordsOf } from './bringing-together.js'
import { effectAt, type EffectInView } from './effects.js'
import { judgeEffect } from './judging.js'

export type SavingEffect =
  | { outcome: 'saved' | 'merged'; effect: EffectInView | undefined }
  /** Both changed the same words or the same choice: nothing was saved. */
  | { outcome: 'conflict'; theirs: EffectInView | undefined }

/**
 * Saves what somebody says of an effect, upon a version of it. If it has moved on since, the two are brought together.
 * @param sent.was how it stood when the form was opened; without it nothing can be brought together
 * @param isAsTyped it is saved on the way, and need not be whole
 */
export async function saveEffect(
  trx: Trx,
  action: FoundAction,
  schoolId: string,
  person: Reader,
  { version, was, ...mine }: EffectWords & { version: number; was?: EffectWords | undefined },
  { isAsTyped }: { isAsTyped: boolean },
): Promise<SavingEffect> {
  const theirs = await effectAt(trx, person, action, schoolId)
  const isUpToDate = version === (theirs?.version ?? 0)
  const together = isUpToDate ? mine : was && bringTogether(was, wordsOf(theirs), mine)
  if (!together) return { outcome: 'conflict', theirs }
  const outcome = isUpToDate ? 'saved' : 'merged'
  if (isAsTyped && saysTheSame(together, wordsOf(theirs))) return { outcome, effect: theirs }
  await judgeEffect(trx, action, schoolId, person, together, { isAsTyped })
  return { outcome, effect: await effectAt(trx, person, action, schoolId) }
}

function saysTheSame(one: EffectWords, other: EffectWords): boolean {
  const said = ({ forWhom, evidence, ...words }: EffectWords) => [words, [...forWhom].sort(), [...evidence].sort()]
  return isDeepStrictEqual(said(one), said(other))
}
