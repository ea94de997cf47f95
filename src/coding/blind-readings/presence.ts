const gone = 15_000
const most = 20
const here = new Map<string, Map<string, { name: string; seen: number }>>()

/** Says that somebody has a piece open, and tells who else has. Kept in memory only: it is about this moment. */
export function isHere(evidenceId: string, person: { id: string; name: string }): string[] {
  const now = Date.now()
  const readers = here.get(evidenceId) ?? new Map<string, { name: string; seen: number }>()
  readers.set(person.id, { name: person.name, seen: now })
  here.set(evidenceId, readers)
  forgetThoseWhoLeft(now)
  return [...readers]
    .filter(([id]) => id !== person.id)
    .map(([, { name }]) => name)
    .sort()
    .slice(0, most)
}

function forgetThoseWhoLeft(now: number): void {
  for (const [piece, readers] of here) {
    for (const [id, { seen }] of readers) if (now - seen > gone) readers.delete(id)
    if (readers.size === 0) here.delete(piece)
  }
}
