import { describe, expect, test } from 'vitest'
import { listenTo } from '../questions-asked.js'
import { newWorld } from '../world.js'
import { held, inDays, itemOf, planned, present, usualCircles } from './meeting.js'

const world = newWorld()
const listening = listenTo(world.house)
const { strategic, operational } = (await usualCircles(world)) as { strategic: string; operational: string }

describe('a meeting that two circles hold together', () => {
  test('gives what was agreed to the next agenda of each, and its minutes to both', async () => {
    const both = await planned(world, 'nia', strategic, {
      title: 'At one table',
      on: inDays(-9),
      together: [operational],
    })
    const bus = await itemOf(world, 'nia', both, 'The bus')
    await present(world, 'nia', both, ['nia', 'mair', 'tomasz'])
    const agreed = { what: 'Ring the bus firm', owner: 'tomasz', dueOn: inDays(30) }
    await world.as('nia').post(`${both}/items/${bus}/actions`, agreed).expect(303)
    for (const circle of [strategic, operational]) {
      const next = await planned(world, 'nia', circle, { on: inDays(circle === strategic ? 12 : 13) })
      const { text } = await world.as('nia').get(next)
      expect(text).toContain('Ring the bus firm')
      expect(text).toContain(`href="${both}/minutes"`)
      expect((await world.as('nia').get(`/circles/${circle}`)).text).toContain('Ring the bus firm')
    }
  })
})

describe('minutes as a file', () => {
  test('are none before the meeting, and that is said calmly', async () => {
    const coming = await planned(world, 'nia', strategic, { title: 'Still to come', on: inDays(20) })
    for (const ending of ['pdf', 'docx']) {
      const { status, text } = await world.as('nia').get(`${coming}/minutes.${ending}`)
      expect(status).toBe(404)
      expect(text).toContain('There are no minutes yet')
      expect((await world.as('sam').get(`${coming}/minutes.${ending}`)).text).toContain('There are no minutes yet')
      const ruth = await world.as('ruth').get(`${coming}/minutes.${ending}`)
      expect(ruth.text).not.toContain('There are no minutes yet')
    }
    await world.as('nia').post(`${coming}/cancellation`, { because: 'Snow' }).expect(303)
    expect((await world.as('nia').get(`${coming}/minutes.pdf`)).text).toContain('The meeting was cancelled')
  })
})

describe('in a large circle', () => {
  test('an agenda holds thirty of what is open, and says how many more there are', async () => {
    const last = await held(world, 'nia', operational, 3, 'Much agreed')
    const item = await itemOf(world, 'nia', last, 'Everything')
    const agreed = { owner: 'nia', dueOn: inDays(40) }
    for (let one = 0; one < 34; one++)
      await world
        .as('nia')
        .post(`${last}/items/${item}/actions`, { ...agreed, what: `Thing number ${one}` })
        .expect(303)
    const { text } = await world.as('nia').get(await planned(world, 'nia', operational, { on: inDays(25) }))
    expect(text.match(/Thing number/g)).toHaveLength(29)
    expect(text).toContain('5 more are open')
    expect((await world.as('nia').get('/')).text.match(/Thing number/g)!.length).toBeLessThanOrEqual(40)
  })

  test('an item of an agenda is put in order by two forms, so that sixty of them are a short page', async () => {
    const meeting = await planned(world, 'nia', operational, { on: inDays(26) })
    await itemOf(world, 'nia', meeting, 'The first of many')
    await itemOf(world, 'nia', meeting, 'The last of few')
    const few = (await world.as('nia').get(meeting)).text.length
    for (let one = 0; one < 20; one++) await itemOf(world, 'nia', meeting, `Item number ${one}`)
    const many = await world.as('nia').get(meeting)
    expect((many.text.length - few) / 20).toBeLessThan(1500)
    const row = await world.db
      .selectFrom('agendaItems')
      .select('id')
      .where('title', '=', 'Item number 7')
      .executeTakeFirstOrThrow()
    const [item] = many.text.slice(many.text.indexOf(`id="item-${row.id}"`)).split('</li>')
    expect(item!.match(/<form/g)).toHaveLength(2)
    expect(item!.match(/<button[^>]*(name="[a-z]+" value="[a-z]+")/g)).toHaveLength(4)
  })

  test('who sees to something is chosen on a page of its own, so that minutes stay short', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => `many-${n}`)
    const at = '2025-09-01T08:00:00.000Z'
    for (const id of ids) {
      await world.db
        .insertInto('people')
        .values({
          ...{ id, name: `Colleague ${id}`, email: `${id}@schools.example`, passwordHash: null, createdAt: at },
          ...{ administratorSince: null, disabledAt: null, disabledBy: null },
        })
        .execute()
      await world.db
        .insertInto('networkRoles')
        .values({
          ...{
            id: `role-${id}`,
            networkId: 'hafren',
            personId: id,
            role: 'headteacher',
            schoolId: 'weir',
            themeId: null,
          },
          ...{ beganAt: at, beganBy: null, endedAt: null, endedBy: null },
        })
        .execute()
    }
    const meeting = await held(world, 'nia', strategic, 1, 'A full hall')
    const item = await itemOf(world, 'nia', meeting, 'Chairs')
    const { text } = await world.as('nia').get(`${meeting}/minutes`)
    const page = `${meeting}/items/${item}/actions`
    expect(text).toContain(`href="${page}"`)
    expect((await world.as('nia').get(page)).text).toContain('Colleague many-59')
    expect((await world.as('sam').get(page)).status).toBe(403)
  })

  test('the meetings to which something may be taken are asked for at once', async () => {
    for (let days = 30; days < 45; days++) await planned(world, 'nia', strategic, { on: inDays(days) })
    const asked = await listening(() => world.as('nia').get('/networks/hafren/forum/talk'))
    expect(asked.filter(one => one.sql.startsWith('select * from "meetings" where "id"')).length).toBeLessThan(2)
  })
})
