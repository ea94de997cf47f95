import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, expect, test, vi } from 'vitest'
import { template } from '../made-once.js'
import { type PostOffice, postOffice } from '../post-office.js'
import { kill, signedInTo, startWorkbench, type Workbench } from '../real-workbench.js'

const home = mkdtempSync(join(tmpdir(), 'workbench-killed-post-'))
const file = join(home, 'w.db')
let token = ''
const running: Workbench[] = []
const patience = { timeout: 60_000, interval: 200 }
const offices: PostOffice[] = []

afterAll(async () => {
  for (const one of running) await kill(one)
  for (const office of offices) office.close()
  rmSync(home, { recursive: true, force: true })
})

test('a letter that was not out when the workbench was killed goes once after the next start, and never again', async () => {
  copyFileSync(template, file)
  token = signedInTo(file, 'nia')
  const mute = await office()
  const first = await start(mute)
  // A second leader is asked at once: such a letter waits for no other.
  const headship = { role: 'headteacher', school: 'coed', theme: '' }
  expect(await post(first.port, '/networks/hafren/people/alys/roles', headship)).toBe(303)
  token = signedInTo(file, 'bilal')
  const challenge = { words: 'Who is left out?', kind: 'challenge', 'names-answer': 'as it is' }
  expect(await post(first.port, '/groups/reading/stages/purpose/comments', challenge)).toBe(303)
  await vi.waitFor(() => expect(mute.knocks()).toBeGreaterThan(0), patience)
  await vi.waitFor(
    () => expect(rows("select * from letters_to_send where letter = 'challenges'").length).toBeGreaterThan(0),
    patience,
  )
  // All of what waits is put down, not only the first line of it.
  await vi.waitFor(
    () =>
      expect(rows("select id from fact_outbox join facts on id = fact_id where kind <> 'role asked for'")).toEqual([]),
    patience,
  )
  await kill(first)
  expect(rows("select * from fact_outbox join facts on id = fact_id where kind = 'role asked for'")).toHaveLength(1)

  // Ten minutes later somebody starts it again.
  change('update letters_to_send set written_at = ?', new Date(Date.now() - 600_000).toISOString())
  const open = await office()
  open.open()
  const second = await start(open)
  const to = (person: string) => open.letters.filter(one => one.includes(`To: ${person}@`))
  await vi.waitFor(() => {
    expect(to('rhian')).toHaveLength(1)
    expect(to('sadia').filter(one => one.includes('A challenge to Purpose waits'))).toHaveLength(1)
    expect(rows('select * from fact_outbox')).toEqual([])
    expect(rows('select * from letters_to_send where sent_at is null')).toEqual([])
  }, patience)
  const sent = open.letters.length
  await kill(second)

  const third = await start(open)
  expect(await post(third.port, '/groups/reading/stages/purpose/comments', { ...challenge, words: 'And now?' })).toBe(
    303,
  )
  await vi.waitFor(
    () => expect(rows('select * from letters_to_send where sent_at is null').length).toBeGreaterThan(0),
    patience,
  )
  await vi.waitFor(() => expect(rows('select * from fact_outbox')).toEqual([]), patience)
  expect(open.letters).toHaveLength(sent)
}, 240_000)

async function office(): Promise<PostOffice> {
  const one = await postOffice()
  offices.push(one)
  return one
}

async function start({ port }: PostOffice): Promise<Workbench> {
  const one = await startWorkbench(home, file, port)
  running.push(one)
  return one
}

function change(sql: string, ...values: string[]): void {
  const sqlite = new Sqlite(file)
  sqlite.prepare(sql).run(...values)
  sqlite.close()
}

function rows(sql: string): { id: string }[] {
  const sqlite = new Sqlite(file, { readonly: true })
  const found = sqlite.prepare(sql).all() as { id: string }[]
  sqlite.close()
  return found
}

function post(port: number, path: string, fields: Record<string, string>): Promise<number> {
  const headers = {
    ...{
      Cookie: `workbench=${token}`,
      'Sec-Fetch-Site': 'same-origin',
      Accept: 'text/html',
    },
    'Content-Type': 'application/x-www-form-urlencoded',
  }
  return new Promise((resolve, reject) => {
    const asked = request({ port, method: 'POST', path, headers }, answer => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode!))
    })
    asked.on('error', reject)
    asked.end(new URLSearchParams(fields).toString())
  })
}
