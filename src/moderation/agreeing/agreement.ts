import type { Judgement } from '../judging/judgements.js'
import type { Criterion } from '../preparing/sheet.js'
import { alphaInWords, alphaOf, pairsIn, type Units } from './alpha.js'

/** How far those who judged agreed on one criterion before they talked; numbers as they are read, and about nobody. */
export interface AgreementShown {
  name: string
  same: string
  /** Empty where there are only two levels, which are never more than one apart. */
  near: string
  alpha: string
  words: string
}

export function agreementOn(sheet: Criterion[], judgements: Judgement[]): AgreementShown[] {
  return sheet.map(criterion => {
    const units = unitsOf(criterion, judgements)
    const { pairs, same, near } = pairsIn(units)
    const alpha = alphaOf(units)
    return {
      name: criterion.name,
      same: inHundreds(same, pairs),
      near: criterion.levels.length > 2 ? inHundreds(near, pairs) : '',
      alpha: alpha === null ? '–' : alpha.toFixed(2).replace('-0.00', '0.00'),
      words: alphaInWords(units),
    }
  })
}

function unitsOf(criterion: Criterion, judgements: Judgement[]): Units {
  const pieces = new Map<string, number[]>()
  for (const { pieceId, marks } of judgements) {
    const level = marks[criterion.id]
    if (level !== undefined) pieces.set(pieceId, [...(pieces.get(pieceId) ?? []), level])
  }
  return [...pieces.values()]
}

function inHundreds(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((part / whole) * 100)} %`
}

/** How far the judgements of a piece lie apart, on the criterion on which they do most. */
export function apart(sheet: Criterion[], judgements: Judgement[]): number {
  return Math.max(
    0,
    ...sheet.map(criterion => {
      const levels = judgements.flatMap(({ marks }) => marks[criterion.id] ?? [])
      return levels.length > 1 ? Math.max(...levels) - Math.min(...levels) : 0
    }),
  )
}
