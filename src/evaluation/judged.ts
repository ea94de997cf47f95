import type { Effect } from './tables.js'

/** Whether somebody has said what difference it made and how sure they are; before that its words are on the way. */
export function isJudged({ judgement, confidence }: Pick<Effect, 'judgement' | 'confidence'>): boolean {
  return judgement !== '' && confidence !== ''
}
