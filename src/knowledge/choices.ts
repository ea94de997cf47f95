import { stances } from '../enquiries/stages/stage-fields.js'
import { kinds } from './references/kinds.js'

/** What a work can do to a group's thinking, to choose from. */
export function stanceOptions() {
  return stances.map(({ stance, name }) => ({ value: stance, text: `It ${name}` }))
}

/** The kinds of works, to choose from. */
export function kindOptions() {
  return kinds.map(({ kind, name }) => ({ value: kind, text: name }))
}
