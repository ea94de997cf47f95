import type { Visit } from './tables.js'

/** What a fact says it is about. */
export function aboutVisit({ id, networkId }: Pick<Visit, 'id' | 'networkId'>) {
  return { networkId, aboutKind: 'visit', aboutId: id }
}
