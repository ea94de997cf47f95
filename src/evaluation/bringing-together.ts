import type { Sure } from '../claims/sure.js'
import { merge } from '../texts/merging.js'
import type { EffectInView } from './effects.js'
import type { Judgement, Whom } from './words.js'

/** All that people say of an effect, whether or not it is whole. */
export interface EffectWords {
  judgement: Judgement | ''
  confidence: Sure | ''
  whatHappened: string
  whyHere: string
  forWhom: Whom[]
  /** Ids of pieces. */
  evidence: string[]
}

export const nothingSaid: EffectWords = {
  judgement: '',
  confidence: '',
  whatHappened: '',
  whyHere: '',
  forWhom: [],
  evidence: [],
}

/** An effect as people say it. */
export function wordsOf(effect: EffectInView | undefined): EffectWords {
  if (!effect) return nothingSaid
  const { judgement, confidence, whatHappened, whyHere, forWhom, evidence } = effect
  return {
    ...{ judgement, confidence, whatHappened, whyHere },
    forWhom: forWhom.split(', ').filter(Boolean) as Whom[],
    evidence: evidence.map(piece => piece.id),
  }
}

/**
 * Brings together what two people said of one effect, both upon `was`: words are merged, choices taken from whoever made them.
 * @returns undefined where both changed the same words or the same choice differently.
 */
export function bringTogether(was: EffectWords, theirs: EffectWords, mine: EffectWords): EffectWords | undefined {
  const judgement = chosen(was.judgement, theirs.judgement, mine.judgement)
  const confidence = chosen(was.confidence, theirs.confidence, mine.confidence)
  const whatHappened = merge(was.whatHappened, theirs.whatHappened, mine.whatHappened)
  const whyHere = merge(was.whyHere, theirs.whyHere, mine.whyHere)
  if (judgement === undefined || confidence === undefined || whatHappened === undefined || whyHere === undefined)
    return undefined
  return {
    ...{ judgement, confidence, whatHappened, whyHere },
    forWhom: ticked(was.forWhom, theirs.forWhom, mine.forWhom),
    evidence: ticked(was.evidence, theirs.evidence, mine.evidence),
  }
}

/** @returns undefined where both chose, and differently. */
function chosen<Choice extends string>(was: Choice, theirs: Choice, mine: Choice): Choice | undefined {
  if (mine === was || mine === theirs) return theirs
  return theirs === was ? mine : undefined
}

/** What they have ticked, with what I added and without what I took out. */
function ticked<Tick extends string>(was: Tick[], theirs: Tick[], mine: Tick[]): Tick[] {
  const stays = theirs.filter(one => mine.includes(one) || !was.includes(one))
  return [...new Set([...stays, ...mine.filter(one => !was.includes(one))])]
}
