import { DetailedError, Upload } from 'tus-js-client'
import { seen } from '../seen.js'
import type { Queued } from './device.js'
import { personHere } from './knowing.js'
import { capturesOf, chunkBytes, letGo, markNeeds, readBytes, readWords, type Words } from './queue.js'
import { openSeal, privateKeyFrom } from './sealing.js'
import { type Refused, type State, tellTabs } from './telling-tabs.js'

const soonest = 4000
const latest = 60_000

/** The workbench's answer about a capture (src/captures/capture-routes.ts). */
interface Answer {
  saved: boolean
  /** Some of its files could not come in: it is kept as a draft, and the message says why. */
  isDraft: boolean
  location: string
  message: string | null
  files: { part: string; settled: boolean; because: string | null; upload: string | null }[]
}

/** It has to wait: there is no signal, or nobody is signed in. */
class Waits extends Error {
  constructor(readonly state: State) {
    super(state)
  }
}

/** The workbench said no, and why; its person has to settle it. */
class NeedsYou extends Error {
  constructor(readonly refusal: Refused) {
    super(refusal.message)
  }
}

let sending: Promise<void> | undefined
let again = false
let timer = 0
let pause = soonest
let key: Promise<CryptoKey> | undefined
const stopped = new Set<string>()
const running = new Map<string, Upload>()

/** Sends whatever waits, oldest first. Of all tabs that wish to, one does; the next then finds the work done. */
export function sendAll(): Promise<void> {
  again = true
  sending ??= navigator.locks
    .request('sending-captures', async () => {
      while (again) {
        again = false
        await sendEach()
      }
    })
    .finally(() => {
      sending = undefined
    })
  return sending
}

export function keepSending(): void {
  window.addEventListener('online', () => void sendAll())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sendAll()
  })
  void sendAll()
}

/** It is not sent any further, here or at the workbench. */
export async function discard(capture: string): Promise<void> {
  stopped.add(capture)
  await running.get(capture)?.abort()
  await letGo(capture)
  await fetch(`/captures/${capture}/removal`, { method: 'POST', headers: asJson }).catch(() => undefined)
}

async function sendEach(): Promise<void> {
  clearTimeout(timer)
  const person = personHere()
  if (!person) return
  let waits = false
  for (const queued of await capturesOf(person)) {
    if (queued.needs !== null || stopped.has(queued.capture)) continue
    try {
      tellTabs({ about: 'state', capture: queued.capture, state: 'sending' })
      await sendOne(queued)
      pause = soonest
    } catch (error) {
      waits = (await putAside(queued, error)) || waits
      if (error instanceof Waits && error.state !== 'waiting for the workbench') break
    }
  }
  if (!waits) return
  // Not all devices of a school at the same moment.
  timer = window.setTimeout(() => void sendAll(), pause * (0.75 + Math.random() / 2))
  pause = Math.min(pause * 2, latest)
}

/** @returns whether it is tried again by itself */
async function putAside({ capture }: Queued, error: unknown): Promise<boolean> {
  if (stopped.has(capture)) return false
  if (error instanceof NeedsYou) {
    await markNeeds(capture, error.refusal.message)
    tellTabs({ about: 'refused', capture, refusal: error.refusal })
    return false
  }
  const state = error instanceof Waits ? error.state : 'waiting for the workbench'
  tellTabs({ about: 'state', capture, state })
  return true
}

async function sendOne(queued: Queued): Promise<void> {
  const opened = await openSeal(await keyOf(queued.person), queued.opening, queued.capture)
  const words = await readWords(opened, queued)
  let answer = await post(queued, words)
  for (const [at, { part }] of queued.parts.entries()) {
    const state = answer.files.find(one => one.part === part)
    if (!answer.saved && !state?.settled) await sendFile(opened, queued, at, state?.upload ?? null)
  }
  if (!answer.saved) answer = await post(queued, words)
  // What it said had arrived is not all there: it begins again with what is missing.
  if (!answer.saved) throw new Waits('waiting for signal')
  await letGo(queued.capture)
  const { location, isDraft, message } = answer
  tellTabs({ about: 'saved', capture: queued.capture, location, isDraft, message: message ?? 'Saved.' })
}

/** The private half of the key stays in this page's memory, for as long as the page is open. */
export function keyOf(person: string): Promise<CryptoKey> {
  key ??= ask('/log/key').then(async answer => {
    const { person: whose, privateKey } = (await answer.json()) as { person: string; privateKey: JsonWebKey }
    if (whose !== person) throw new Waits('waiting for sign-in')
    return privateKeyFrom(privateKey)
  })
  key.catch(() => (key = undefined))
  return key
}

async function post(queued: Queued, { fields, files }: Words): Promise<Answer> {
  const body = new URLSearchParams(fields)
  body.set('capture', queued.capture)
  body.set('by', queued.person)
  body.set('files', JSON.stringify(files.map(({ part, name, bytes }) => ({ part, name, bytes }))))
  const answer = await ask('/captures', { method: 'POST', body })
  return (await answer.json()) as Answer
}

const asJson = { Accept: 'application/json' }

async function ask(address: string, how: RequestInit = {}): Promise<Response> {
  const answer = await fetch(address, { ...how, headers: asJson, redirect: 'manual' }).catch(() => undefined)
  if (!answer) throw new Waits('waiting for signal')
  if (answer.ok) {
    seen()
    return answer
  }
  throw refusalOf(answer.status, (await answer.json().catch(() => ({}))) as Partial<Refused>)
}

function refusalOf(status: number, said: Partial<Refused>): Error {
  // 409: somebody else is signed in here now.
  if (status === 0 || status === 401 || status === 409) return new Waits('waiting for sign-in')
  if (status >= 500 || status === 429) return new Waits('waiting for the workbench')
  const message = said.message ?? 'The workbench could not take this.'
  return new NeedsYou(said.errors ? { message, errors: said.errors } : { message })
}

function sendFile(opened: CryptoKey, queued: Queued, at: number, address: string | null): Promise<void> {
  const { capture, parts } = queued
  const { part, bytes } = parts[at]!
  return new Promise<void>((resolve, reject) => {
    const upload = new Upload(new Blob(), {
      endpoint: '/uploads',
      uploadUrl: address,
      uploadSize: bytes,
      metadata: { capture, part },
      headers: asJson,
      chunkSize: chunkBytes,
      retryDelays: [500, 2000, 5000],
      storeFingerprintForResuming: false,
      fileReader: { openFile: () => Promise.resolve(fileSource(opened, queued, at)) },
      onProgress: sent => tellTabs({ about: 'sent', capture, part, sent }),
      onSuccess: () => resolve(),
      onError: error => reject(troubleIn(error)),
    })
    running.set(capture, upload)
    upload.start()
  }).finally(() => void running.delete(capture))
}

function fileSource(opened: CryptoKey, queued: Queued, at: number) {
  const size = queued.parts[at]!.bytes
  return {
    size,
    async slice(start: number, end: number) {
      const value = await readBytes(opened, queued, at + 1, start, Math.min(end, size))
      return { value, done: end >= size }
    },
    close: () => undefined,
  }
}

function troubleIn(error: Error): Error {
  const answer = error instanceof DetailedError ? error.originalResponse : null
  if (!answer || answer.getStatus() === 0) return new Waits('waiting for signal')
  // It has arrived already, or grew elsewhere meanwhile: asked again, the workbench says how far it is.
  if ([409, 423, 460].includes(answer.getStatus())) return new Waits('waiting for signal')
  return refusalOf(answer.getStatus(), spoken(answer.getBody()))
}

function spoken(body: string): Partial<Refused> {
  try {
    return JSON.parse(body) as Partial<Refused>
  } catch {
    return {}
  }
}
