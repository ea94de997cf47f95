import request from 'supertest'
import type { World } from '../world.js'

export interface Sent {
  part: string
  name: string
  bytes: Buffer
}

export interface State {
  saved: boolean
  location: string
  message: string | null
  files: { part: string; settled: boolean; because: string | null; upload: string | null }[]
}

/** A device of somebody's that sends in its own time, over the addresses that the page uses. */
export function deviceOf(world: World, person: string) {
  const { cookie } = world.as(person)
  const ours = (test: request.Test, site = 'same-origin') =>
    test.set('Cookie', cookie).set('Sec-Fetch-Site', site).set('Accept', 'application/json')
  const tus = (test: request.Test, site?: string) => ours(test, site).set('Tus-Resumable', '1.0.0')

  return {
    capture(capture: string, fields: Record<string, string> = {}, files: Sent[] = []) {
      const announced = JSON.stringify(files.map(({ part, name, bytes }) => ({ part, name, bytes: bytes.length })))
      const form = { group: 'reading', audience: 'group', whatWeSaw: 'Two readers swapped books.', by: person }
      return ours(request(world.app).post('/captures'))
        .type('form')
        .send({ ...form, ...fields, capture, files: announced })
    },
    begin: (capture: string, part: string, length: number, site?: string) =>
      tus(request(world.app).post('/uploads'), site)
        .set('Upload-Length', String(length))
        .set('Upload-Metadata', `capture ${inBase64(capture)},part ${inBase64(part)}`),
    go: (address: string, offset: number, bytes: Buffer, app = world.app) =>
      tus(request(app).patch(address))
        .set('Upload-Offset', String(offset))
        .set('Content-Type', 'application/offset+octet-stream')
        .send(bytes),
    where: (address: string, app = world.app) => tus(request(app).head(address)),
    stop: (address: string) => tus(request(world.app).delete(address)),
    post: (address: string) => ours(request(world.app).post(address)),
  }
}

export type Device = ReturnType<typeof deviceOf>

/** Sends one file in one go. */
export async function sendWhole(device: Device, capture: string, file: Sent): Promise<void> {
  const begun = await device.begin(capture, file.part, file.bytes.length)
  if (begun.status !== 201) throw new Error(`Beginning answered ${begun.status}: ${begun.text}`)
  const gone = await device.go(String(begun.headers.location), 0, file.bytes)
  if (gone.status !== 204) throw new Error(`Going on answered ${gone.status}: ${gone.text}`)
}

const inBase64 = (words: string) => Buffer.from(words).toString('base64')
