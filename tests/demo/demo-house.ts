import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillDemo } from '../../src/demo/fill.js'
import { type Serving, serve } from '../../src/serving.js'
import { onThisMachine } from '../../src/trusted-proxy.js'

export interface DemoHouse extends Serving {
  /** Asks for a page of the running demo; redirects are not followed. */
  ask(address: string, cookie?: string): Promise<Response>
  /** Sends a form of the running demo; redirects are not followed. */
  send(address: string, cookie: string, form: Record<string, string>): Promise<Response>
  /** Signs in with one click, as the sign-in page offers it. @returns the cookie */
  signInAs(person: string): Promise<string>
  /** Stops it and takes its folder away. */
  close(): Promise<void>
}

/** The demo as `npm run demo` serves it, in a folder of its own. */
export async function openDemo(): Promise<DemoHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-demo-'))
  const began = Date.now()
  const serving = await serve(
    {
      port: 0,
      host: '127.0.0.1',
      database: join(folder, 'demo.db'),
      uploads: join(folder, 'uploads'),
      baseUrl: 'http://localhost:3000',
      trustedProxy: onThisMachine,
      smtpUrl: null,
      demo: true,
    },
    fillDemo,
  )
  process.stdout.write(`The demo was filled and served after ${((Date.now() - began) / 1000).toFixed(1)} s\n`)

  const at = serving.server.address()
  const home = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`
  const headers = { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html,*/*' }
  return {
    ...serving,
    ask: (address, cookie = '') =>
      fetch(home + address, { redirect: 'manual', headers: { ...headers, ...(cookie && { Cookie: cookie }) } }),
    send: (address, cookie, form) =>
      fetch(home + address, {
        ...{ method: 'POST', redirect: 'manual', headers: { ...headers, Cookie: cookie } },
        body: new URLSearchParams(form),
      }),
    async signInAs(person) {
      const answer = await fetch(`${home}/sign-in/as`, {
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
