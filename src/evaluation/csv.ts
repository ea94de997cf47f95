import { day } from '../web/words.js'
import type { EffectsGrid } from './effects.js'

export const csvHead = [
  'Action number',
  'Action',
  'School',
  'What difference it made',
  'How sure',
  'For whom',
  'What happened',
  'Why here',
  'Evidence',
  'Said by',
  'Said on',
]

/** One row for each action in each school that tried it, whether or not anybody has said yet what happened. */
export function csvRows({ rows }: EffectsGrid): (string | number | null)[][] {
  return rows.flatMap(({ action, cells }) =>
    cells
      .filter(cell => cell.tried || cell.effect)
      .map(({ school, effect }) => [
        action.label,
        action.action,
        school,
        ...(effect
          ? [effect.judgement, effect.confidence, effect.forWhom, effect.whatHappened, effect.whyHere]
          : ['', '', '', '', '']),
        (effect?.evidence ?? []).map(piece => `E${piece.number}${piece.gap ? ' (withdrawn)' : ''}`).join(', '),
        effect?.judgedByName ?? '',
        day(effect?.judgedAt),
      ]),
  )
}
