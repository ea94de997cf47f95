import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import type { OwnBrowser } from './own-browser.js'

/** What a school's issuer knows of somebody. */
export interface AtSchool {
  email?: string
  email_verified?: boolean
  name?: string
}

/** A real provider of OpenID Connect on loopback, in which whoever is named is signed in at once. */
export interface School {
  address: string
  secret: string
  people: Record<string, AtSchool>
  /** Who sits before the browser. */
  who: string
  /** They say no on the provider's own page. */
  declines: boolean
  /** As when the school's machine is switched off. */
  away: boolean
  /** What it says its keys are, in the place of those that it signs with. */
  keys: object | null
  /** Follows the browser through the provider. @returns the address of ours at which it comes back */
  through(address: string): Promise<string>
  close(): Promise<void>
}

/** @param backTo the redirect address that the provider knows */
export async function openSchool(backTo: (address: string) => Promise<string>): Promise<School> {
  let answer: (req: IncomingMessage, res: ServerResponse) => void = (_req, res) => void res.writeHead(503).end()
  const server: Server = createServer((req, res) => (school.away ? void req.destroy() : answer(req, res)))
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const secret = 'a-secret-between-the-school-and-the-workbench'
  const school: School = {
    ...{ address, secret, people: {}, who: '', declines: false, away: false, keys: null },
    through: address => goThrough(address),
    close: () => new Promise(closed => void server.close(() => closed())),
  }
  const client = { client_id: 'workbench', client_secret: secret, redirect_uris: [await backTo(address)] }
  const provider = new Provider(address, {
    clients: [client],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    cookies: { keys: ['some key'] },
    findAccount: (_ctx: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...school.people[id] }),
    }),
    async loadExistingGrant(ctx: { oidc: { client: { clientId: string }; session: { accountId: string } } }) {
      const grant = new provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const answers = provider.callback()
  answer = (req, res) => {
    if (school.keys && req.url === '/jwks')
      return void res.setHeader('content-type', 'application/json').end(JSON.stringify(school.keys))
    if (!req.url!.startsWith('/interaction/')) return void answers(req, res)
    const result = school.declines ? { error: 'access_denied' } : { login: { accountId: school.who } }
    void provider.interactionFinished(req, res, result)
  }
  return school
}

async function goThrough(first: string): Promise<string> {
  const held = new Map<string, string>()
  const there = new URL(first).origin
  let address = first
  for (let steps = 0; steps < 10; steps++) {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...held].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      held.set(name!, value!)
    }
    const next = answer.headers.get('location')
    if (!next) throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`)
    const to = new URL(next, there)
    if (to.origin !== there) return to.pathname + to.search
    address = to.href
  }
  throw new Error('The provider goes round in circles.')
}

/** Somebody presses the button and comes back. @returns our answer */
export async function comeBy(browser: OwnBrowser, school: School, button: string) {
  const gone = await browser.get(button)
  return browser.get(await school.through(gone.headers.location!))
}
