export type Answer =
  | { kind: 'saved'; version: string; body: string; savedAt: string }
  | { kind: 'clash'; version: string; theirs: string; by: string }
  | { kind: 'signed-out' }
  | { kind: 'refused'; message: string }
  | { kind: 'unreached' }

interface Spoken {
  version?: number | string
  body?: string
  savedAt?: string
  theirs?: string
  by?: string
  message?: string
  error?: string
}

// The browser lets a request outlive its page only when it is small.
const mostToOutlive = 60_000

/** Sends words to be saved, and says in one word how it went. */
export async function sendWords(address: string, body: string, version: string): Promise<Answer> {
  try {
    const words = new URLSearchParams({ body, version }).toString()
    const response = await fetch(address, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: words,
      redirect: 'manual',
      keepalive: words.length < mostToOutlive,
    })
    return await understand(response, body)
  } catch {
    return { kind: 'unreached' }
  }
}

async function understand(response: Response, sent: string): Promise<Answer> {
  if (response.status === 401 || response.type === 'opaqueredirect') return { kind: 'signed-out' }
  if (response.status >= 500 || response.status === 429) return { kind: 'unreached' }
  const spoken = (await response.json().catch(() => ({}))) as Spoken
  const version = String(spoken.version ?? '')
  if (response.ok) return { kind: 'saved', version, body: spoken.body ?? sent, savedAt: spoken.savedAt ?? '' }
  if (response.status === 409 && spoken.theirs !== undefined) {
    return { kind: 'clash', version, theirs: spoken.theirs, by: spoken.by ?? 'Somebody else' }
  }
  return { kind: 'refused', message: spoken.message ?? spoken.error ?? 'These words could not be saved here.' }
}
