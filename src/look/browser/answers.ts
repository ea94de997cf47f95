import type { Answer } from '../../web/answering-scripts.js'

/** How the workbench answered a script, in one word; the fields of its answer stand beside it. */
export type Answered<Fields = object> =
  | { kind: 'done'; fields: Partial<Fields> & Answer }
  | { kind: 'refused'; status: number; fields: Partial<Fields> & Answer }
  | { kind: 'signed-out' }
  | { kind: 'unreached' }

/** Sends the fields of a form, and reads the answer: the one place where scripts learn what became of what they sent. */
export async function send<Fields = object>(
  address: string,
  fields: URLSearchParams,
  how: { signal?: AbortSignal; keepalive?: boolean } = {},
): Promise<Answered<Fields>> {
  try {
    const headers = { Accept: 'application/json' }
    const answer = await fetch(address, { method: 'POST', headers, body: fields, redirect: 'manual', ...how })
    return understood<Fields>(answer.status, answer.type === 'opaqueredirect' ? '' : await answer.text())
  } catch {
    return { kind: 'unreached' }
  }
}

/** The same of an answer that came another way, such as with a bar that shows how far it has come. */
export function understood<Fields = object>(status: number, text: string): Answered<Fields> {
  const fields = fieldsIn<Fields>(text)
  // A redirect that is not followed has no status: it leads to signing in.
  if (status === 0 || status === 401) return { kind: 'signed-out' }
  if (status >= 200 && status < 300) return { kind: 'done', fields }
  if (status === 429 || (status >= 500 && status !== 507)) return { kind: 'unreached' }
  return { kind: 'refused', status, fields }
}

function fieldsIn<Fields>(text: string): Partial<Fields> & Answer {
  try {
    return JSON.parse(text || '{}') as Partial<Fields> & Answer
  } catch {
    return {}
  }
}
