import type { Queued } from './device.js'
import { capturesOf, readFiles, readWords, type Words } from './queue.js'
import { openSeal } from './sealing.js'
import { keyOf } from './sending.js'
import { personHere } from './knowing.js'

/** A capture as its person had it, before it was sealed. */
export interface Opened {
  capture: string
  words: Words
  files: File[]
}

/** A form on this page that can take a capture back; it answers whether it did, or why not. */
export type Taking = (opened: Opened) => string | undefined

const forms: { takes: (group: string) => boolean; take: Taking }[] = []
const place = '#open-'

export function takesBack(takes: (group: string) => boolean, take: Taking): void {
  forms.push({ takes, take })
}

/**
 * Opens what was refused in the form again, with its pictures and its sound. It stays on the device, sealed, until what
 * became of it is kept there in its place. Where no form of this page is for its group, the log page is.
 * @returns what is said aloud
 */
export async function openAgain(queued: Queued): Promise<string> {
  const opened = await unseal(queued).catch(() => undefined)
  if (!opened) return 'It can be opened when there is signal and you are signed in.'
  const group = opened.words.fields.find(([name]) => name === 'group')?.[1] ?? ''
  const form = forms.find(one => one.takes(group))
  if (form) return form.take(opened) ?? 'It is open in the form.'
  if (location.pathname === '/log') return 'You are no longer in the group that it was logged for.'
  location.assign(`/log${place}${queued.capture}`)
  return 'Opening the log page.'
}

/** Somebody came here from another page to mend a capture. */
export async function openFromAddress(): Promise<void> {
  if (!location.hash.startsWith(place)) return
  const capture = location.hash.slice(place.length)
  history.replaceState(null, '', location.pathname)
  const queued = (await capturesOf(personHere())).find(one => one.capture === capture)
  if (queued) await openAgain(queued)
}

async function unseal(queued: Queued): Promise<Opened> {
  const key = await openSeal(await keyOf(queued.person), queued.opening, queued.capture)
  const words = await readWords(key, queued)
  return { capture: queued.capture, words, files: await readFiles(key, queued, words) }
}
