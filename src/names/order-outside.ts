import { byName } from '../words/words.js'
import type { Names } from './names.js'

/**
 * Schools by the names under which they are read outside their group: in the order of their own names, a list of pseudonyms
 * would tell which is which.
 */
export function byNameOutside(names: Names) {
  return (one: { name: string }, other: { name: string }): number =>
    byName({ name: names.read(one.name) }, { name: names.read(other.name) })
}
