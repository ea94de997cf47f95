import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { template } from '../made-once.js'
import { type PostOffice, postOffice } from '../post-office.js'
import { kill, signedInTo, startWorkbench, type Workbench } from '../real-workbench.js'

const home = mkdtempSync(join(tmpdir(), 'workbench-letter-'))
const database = join(home, 'data', 'w.db')
const tokens = { sam: '', nia: '' }
let post: PostOffice
let running: Workbench | undefined

beforeAll(async () => {
  mkdirSync(join(home, 'data'))
  copyFileSync(template, database)
  for (const person of ['sam', 'nia'] as const) tokens[person] = signedInTo(database, person)
  post = await postOffice()
})

afterAll(async () => {
  if (running) await kill(running)
  post.close()
  rmSync(home, { recursive: true, force: true })
})

test('letters go although the workbench was killed between the deeds and the letters', async () => {
  const first = (running = await startWorkbench(home, database, post.port))
  const form = new URLSearchParams({ whatWeSaw: 'Two children swapped books at the window.', audience: 'group' })
  const logged = await ask(first.port, '/groups/reading/evidence', form)
  expect(logged.status).toBe(303)
  const piece = String(logged.headers.get('location'))

  // The post office answers nothing, so the letter is under way when everything stops.
  const withdrawn = await ask(first.port, `${piece}/withdrawal`, new URLSearchParams({ reason: 'They asked us to' }))
  expect(withdrawn.status).toBe(303)
  const leads = '/networks/hafren/schools/weir/data-leads'
  const named = await ask(first.port, leads, new URLSearchParams({ person: 'imran' }), 'nia')
  expect([named.status, named.headers.get('location')]).toEqual([303, leads])
  await vi.waitFor(() => expect(post.knocks()).toBeGreaterThan(0), { timeout: 20_000 })
  expect(post.letters).toEqual([])
  const journal = `${database}.withdrawals`
  expect([existsSync(journal), readFileSync(journal, 'utf8').includes(piece.split('/').at(-1)!)]).toEqual([true, true])
  await kill(first)

  post.open()
  running = await startWorkbench(home, database, post.port)
  await vi.waitFor(() => expect(letters('A second person is needed')).not.toEqual([]), { timeout: 60_000 })
  // That a piece was withdrawn goes with other letters, after some minutes of quiet: it is put down once, and not lost.
  await vi.waitFor(() => expect(linesThatWait()).toEqual(['withdrawals']), { timeout: 60_000 })
  expect(readFileSync(journal, 'utf8').trim().split('\n')).toHaveLength(1)
}, 300_000)

function linesThatWait(): unknown[] {
  const sqlite = new Sqlite(database, { readonly: true })
  const waiting = sqlite.prepare(`select letter from letters_to_send where sent_at is null and given_up_at is null`)
  const kinds = waiting.pluck().all()
  sqlite.close()
  return kinds
}

function letters(subject: string): string[] {
  return post.letters.filter(letter => letter.includes(`Subject: ${subject}`))
}

function ask(
  port: number,
  path: string,
  body: URLSearchParams,
  person: keyof typeof tokens = 'sam',
): Promise<Response> {
  const headers = { Cookie: `workbench=${tokens[person]}`, 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' }
  return fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body, redirect: 'manual' })
}
