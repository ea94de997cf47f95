import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, test } from 'vitest'
import { show } from '../../src/web/show.js'
import { actsOnce } from '../../src/web/once.js'
import { newWorld } from '../world.js'
import { addressesOf } from './addresses.js'

const world = newWorld()
const { db } = world
const many = '/networks/hafren/people/invitations/many'
const rows =
  'name,email,role,school,theme\nAnn Wood,ann@schools.example,staff,Ysgol y Bryn,\nBo Reed,bo@schools.example,staff,Weir Lane Primary,'
const linksIn = (page: string) =>
  [...page.matchAll(/data-copy="http\S+(\/invitations\/[\w-]{20,})"/g)].map(([, link]) => link!)
const invitedTo = (email: string) =>
  db.selectFrom('invitations').selectAll().where('email', '=', email).where('withdrawnAt', 'is', null).execute()

test('many are invited by one press: loading the answer again, or sending it again, kills no link that was handed out', async () => {
  const nia = world.as('nia')
  const sent = await nia.post(many, { rows, confirmed: 'yes', once: 'many-are-invited-once' }).expect(303)
  const links = linksIn((await nia.get(sent.get('location')!)).text)
  expect(links).toHaveLength(2)
  expect(linksIn((await nia.get(sent.get('location')!)).text)).toEqual(links)
  const again = await nia.post(many, { rows, confirmed: 'yes', once: 'many-are-invited-once' }).expect(303)
  expect(again.get('location')).toBe(sent.get('location'))
  for (const link of links) expect((await world.stranger.get(link)).status).toBe(200)
  expect(
    await db.selectFrom('invitations').selectAll().where('email', '=', 'ann@schools.example').execute(),
  ).toHaveLength(1)
})

test('what a form hands to the next page is read by the browser that sent it, for 20 minutes, and stands nowhere else', async () => {
  const nia = world.as('nia')
  const invited = { name: 'Cai', email: 'cai@schools.example', role: 'staff', school: 'bryn', theme: '' }
  const address = (await nia.post('/networks/hafren/people/invitations', invited)).get('location')!
  const [link] = linksIn((await nia.get(address)).text)
  expect(address).not.toContain(link!.split('/').at(-1))
  const kept = await db.selectFrom('handedToPages').selectAll().execute()
  expect(JSON.stringify(kept)).not.toContain('cai@schools.example')
  expect(Buffer.from(kept.at(-1)!.sealed, 'base64').toString('latin1')).not.toContain(link!.split('/').at(-1))

  expect(linksIn((await world.as('nia').get(address)).text)).toEqual([])
  expect(linksIn((await nia.get(address.replace('invitations/new', 'invitations/many'))).text)).toEqual([])
  await db.updateTable('handedToPages').set({ endsAt: '2026-01-01T00:00:00.000Z' }).execute()
  expect(linksIn((await nia.get(address)).text)).toEqual([])
  expect(await invitedTo('cai@schools.example')).toHaveLength(1)
})

test('a network that is asked for twice is made once; a form that was to be mended can be sent again', async () => {
  const alex = world.as('alex')
  const terms = ['Autumn', 'Spring', 'Summer'].flatMap((name, at) => [
    [`term${at + 1}`, name],
    [`starts${at + 1}`, `203${at}-01-01`],
    [`ends${at + 1}`, `203${at}-03-01`],
  ])
  const leader = { leaderName: 'Ann Rees', leaderEmail: 'ann@schools.example' }
  const asked = {
    name: 'Moorland',
    about: '',
    ...(Object.fromEntries(terms) as Record<string, string>),
    ...leader,
    once: 'one-network-and-no-more',
  }
  expect((await alex.post('/networks', { ...asked, name: '' })).status).toBe(422)
  const [first, second] = await Promise.all([alex.post('/networks', asked), alex.post('/networks', asked)])
  expect([first.status, second.status]).toEqual([303, 303])
  expect(second.get('location')).toBe(first.get('location'))
  expect(await db.selectFrom('networks').selectAll().where('name', '=', 'Moorland').execute()).toHaveLength(1)
})

test('every form that does something carries a key of its own', async () => {
  const alex = world.as('alex')
  const keys = async () =>
    [...(await alex.get('/networks/new')).text.matchAll(/<form [^>]*method="post"[^>]*>(?:<input type="hidden" name="once" value="([\w-]+)">)?/g)].map(found => found[1]) // prettier-ignore
  const first = await keys()
  expect(first.length).toBeGreaterThan(1)
  expect(new Set([...first, ...(await keys())]).size).toBe(2 * first.length)
})

test('a form that did what it should never answers with a page', async () => {
  const app = express().post('/', (_req, res) => show(res, 'people/over', over))
  const failed: unknown[] = []
  app.use((error: unknown, _req: express.Request, res: express.Response, _next: express.NextFunction) => {
    failed.push(error)
    res.sendStatus(500)
  })
  await new Promise<void>(done => {
    const server = createServer(app).listen(0, () => {
      const { port } = server.address() as AddressInfo
      request({ port, method: 'POST' }, () => (server.close(), done())).end()
    })
  })
  expect(String(failed[0])).toContain('answered by 303')

  const places: Record<string, string> = { group: 'reading', network: 'hafren', school: 'weir', term: 'autumn-2026' }
  for (const { path } of addressesOf(world.app).filter(one => one.method === 'post')) {
    const address = path.replace(/:(\w+)/g, (_, name: string) => places[name] ?? 'nothing')
    for (const person of ['nia', 'sadia', 'alex']) {
      const { status, type } = await world.as(person).post(address)
      expect(status === 500 || (status < 300 && type === 'text/html'), `${address} answers ${person} ${status}`).toBe(
        false,
      )
    }
  }
}, 300_000)

const over = { title: 'Over', sentences: [], action: { href: '/', text: 'Go' } }

test('whoever loses the signal before the answer is there gets it when they send again', async () => {
  const nia = await world.person('nia')
  let handled = 0
  let arrived = () => {}
  let release = () => {}
  const released = new Promise<void>(resolve => (release = resolve))
  const app = express()
  app.locals.baseUrl = world.house.baseUrl
  app.use(express.urlencoded({ extended: false }))
  app.use((_req, res, next) => ((res.locals.person = nia), next()))
  app.use(actsOnce(db))
  app.post('/slow', async (_req, res) => {
    handled++
    arrived()
    await released
    res.redirect(303, '/done')
  })
  const server = createServer(app)
  await new Promise<void>(listening => server.listen(0, listening))
  const { port } = server.address() as AddressInfo
  const sending = {
    port,
    path: '/slow',
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  }
  await new Promise<void>(lost => {
    const first = request(sending).on('error', () => lost())
    arrived = () => first.destroy(new Error('no signal'))
    first.end('once=sent-from-a-train-once')
  })
  release()
  const answer = await new Promise<{ status?: number; location?: string }>(resolve =>
    request(sending, ({ statusCode, headers }) => resolve({ status: statusCode, location: headers.location })).end(
      'once=sent-from-a-train-once',
    ),
  )
  server.close()
  expect(answer).toEqual({ status: 303, location: '/done' })
  expect(handled).toBe(1)
})
