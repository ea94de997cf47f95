import { connect } from 'node:net'
import supertest from 'supertest'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Desk, openDesk } from './desk.js'
import * as made from './made-files.js'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(async () => {
  await expect.poll(() => desk.everything()).toEqual([])
  expect(desk.failures).toEqual([])
  await desk.close()
})

const part = (name: string, words: string) =>
  `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${words}\r\n`
const filePart = (name: string, words: string) =>
  `--x\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n${words}\r\n`

function post(body: string, type = 'multipart/form-data; boundary=x') {
  return supertest(desk.server).post('/files').set('content-type', type).send(body)
}

test.each([
  ['no boundary', part('title', 'A') + '--x--\r\n', 'multipart/form-data'],
  ['an empty boundary', part('title', 'A') + '--x--\r\n', 'multipart/form-data; boundary='],
  ['nothing at all', '', 'multipart/form-data; boundary=x'],
  ['another boundary than it says', part('title', 'A') + '--x--\r\n', 'multipart/form-data; boundary=y'],
  ['no end', part('title', 'A'), 'multipart/form-data; boundary=x'],
  ['an end in the middle of a file', filePart('a.pdf', '%PDF-1.4').slice(0, -6), 'multipart/form-data; boundary=x'],
  [
    'a part without a name',
    '--x\r\ncontent-disposition: form-data\r\n\r\nA\r\n--x--\r\n',
    'multipart/form-data; boundary=x',
  ],
  ['headers that are not headers', '--x\r\n\u0001\u0002: \r\n\r\nA\r\n--x--\r\n', 'multipart/form-data; boundary=x'],
  ['a name that nests', part('a[b][c][d]', 'A') + '--x--\r\n', 'multipart/form-data; boundary=x'],
  ['a list of a billion', part('a[999999999]', 'A') + '--x--\r\n', 'multipart/form-data; boundary=x'],
  ['a name of 200 letters', part('a'.repeat(200), 'A') + '--x--\r\n', 'multipart/form-data; boundary=x'],
])('a form with %s is answered with a sentence, not a fault', async (_what, body, type) => {
  const answer = await post(body, type)
  const { sentence } = answer.body as { sentence?: string }
  expect(answer.status).toBe(400)
  expect(sentence).toMatch(/arrived broken/)
})

test('a form in a wrapping that is not ours is a sentence', async () => {
  for (const type of ['application/json', 'multipart/mixed; boundary=x', 'text/plain']) {
    const answer = await post('{}', type)
    expect([answer.status, type]).toEqual([400, type])
  }
})

test('more fields or words than any form of ours sends are too large, and what was read comes back', async () => {
  const many = Array.from({ length: 400 }, (_, place) => part(`field${place}`, 'A')).join('') + '--x--\r\n'
  expect((await post(many)).status).toBe(413)

  const answer = await post(part('title', 'Kept') + part('story', 'A'.repeat(300 * 1024)) + '--x--\r\n')
  expect(answer.status).toBe(413)
  expect(answer.body).toMatchObject({
    sentence: expect.stringMatching(/50,000 characters/) as string,
    fields: { title: 'Kept' },
  })
})

test('names that mean something to JavaScript change nothing', async () => {
  const answer = await post(part('__proto__[isAdmin]', 'yes') + part('constructor', 'x') + '--x--\r\n')
  expect(answer.status).toBe(200)
  expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
})

test('a broken end after a sound file leaves nothing of the file, and the words come back', async () => {
  const answer = await post(
    part('title', 'Kept') + filePart('a.pdf', made.pdf.toString()) + filePart('b.pdf', '%PDF').slice(0, -6),
  )
  expect(answer.status).toBe(400)
  expect((answer.body as { fields: object }).fields).toEqual({ title: 'Kept' })
})

test('a connection that drops in the middle of the third file leaves nothing behind', async () => {
  const socket = connect(desk.port, '127.0.0.1')
  const start =
    filePart('a.pdf', made.pdf.toString()) + filePart('b.csv', 'a,b') + filePart('c.mp4', '\0'.repeat(200_000))
  socket.write(
    'POST /files HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 9000000\r\n\r\n' +
      start.slice(0, -40),
  )
  await expect.poll(async () => (await desk.everything()).length).toBe(3)
  socket.destroy()
  await expect.poll(() => desk.everything()).toEqual([])
  expect(await desk.db.selectFrom('files').selectAll().execute()).toEqual([])
})

test('twenty people at once each get their own files', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, place) =>
      supertest(desk.server)
        .post('/files')
        .field('title', `${place}`)
        .attach('files', Buffer.from(`words ${place}`), `${place}.txt`),
    ),
  )
  for (const [place, answer] of answers.entries()) {
    expect(answer.body).toMatchObject({ fields: { title: `${place}` }, files: [{ name: `${place}.txt` }], refused: [] })
  }
  for (const path of await desk.everything()) await desk.store.remove(path.slice(-32))
})
