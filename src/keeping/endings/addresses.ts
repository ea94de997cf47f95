import type { Ending } from '../tables.js'

/** The page on which an ending is read, agreed to and stopped. */
export function pageOfEnding({ of, ofId, networkId }: Pick<Ending, 'of' | 'ofId' | 'networkId'>): string {
  if (of === 'group') return `/groups/${ofId}/deletion`
  if (of === 'network') return `/networks/${ofId}/deletion`
  if (of === 'school') return `/networks/${networkId}/schools/${ofId}/parting`
  return '/account/deletion'
}
