import { afterEach, describe, expect, test } from 'vitest'
import { datesOfAll } from '../../src/networks/year.js'
import { brought } from '../../src/rooms.js'
import { standStillAt } from '../../src/web/now.js'
import { newWorld } from '../world.js'

const world = newWorld()
const tomasz = world.as('tomasz')
const at = '/networks/hafren/themes/language'
const textOf = async (person: string, address: string) => (await world.as(person).get(address)).text
const network = () => world.db.selectFrom('networks').selectAll().where('id', '=', 'hafren').executeTakeFirstOrThrow()
afterEach(() => standStillAt(null))

describe('a champion', () => {
  test('is asked by the co-leader, and nothing is said of them before they have said yes', async () => {
    expect((await tomasz.get(`${at}/champions/new`).query({ school: 'weir' })).text).toContain('Sam O’Neill')
    await tomasz.post(`${at}/champions`, { school: 'weir', why: '' }).expect(422)
    const strange = await tomasz.post(`${at}/champions`, { school: 'weir', person: 'marek', why: '' }).expect(422)
    expect(strange.text).toContain('Choose whom you ask')
    await tomasz
      .post(`${at}/champions`, { school: 'weir', person: 'sam', why: 'Everybody asks you anyway.' })
      .expect(303)
    await tomasz.post(`${at}/champions`, { school: 'weir', person: 'sam', why: '' }).expect(422)
    await world.as('sam').post(`${at}/champions`, { school: 'weir', person: 'zofia', why: '' }).expect(403)

    expect(await textOf('gwen', at)).not.toContain('Sam O’Neill')
    expect(await textOf('sam', '/')).toContain('the person to ask about Talk and reading at Weir Lane Primary')
    await world.posted()
    expect(world.letters.find(letter => letter.to === 'sam@schools.example')?.text).toContain(
      'Everybody asks you anyway.',
    )
  })

  test('says yes themselves, in their own words, and is then known to know', async () => {
    const { id } = await world.db.selectFrom('themeChampions').select('id').executeTakeFirstOrThrow()
    await tomasz.get(`${at}/champions/${id}`).expect(404)
    await tomasz.post(`${at}/champions/${id}/acceptance`, { knows: 'Words that are not theirs.' }).expect(404)
    const page = await world.as('sam').post(`${at}/champions/${id}/acceptance`, { knows: '' }).expect(422)
    expect(page.text).toContain('what colleagues can ask you about')
    await world.as('sam').post(`${at}/champions/${id}/acceptance`, { knows: 'How the shelf began.' }).expect(303)
    expect(await textOf('gwen', at)).toContain('How the shelf began.')
    const [knowsHow] = brought.inTheYear.knowsHow
    expect(await knowsHow!(world.db, await world.person('gwen'), await network())).toMatchObject([
      { name: 'Sam O’Neill', school: 'Weir Lane Primary', because: 'champion of the theme Talk and reading' },
    ])
    expect(await knowsHow!(world.db, await world.person('dilys'), await network())).toEqual([])
  })

  test('steps back, and can be asked anew', async () => {
    const { id } = await world.db.selectFrom('themeChampions').select('id').executeTakeFirstOrThrow()
    await world.as('gwen').post(`${at}/champions/${id}/stepping-back`).expect(403)
    await world.as('sam').post(`${at}/champions/${id}/stepping-back`).expect(303)
    expect(await textOf('gwen', at)).not.toContain('How the shelf began.')
    await tomasz.post(`${at}/champions`, { school: 'weir', person: 'sam', why: '' }).expect(303)
  })

  test('can say no, and only whoever asked is told', async () => {
    await tomasz.post(`${at}/champions`, { school: 'coed', person: 'alys', why: '' }).expect(303)
    const { id } = await world.db
      .selectFrom('themeChampions')
      .select('id')
      .where('personId', '=', 'alys')
      .executeTakeFirstOrThrow()
    await world.as('alys').post(`${at}/champions/${id}/refusal`).expect(303)
    expect(await textOf('alys', '/')).not.toContain('the person to ask')
    await world.posted()
    expect(world.letters.at(-1)).toMatchObject({ to: 'tomasz@schools.example' })
    await world.as('alys').post(`${at}/champions/${id}/acceptance`, { knows: 'x' }).expect(409)
  })
})

describe('a session', () => {
  const words = {
    ...{ title: 'Twenty minutes on talk partners', kind: 'sharing session', school: 'river', place: 'Library' },
    ...{ onDay: '2027-12-03', starts: '15.45', ends: '16:05', ledBy: 'Bilal', about: 'Bring one book.' },
  }
  const session = () => world.db.selectFrom('themeSessions').selectAll().executeTakeFirstOrThrow()

  test('is planned by the co-leader; what cannot be read comes back', async () => {
    const page = await tomasz.post(`${at}/sessions`, { ...words, ends: '15:40' }).expect(422)
    expect(page.text).toContain('It must end after it began')
    const spring = await tomasz
      .post(`${at}/sessions`, { ...words, onDay: '2027-03-28', starts: '01:30', ends: '02:30' })
      .expect(422)
    expect(spring.text).toContain('The clocks go forward in this hour')
    await world.as('sam').post(`${at}/sessions`, words).expect(403)
    await tomasz.post(`${at}/sessions`, words).expect(303)
    expect(await session()).toMatchObject({ startsAt: '2027-12-03T15:45:00.000Z', endsAt: '2027-12-03T16:05:00.000Z' })
    expect(await textOf('sam', at)).toContain('Twenty minutes on talk partners')
  })

  test('colleagues say that they come, and take it back; a facilitator from outside only reads', async () => {
    const own = `${at}/sessions/${(await session()).id}`
    for (const person of ['sam', 'gwen', 'huw']) await world.as(person).post(`${own}/coming`).expect(303)
    await world.as('sam').post(`${own}/coming`).expect(303)
    await world.as('huw').post(`${own}/not-coming`).expect(303)
    await world.as('fiona').get(own).expect(200)
    await world.as('fiona').post(`${own}/coming`).expect(403)
    await world.as('menna').post(`${own}/coming`).expect(404)
    const page = await textOf('mair', own)
    expect(page).toContain('Gwen Llŷr-Hughes')
    expect(page).not.toContain('Huw ap Siôn')
  })

  test('stands in the calendar, as one’s own for those who come, and follows its changes', async () => {
    const { id } = await session()
    await world.posted()
    await tomasz.post(`${at}/sessions/${id}`, { ...words, starts: '16:00', ends: '16:30' }).expect(303)
    const span = { from: '2027-12-01', until: '2027-12-31' }
    const dates = async (person: string) => {
      const who = { db: world.db, person: await world.person(person), networkIds: ['hafren'] }
      const all = await datesOfAll(brought.inTheYear.dates, { ...who, ...span })
      return all.filter(one => one.uid === `theme-session-${id}`)
    }
    expect(await dates('sam')).toMatchObject([
      { starts: '2027-12-03T16:00:00.000Z', mine: true, sequence: 1, where: 'Library, River Road Community Primary' },
    ])
    expect(await dates('imran')).toMatchObject([{ mine: false }])
    expect(await dates('dilys')).toEqual([])
    await world.posted()
    const letters = world.letters.filter(letter => letter.subject.startsWith('Changed:'))
    expect(letters.map(letter => letter.to).sort()).toEqual(['gwen@schools.example', 'sam@schools.example'])
    expect(letters[0]!.date).toMatchObject({ uid: `theme-session-${id}`, sequence: 1 })
  })

  test('once it is over it waits for its account; hours are its length times those who came', async () => {
    const own = `${at}/sessions/${(await session()).id}`
    await tomasz.post(`${own}/account`, { came: ['sam'], othersCame: '4', cameOfIt: 'x' }).expect(409)
    standStillAt('2027-12-04T09:00:00.000Z')
    expect(await textOf('tomasz', '/')).toContain('“Twenty minutes on talk partners” is over')
    await world.as('sam').post(`${own}/account`, { came: 'sam', othersCame: '4', cameOfIt: 'x' }).expect(403)
    await tomasz.post(`${own}/account`, {}).expect(422)
    const page = await tomasz.post(`${own}/account`, { came: 'sam', othersCame: 'many', cameOfIt: '' }).expect(422)
    expect(page.text).toContain('Enter how many others came')
    await tomasz.post(`${own}/account`, { came: 'sam', othersCame: '4', cameOfIt: 'Ask the child who listened.' })
    expect(await textOf('imran', own)).toContain('Ask the child who listened.')
    expect(await textOf('tomasz', '/')).not.toContain('talk partners” is over')
    const span = { from: '2027-12-01T00:00:00.000Z', until: '2028-01-01T00:00:00.000Z' }
    const hours = (await Promise.all(brought.inTheYear.hours.map(of => of(world.db, 'hafren', span)))).flat()
    expect(hours).toContainEqual({ of: 'theme sessions', hours: 2.5, times: 1 })
    await world.as('huw').post(`${own}/coming`).expect(409)
  })

  test('one that is cancelled says why to those who meant to come', async () => {
    const next = { ...words, title: 'Poems by heart', onDay: '2027-12-10' }
    const own = (await tomasz.post(`${at}/sessions`, next).expect(303)).get('location')!
    await world.as('gwen').post(`${own}/coming`).expect(303)
    await tomasz.post(`${own}/cancellation`, { because: '' }).expect(422)
    await tomasz.post(`${own}/cancellation`, { because: 'The hall has no heating.' }).expect(303)
    expect(await textOf('gwen', own)).toContain('The hall has no heating.')
    await world.posted()
    const letter = world.letters.find(one => one.subject === 'Cancelled: Poems by heart')!
    expect(letter.to).toBe('gwen@schools.example')
    expect(letter.date?.cancelledAt).not.toBeNull()
    expect((await world.as('sam').get(`${at}/sessions.csv`)).text).toContain('The hall has no heating.')
    for (const list of brought.inTheYear.lists.filter(one => ['themes', 'theme-sessions'].includes(one.name))) {
      expect(
        (await list.csv(world.db, await world.person('sam'), await network())).split('\r\n').length,
      ).toBeGreaterThan(2)
      expect(
        (await list.csv(world.db, await world.person('menna'), await network())).trim().split('\r\n'),
      ).toHaveLength(1)
    }
  })

  test('what is new is told to those who work in the network', async () => {
    const news = async (person: string) => {
      const all = await Promise.all(
        brought.inTheYear.news.map(async of =>
          of(world.db, await world.person(person), await network(), '2026-11-01T00:00:00.000Z'),
        ),
      )
      return all.flat().map(one => one.text)
    }
    expect(await news('sam')).toContain(
      'Talk and reading: a sharing session is planned, “Twenty minutes on talk partners”',
    )
    expect(await news('dilys')).toEqual([])
  })

  test('ten thousand sessions stay one page of them', async () => {
    const one = await session()
    for (let from = 0; from < 10_000; from += 500)
      await world.db
        .insertInto('themeSessions')
        .values(
          Array.from({ length: 500 }, (_, place) => ({
            ...one,
            id: `many-${from + place}`,
            startsAt: `2025-01-01T10:00:${String(place % 60).padStart(2, '0')}.000Z`,
            endsAt: '2025-01-01T11:00:00.000Z',
          })),
        )
        .execute()
    const page = await textOf('sam', `${at}/sessions?which=past`)
    expect(page.match(/many-\d+/g)!.length).toBeLessThanOrEqual(20)
    await world.db.deleteFrom('themeSessions').where('id', 'like', 'many-%').execute()
  })
})
