import { constants, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { castToChoose } from '../../src/demo/cast-to-choose.js'
import { fillDemo } from '../../src/demo/fill.js'
import { type Serving, serve } from '../../src/serving.js'
import { onThisMachine } from '../../src/trusted-proxy.js'
import { playedDemo } from '../made-once.js'

export interface DemoHouse extends Serving {
  /** Where it is served, such as http://127.0.0.1:4711. */
  address: string
  /** Asks for a page of the running demo; redirects are not followed. */
  ask(address: string, cookie?: string): Promise<Response>
  /** Sends a form of the running demo; redirects are not followed. */
  send(address: string, cookie: string, form: Record<string, string>): Promise<Response>
  /** Signs in with one click, as the sign-in page offers it. @returns the cookie */
  signInAs(person: string): Promise<string>
  /** Stops it and takes its folder away. */
  close(): Promise<void>
}

/** The demo as `npm run demo` serves it, in a folder of its own: the first to ask plays it, the others take a copy. */
export async function openDemo(): Promise<DemoHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-demo-'))
  await playOnce()
  cpSync(playedDemo, folder, { recursive: true, mode: constants.COPYFILE_FICLONE })
  const serving = await serve(environmentIn(folder), { cast: castToChoose() })
  const at = serving.server.address()
  const address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`
  const headers = { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html,*/*' }
  return {
    ...serving,
    address,
    ask: (path, cookie = '') =>
      fetch(address + path, { redirect: 'manual', headers: { ...headers, ...(cookie && { Cookie: cookie }) } }),
    send: (path, cookie, form) =>
      fetch(address + path, {
        ...{ method: 'POST', redirect: 'manual', headers: { ...headers, Cookie: cookie } },
        body: new URLSearchParams(form),
      }),
    async signInAs(person) {
      const answer = await fetch(`${address}/sign-in/as`, {
        ...{ method: 'POST', redirect: 'manual', headers },
        body: new URLSearchParams({ person, next: '/' }),
      })
      return answer.headers.getSetCookie().map(cookie => cookie.split(';')[0]!)[0]!
    },
    async close() {
      serving.server.closeAllConnections()
      await serving.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Whoever makes the folder plays it, and puts it in its place when it is whole; whoever comes later waits for that. */
async function playOnce(): Promise<void> {
  const stage = `${playedDemo}-being-played`
  const failed = join(stage, 'failed')
  if (existsSync(playedDemo)) return
  try {
    mkdirSync(stage)
  } catch {
    while (!existsSync(playedDemo)) {
      if (existsSync(failed)) throw new Error('The demo could not be played; the file that played it says why.')
      await pause(200)
    }
    return
  }
  try {
    await (await serve(environmentIn(stage), { fill: fillDemo, cast: castToChoose() })).stop()
    renameSync(stage, playedDemo)
  } catch (error) {
    writeFileSync(failed, '')
    throw error
  }
}

function environmentIn(folder: string) {
  return {
    port: 0,
    host: '127.0.0.1',
    database: join(folder, 'demo.db'),
    beside: join(folder, 'demo.db'),
    keys: join(folder, 'demo.keys.db'),
    uploads: join(folder, 'uploads'),
    bucket: null,
    baseUrl: 'http://localhost:3000',
    trustedProxy: onThisMachine,
    smtpUrl: null,
    metricsToken: null,
    backupPassphrase: null,
    scanner: null,
    demo: true,
  }
}
