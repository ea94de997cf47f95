import { beforeAll, expect, test } from 'vitest'
import { newWorld } from '../world.js'
import { begin, logPiece, write } from '../write-ups/writing.js'

const world = newWorld()

beforeAll(async () => {
  await logPiece(world, { title: 'A queue', words: 'Nine children queued for one thin book.' })
  const writeUp = await begin(world)
  const long = Array.from({ length: 200 }, (_, at) => `Sentence ${at} of what we saw, heard and wondered about.`)
  await write(world, writeUp, 'next', long.join('\n\n'))
})

const asked = (person: string, done: string[]) =>
  world
    .as(person)
    .get('/groups/reading/write-up.pdf')
    .buffer(true)
    .then(answer => {
      done.push(person)
      return answer.status
    })

test('whoever asks for twelve documents at once waits for their own, and a colleague who asks for one does not', async () => {
  const done: string[] = []
  const many = Array.from({ length: 12 }, () => asked('sadia', done))
  const one = asked('sam', done)
  expect(await Promise.all([...many, one])).toEqual(Array.from({ length: 13 }, () => 200))
  expect(done.indexOf('sam')).toBeLessThan(6)
})

test('a line that is too long is answered in a sentence, and is open again when it is through', async () => {
  const done: string[] = []
  const answers = await Promise.all(Array.from({ length: 40 }, () => asked('sadia', done)))
  expect(answers.filter(status => status === 429).length).toBe(9)
  expect(answers.filter(status => status === 200).length).toBe(31)
  expect(await asked('sadia', done)).toBe(200)
})
