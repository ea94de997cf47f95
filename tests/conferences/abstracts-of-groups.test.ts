import { beforeAll, describe, expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()
let conference: string
let booklet: string
const abstract = () => `/groups/reading/conference-abstracts/${conference}`

beforeAll(async () => {
  const nia = world.as('nia')
  await nia.post('/networks/hafren/conferences', { title: 'Reading day', heldOn: '2099-06-01', place: 'Y Bryn' })
  const { id } = await world.db.selectFrom('conferences').select('id').executeTakeFirstOrThrow()
  conference = id
  booklet = `/networks/hafren/conferences/${id}/booklet`
  const session = { starts: '10:00', ends: '10:45', room: 'Hall', people: 'Sadia' }
  await nia.post(`/networks/hafren/conferences/${id}/sessions`, { ...session, title: 'Comics', group: 'reading' })
  await nia.post(`/networks/hafren/conferences/${id}/sessions`, { ...session, title: 'Talk', room: '3', group: 'talk' })
})

describe('a group writes its own abstract', () => {
  test('its lead learner is reminded until it is written, and it is linked from the programme', async () => {
    expect((await world.as('sadia').get('/')).text).toContain('Write the abstract')
    expect((await world.as('sam').get(`/networks/hafren/conferences/${conference}`)).text).toContain(abstract())
    expect((await world.as('nia').get(`/networks/hafren/conferences/${conference}`)).text).not.toContain(abstract())
  })

  test('nobody else writes it, and a conference without a session of the group has no place for one', async () => {
    expect((await world.as('nia').post(abstract(), { words: 'Ours' })).status).toBe(403)
    expect((await world.as('ruth').get(abstract())).status).toBe(404)
    expect((await world.as('sadia').get('/groups/reading/conference-abstracts/none')).status).toBe(404)
  })

  test('too many words come back, and what is written stands in the booklet', async () => {
    const long = await world.as('sadia').post(abstract(), { words: 'We wondered. '.repeat(200) })
    expect(long.status).toBe(422)
    expect(long.text).toContain('We wondered. We wondered.')
    const shown = await world.as('sadia').led(abstract(), { words: 'Comics go round, and **books** follow.' })
    expect(shown.text).toContain('<strong>books</strong>')
    expect((await world.as('sadia').get(abstract())).text).toContain('Comics go round')
    expect((await world.as('sadia').get('/')).text).not.toContain('Write the abstract')
    expect((await world.history('reading'))[0]!.did).toContain('what the booklet of “Reading day” says')
  })

  test('empty words give the place back to what the group published', async () => {
    await world.as('sam').post(abstract(), { words: '' })
    expect((await world.as('sam').get(booklet)).text).toContain('still at work')
    await world.as('sam').post(abstract(), { words: 'Comics go round.' })
  })
})

describe('the booklet is opened to governors and facilitators', () => {
  test('before it is opened it does not exist for them', async () => {
    for (const person of ['dilys', 'fiona']) expect((await world.as(person).get(booklet)).status, person).toBe(404)
  })

  test('only the network leader opens it; then they find it on their day, and read of groups that wrote', async () => {
    const guests = `/networks/hafren/conferences/${conference}/guests`
    expect((await world.as('sadia').post(guests, { open: 'yes' })).status).toBe(403)
    await world.as('nia').post(guests, { open: 'yes' })
    for (const person of ['dilys', 'fiona']) {
      expect((await world.as(person).get('/')).text, person).toContain(booklet)
      const shown = await world.as(person).get(booklet)
      expect(shown.status, person).toBe(200)
      expect(shown.text).toContain('Comics go round.')
      expect(shown.text).not.toContain('still at work')
      expect((await world.as(person).get(`${booklet}.pdf`)).status).toBe(200)
      expect((await world.as(person).get(`/networks/hafren/conferences/${conference}`)).status).toBe(404)
    }
    expect((await world.as('ruth').get(booklet)).status).toBe(404)
    expect((await world.stranger.get(booklet)).status).not.toBe(200)
    expect((await world.as('imran').get(booklet)).text).toContain('still at work')
  })

  test('closed again, it is gone for them', async () => {
    await world.as('nia').post(`/networks/hafren/conferences/${conference}/guests`, { open: 'no' })
    expect((await world.as('dilys').get(booklet)).status).toBe(404)
  })
})
