import type { Answer } from '../../web/answering-scripts.js'

/** How the workbench answered a script, in one word; whatever it told stands beside it. */
export type Answered<Told = object> =
  | { kind: 'done'; told: Partial<Told> & Answer }
  | { kind: 'refused'; status: number; told: Partial<Told> & Answer }
  | { kind: 'signed-out' }
  | { kind: 'unreached' }

/** Sends the fields of a form, and reads the answer: the one place where scripts learn what became of what they sent. */
export async function send<Told = object>(
  address: string,
  fields: URLSearchParams,
  how: { signal?: AbortSignal; keepalive?: boolean } = {},
): Promise<Answered<Told>> {
  try {
    const headers = { Accept: 'application/json' }
    const answer = await fetch(address, { method: 'POST', headers, body: fields, redirect: 'manual', ...how })
    return understood<Told>(answer.status, answer.type === 'opaqueredirect' ? '' : await answer.text())
  } catch {
    return { kind: 'unreached' }
  }
}

/** The same of an answer that came another way, such as with a bar that shows how far it has come. */
export function understood<Told = object>(status: number, text: string): Answered<Told> {
  const told = toldIn<Told>(text)
  // A redirect that is not followed has no status: it leads to signing in.
  if (status === 0 || status === 401) return { kind: 'signed-out' }
  if (status >= 200 && status < 300) return { kind: 'done', told }
  if (status === 429 || (status >= 500 && status !== 507)) return { kind: 'unreached' }
  return { kind: 'refused', status, told }
}

function toldIn<Told>(text: string): Partial<Told> & Answer {
  try {
    return JSON.parse(text || '{}') as Partial<Told> & Answer
  } catch {
    return {}
  }
}
