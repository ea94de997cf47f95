import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../src/root.js'
import { daysAfter, today } from '../../src/web/now.js'
import { posted } from '../forum/forum.js'
import { held, inDays, planned, present, usualCircles } from '../meetings/meeting.js'
import { at as money, draft } from '../resources/money.js'
import { all as reviews, roundOf, twelve } from '../reviews/reviewing.js'
import { comes, offer, offered, termAllYear, at as visits } from '../visits/visiting.js'
import { newWorld } from '../world.js'

const world = newWorld()
const { strategic } = (await usualCircles(world)) as { strategic: string }
await termAllYear(world)

const promise = /a letter\b|letters tell|by letter|weekly letter|the letters/i
const time = { starts: '16:00', ends: '17:00' }

/** What pages and notices say of letters, each by what was done. */
async function whatIsSaid(): Promise<Record<string, string>> {
  const said: Record<string, string> = {}
  const nia = world.as('nia')
  const does = async (
    what: string,
    person: string,
    address: string,
    fields: Record<string, string | string[]> = {},
  ) => {
    const sent = await world.as(person).post(address, fields)
    if (sent.status !== 303) throw new Error(`${what}: ${sent.status} ${sent.text.slice(0, 3000)}`)
    said[what] = (await world.as(person).get(sent.headers.location!)).text
    const own = await world.db.selectFrom('sessions').select('notice').where('notice', 'is not', null).execute()
    said[what] += own.map(one => one.notice).join(' ')
    await world.db.updateTable('sessions').set({ notice: null }).execute()
    return sent.headers.location!
  }
  const looks = async (what: string, person: string, address: string) => {
    const page = await world.as(person).get(address)
    expect(page.status, what).toBe(200)
    said[what] = page.text
  }

  const meeting = await does('a meeting is planned', 'nia', `/circles/${strategic}/meetings`, {
    ...{ title: 'One', on: inDays(10) },
    ...time,
  })
  await looks('moving a meeting', 'nia', `${meeting}/moving`)
  await does('a meeting is moved', 'nia', `${meeting}/moving`, { on: inDays(11), ...time })
  await does('a guest is invited', 'nia', `${meeting}/guests`, { person: 'fiona' })
  await nia.send(`${meeting}/papers`).field('title', 'The works').field('href', '/published').expect(303)
  await does('papers are ready', 'nia', `${meeting}/papers/readiness`)
  await looks('cancelling a meeting', 'nia', `${meeting}/cancellation`)
  await does('a meeting is cancelled', 'nia', `${meeting}/cancellation`, { because: 'Snow.' })
  const over = await held(world, 'nia', strategic, 1)
  await present(world, 'nia', over, ['imran', 'nia'])
  await looks('opening minutes', 'nia', `${over}/minutes`)
  await does('minutes are open', 'nia', `${over}/minutes/opening`)

  const round = await roundOf(world, { people: twelve, title: 'Seen', open: false })
  await does('a review is opened', 'nia', `${reviews}/${round}/opening`)
  await looks('leading a review', 'nia', `${reviews}/${round}`)
  await does('a review reminds', 'nia', `${reviews}/${round}/reminder`)
  await looks('closing a review', 'nia', `${reviews}/${round}/closing`)

  await looks('posting in the forum', 'sam', '/networks/hafren/forum/new?kind=come')
  const soon = daysAfter(today(), 14)
  const post = await posted(world, 'sam', { kind: 'come', sentence: 'Would you like to come?', onDay: soon })
  await looks('a post of one’s own', 'sam', post)
  await looks('changing a post', 'sam', `${post}/edit`)
  await does('a post is followed', 'huw', `${post}/following`, { follow: 'yes' })
  await does('a date is called off', 'sam', `${post}/date/cancellation`)

  const { slotAddress } = await offered(world, 'sam', { places: '5' })
  await does('a visit is offered', 'sam', visits, offer({ title: 'Another' }))
  await does('a place is taken', 'huw', `${slotAddress}/booking`, comes)
  await looks('moving a visit', 'sam', `${slotAddress}/move`)
  await looks('cancelling a visit', 'sam', `${slotAddress}/cancellation`)

  const own = await draft(world, 'sam')
  await does('a claim is sent', 'sam', `${own}/sending`)
  await does('an evening is set up', 'nia', `${money}/evenings`, {
    ...{ title: 'Our data', heldOn: '2027-02-04', place: 'Ysgol y Bryn', about: '', schools: ['bryn'] },
    ...time,
  })

  const theme = '/networks/hafren/themes/language'
  const words = { title: 'Poems', kind: 'sharing session', school: 'river', place: 'Library', onDay: '2027-12-03' }
  const session = await world
    .as('tomasz')
    .post(`${theme}/sessions`, { ...words, ...time, ledBy: 'Bilal', about: 'Bring one book.' })
    .expect(303)
  await world.as('sam').post(`${session.headers.location!}/coming`).expect(303)
  await looks('cancelling a session', 'tomasz', `${session.headers.location!}/cancellation`)
  await looks('a note on a theme', 'tomasz', `${theme}/notes/autumn-2026`)

  const judged = await world
    .as('sam')
    .post('/networks/hafren/moderation', { title: 'Recounts', about: 'Of Year 4', judgeBy: '2099-12-11' })
    .expect(303)
  await does('a wish to judge', 'huw', `${judged.headers.location!}/wish`, { word: '' })
  return said
}

test('where letters leave, what is told by letter says so', async () => {
  for (const [what, page] of Object.entries(await whatIsSaid())) expect(promise.test(page), what).toBe(true)
})

test('where no letters leave, no page and no notice promises one', async () => {
  Object.assign(world.house.mail, { leaves: false, send: () => Promise.resolve(false) })
  for (const [what, page] of Object.entries(await whatIsSaid()))
    expect({ what, promises: promise.exec(page)?.[0] }).toEqual({ what, promises: undefined })
})

test('what Your day is said to tell stands there', async () => {
  const day = async (person: string) => (await world.as(person).get('/')).text
  expect(await day('dilys')).toContain('You are invited to “Our data”')
  expect(await day('imran')).toContain('can be read')
  expect(await day('kasia')).toContain('Seen')
  await planned(world, 'nia', strategic, { title: 'Found', on: inDays(9) })
  expect(await day('imran')).toContain('“Found” meets on')
})

test('letters are promised by one way alone', () => {
  const files = ['views', 'src'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(one => join(folder, one)),
  )
  const promising = files.filter(
    file =>
      /\.(ts|ejs)$/.test(file) &&
      !/^src\/(mail|demo|help|weekly-letter)\/|^views\/weekly-letter\/|(letters|followers|room)\.ts$/.test(file) &&
      /gets? a letter\b|told by letter|['" ]your weekly letter|in (the|their) weekly letter|letter tells/i.test(
        readFileSync(join(root, file), 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, ''),
      ),
  )
  // With `mailed`, these two say both.
  expect(promising).toEqual(['views/people/hand-over-link.ejs'])
})
