import { plural } from '../words/words.js'
import type { GraveKind } from './kinds.js'

/** `24 hours`, `14 days` */
export function waitsInWords({ waits: { agreed } }: Pick<GraveKind, 'waits'>): string {
  const hours = agreed / 3600
  return hours <= 72 ? plural(hours, 'hour', 'hours') : plural(hours / 24, 'day', 'days')
}
