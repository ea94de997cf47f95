import { fork } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../src/root.js'
import { newWorld } from '../world.js'
import { offered } from './visiting.js'
import { sqliteOf } from '../sqlite-of.js'

const world = newWorld()

test('two programs that book the last place of the same database at the same moment never both get it', async () => {
  const evening = { starts: '16:00', ends: '17:00', places: '1' }
  const visits: { id: string }[] = []
  for (let n = 0; n < 4; n++) visits.push(await offered(world, 'sam', { ...evening, title: `One place, ${n}` }))
  const booking = (person: string) =>
    new Promise<string[]>((done, failed) => {
      const program = fork(join(root, 'tests/visits/booking-on-its-own.ts'), [], {
        execArgv: ['--import', 'tsx'],
        cwd: root,
      })
      program.on('message', (said: unknown) => {
        if (said === 'ready') ready(program)
        else done(said as string[])
      })
      program.on('error', failed)
      program.on('exit', code => code !== 0 && failed(new Error(`ended with ${code}`)))
      program.send({ file: sqliteOf(world.house).name, person, visits: visits.map(one => one.id) })
    })
  const waiting: ReturnType<typeof fork>[] = []
  const ready = (program: ReturnType<typeof fork>) => {
    waiting.push(program)
    if (waiting.length === 2) for (const one of waiting) one.send('go')
  }
  const [first, second] = await Promise.all([booking('huw'), booking('eleri')])
  for (const place of visits.keys()) expect([first[place], second[place]].sort()).toEqual(['booked', 'waiting'])
  const slots = await world.db.selectFrom('visitSlots').select('taken').execute()
  expect(slots.every(slot => slot.taken === 1)).toBe(true)
}, 60_000)
