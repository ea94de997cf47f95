import type { ActionInView } from '../actions/actions.js'
import { type Column, day, text } from '../web/columns.js'
import type { Cell, EffectsGrid } from './effects.js'

type EffectLine = Cell & { action: ActionInView }

/** A line for each action in each school that tried it, whether or not anybody has said yet what happened. */
export function effectLines({ rows }: EffectsGrid): EffectLine[] {
  return rows.flatMap(({ action, cells }) =>
    cells.filter(cell => cell.tried || cell.effect).map(cell => ({ ...cell, action })),
  )
}

/** What actions did in the schools, as a list. */
export const effectColumns: Column<EffectLine>[] = [
  text('Action number', 9, ({ action }) => action.label),
  text('Action', 50, ({ action }) => action.action),
  text('School', 28, ({ school }) => school),
  text('What difference it made', 24, ({ effect }) => effect?.judgement),
  text('How sure', 16, ({ effect }) => effect?.confidence),
  text('For whom', 28, ({ effect }) => effect?.forWhom),
  text('What happened', 50, ({ effect }) => effect?.whatHappened),
  text('Why here', 50, ({ effect }) => effect?.whyHere),
  text('Evidence', 22, ({ effect }) =>
    effect?.evidence.map(piece => `E${piece.number}${piece.gap ? ' (withdrawn)' : ''}`).join(', '),
  ),
  text('Said by', 22, ({ effect }) => effect?.judgedByName),
  day('Said on', ({ effect }) => effect?.judgedAt),
]
