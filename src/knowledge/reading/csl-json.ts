import { workFrom } from '../references/work.js'
import { type Found, MOST_ENTRIES } from './entries.js'

/** A list in CSL-JSON: an array of works, one work, or an object that holds them as `items`. */
export function readCslJson(text: string): Found {
  const found: Found = { format: 'CSL-JSON', entries: [], mistakes: [] }
  const given = parsed(text)
  if (given === undefined) return { ...found, mistakes: ['This looks like CSL-JSON, and it is not whole.'] }
  const items = Array.isArray(given) ? (given as unknown[]) : itemsIn(given)
  for (const [place, item] of items.slice(0, MOST_ENTRIES).entries()) {
    const work = workFrom(item)
    if (work) found.entries.push({ work, key: keyIn(item), line: 0 })
    else found.mistakes.push(`Entry ${(place + 1).toLocaleString('en-GB')} has no title.`)
  }
  if (items.length > MOST_ENTRIES)
    found.mistakes.push(
      `The list goes on, and only the first ${MOST_ENTRIES.toLocaleString('en-GB')} entries are read.`,
    )
  return found
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function itemsIn(given: unknown): unknown[] {
  const items = typeof given === 'object' && given !== null && (given as { items?: unknown }).items
  return Array.isArray(items) ? (items as unknown[]) : [given]
}

function keyIn(item: unknown): string {
  const record = item as Record<string, unknown>
  const key = Object.hasOwn(record, 'citation-key') ? record['citation-key'] : record.id
  return typeof key === 'string' ? key : ''
}
