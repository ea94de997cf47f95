import request, { type Response } from 'supertest'
import type { World } from '../world.js'

export interface OwnBrowser {
  get(address: string): Promise<Response>
  post(address: string, fields?: Record<string, string>): Promise<Response>
  /** The token that it would show now; empty when it has none. */
  token(): string
}

/** A browser that takes cookies as they come, as real ones do. */
export function ownBrowser(world: World, from = '192.0.2.1'): OwnBrowser {
  const held = new Map<string, string>()
  const keep = (answer: Response): Response => {
    for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (name) held.set(name, value ?? '')
    }
    return answer
  }
  const ours = (test: request.Test) =>
    test
      .set('Cookie', [...held].map(([name, value]) => `${name}=${value}`).join('; '))
      .set('Sec-Fetch-Site', 'same-origin')
      .set('Accept', 'text/html')
      .set('X-Forwarded-For', from)
  return {
    get: async address => keep(await ours(request(world.app).get(address))),
    post: async (address, fields = {}) => keep(await ours(request(world.app).post(address)).type('form').send(fields)),
    token: () => held.get('workbench') ?? '',
  }
}
