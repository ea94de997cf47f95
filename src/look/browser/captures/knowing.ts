import { device, type Places } from './device.js'

/** Whose page this is; without signal, nobody's. */
export const personHere = (): string | undefined => document.body.dataset.person

/** What this device knows, brought up to date where it can be. What it knew of somebody else goes. */
export async function knownPlaces(): Promise<Places | undefined> {
  const person = personHere()
  const before = await (await device()).get('known', 'places')
  if (!person) return before
  if (before?.person !== person) return bringUpToDate(person)
  void bringUpToDate(person)
  return before
}

async function bringUpToDate(person: string): Promise<Places | undefined> {
  const fresh = await fetchPlaces(person)
  const db = await device()
  if (fresh) await db.put('known', fresh, 'places')
  else if ((await db.get('known', 'places'))?.person !== person) await db.delete('known', 'places')
  return fresh
}

async function fetchPlaces(person: string): Promise<Places | undefined> {
  const how = { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(8000) }
  const answer = await fetch('/log/places', how).catch(() => undefined)
  if (!answer?.ok) return undefined
  const places = (await answer.json()) as Places
  return places.person === person ? places : undefined
}
