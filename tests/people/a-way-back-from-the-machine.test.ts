import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { emailOf } from '../../src/demo/cast/people.js'
import { root } from '../../src/root.js'
import { template } from '../made-once.js'
import { kill, startWorkbench } from '../real-workbench.js'

const home = mkdtempSync(join(tmpdir(), 'workbench-way-back-'))
const database = join(home, 'workbench.db')
copyFileSync(template, database)

afterAll(() => rmSync(home, { recursive: true, force: true }))

function resetPassword(address?: string) {
  const { status, stdout, stderr } = spawnSync(
    'npx',
    ['tsx', 'src/resetting-password.ts', ...(address ? [address] : [])],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: `sqlite:${database}`, BASE_URL: 'https://workbench.example.org' },
    },
  )
  return { status, said: stdout + stderr }
}

test('an administrator who forgot the password gets a link on the machine, also while the workbench is open', async () => {
  const one = await startWorkbench(home, database)
  try {
    const { status, said } = resetPassword(emailOf({ id: 'alex' }).toUpperCase())
    expect(said).toMatch(/https:\/\/workbench\.example\.org\/password-resets\/\S+/)
    expect(status).toBe(0)
    const path = /example\.org(\/password-resets\/\S+)/.exec(said)![1]!
    const page = await fetch(`http://127.0.0.1:${one.port}${path}`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('name="password"')
  } finally {
    await kill(one)
  }
}, 60_000)

test('whoever does not look after the workbench is helped by those who do', () => {
  expect(resetPassword(emailOf({ id: 'sam' }))).toMatchObject({ status: 1 })
}, 60_000)
