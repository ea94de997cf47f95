import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../src/root.js'

// `npm test`: the checks and the tests beside each other, since a browser leaves a processor waiting now and then.
// `npm test -- evidence claims` runs the tests of these rooms; what is no room is handed on to vitest as it is.
const asked = process.argv.slice(2).map(one => (existsSync(join(root, 'tests', one)) ? `tests/${one}/` : one))

const [checks, tests] = await Promise.all([
  ended('npm', ['run', 'check', '--silent'], true),
  ended('vitest', ['run', ...asked], false),
])
process.stdout.write(checks.code === 0 ? 'The checks found nothing.\n' : `${checks.said}\nThe checks found faults.\n`)
process.exit(checks.code || tests.code)

/** What runs beside the tests says what it has to say when they are done. */
function ended(command: string, words: string[], quietly: boolean): Promise<{ code: number; said: string }> {
  const out = quietly ? 'pipe' : 'inherit'
  const one = spawn(command, words, { cwd: root, stdio: ['ignore', out, out] })
  let said = ''
  for (const stream of [one.stdout, one.stderr]) stream?.on('data', (more: Buffer) => (said += more.toString()))
  return new Promise((resolve, reject) => {
    one.once('error', reject)
    one.once('close', code => resolve({ code: code ?? 1, said }))
  })
}
