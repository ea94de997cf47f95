import { beforeEach, describe, expect, test } from 'vitest'
import { newWorld } from '../world.js'
import { all, allSay, answer, close, letTimePass, roundOf, rowOf, twelve } from './reviewing.js'

const world = newWorld()
beforeEach(() => letTimePass(world))
const words = {
  instrument: 'sharing-leadership',
  title: 'How we lead together, autumn 2026',
  why: 'Two of us move on in the summer.',
  company: 'the heads and the leaders',
  roles: ['headteacher', 'network leader'],
  answerBy: '2099-12-11',
}

describe('a network leader begins a review', () => {
  test('which asks nobody before it is opened, then everybody by letter, with its last day', async () => {
    const page = await world.as('nia').led(all, words)
    expect(page.text).toContain('people will be asked')
    const address = page.request.url.replace(/^.*?(\/networks)/, '$1')
    expect((await world.as('mair').get(address)).status).toBe(404)
    expect(world.letters).toEqual([])

    await world.as('nia').post(`${address}/opening`).expect(303)
    await world.posted()
    const letters = world.letters.filter(one => one.subject.startsWith('You are asked'))
    expect(letters.map(one => one.to)).toContain('mair@schools.example')
    expect(letters[0]!.date?.starts).toBe('2099-12-11')
    expect(letters[0]!.text).toContain('Two of us move on in the summer.')
    expect((await world.as('mair').get(address)).text).toContain('Begin answering')
    expect((await world.as('mair').get('/')).text).toContain('Answer it')
  })

  test('in the words that they typed, where something has to be mended', async () => {
    const page = await world.as('nia').post(all, { ...words, title: '', instrument: 'nothing' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Two of us move on in the summer.')
    expect(page.text).toContain('Give the review a name')
    expect((await world.as('nia').post(all, { ...words, answerBy: '2026-02-30' })).text).toContain('in the calendar')
    expect((await world.as('nia').post(all, { ...words, surprise: 'x' })).status).toBe(422)
  })

  test('and nobody else does, but a co-leader for the people of their theme', async () => {
    for (const person of ['sam', 'imran', 'sadia']) {
      expect((await world.as(person).get(`${all}/new`)).status).toBe(403)
      expect((await world.as(person).post(all, words)).status).toBe(403)
    }
    expect((await world.as('tomasz').get(`${all}/new`)).text).toContain('Talk and reading')
    expect((await world.as('tomasz').post(all, { ...words, theme: 'world' })).status).toBe(422)
    const made = await world.as('tomasz').led(all, { ...words, roles: [], theme: 'language' })
    expect(made.text).toContain('Sadia Qureshi')
    expect(made.text).not.toContain('Kasia')
  })

  test('with five people at least', async () => {
    const id = await roundOf(world, { people: ['nia', 'sam', 'gwen', 'mair'], open: false })
    const page = await world.as('nia').post(`${all}/${id}/opening`)
    expect(page.status).toBe(422)
    expect(page.text).toContain('five people')
  })
})

describe('who is asked', () => {
  test('grows by role, by school, by name, and by an outsider’s address', async () => {
    const id = await roundOf(world, { people: [], open: false })
    const at = `${all}/${id}/company`
    expect((await world.as('nia').led(at, { roles: ['headteacher'], schools: ['weir'] })).text).toContain(
      'Imran Siddiqui',
    )
    expect((await world.as('nia').led(`${at}/people`, { person: 'sam' })).text).toContain('O’Neill')
    await world.as('nia').post(`${at}/outsiders`, { email: 'ruth@schools.example', stands: 'peer' }).expect(303)
    expect((await world.as('nia').get(at)).text).toContain('Neighbours')
    const unknown = await world.as('nia').post(`${at}/outsiders`, { email: 'nobody at all', stands: 'peer' })
    expect(unknown.status).toBe(422)
    expect(unknown.text).toContain('Enter an email address like name@school.example')
    expect((await world.as('nia').post(at, {})).text).toContain('Tick a role, a school or a company')
    expect((await world.as('nia').post(`${at}/people`, { person: 'ruth' })).status).toBe(422)
    expect((await world.as('nia').led(`${at}/sam/removal`)).text).not.toContain(
      'Leave out<span class="govuk-visually-hidden"> Sam',
    )
    expect((await world.as('mair').get(at)).status).toBe(404)
  })

  test('those who are added once it is open get a letter of their own', async () => {
    const id = await roundOf(world, { people: twelve, title: 'Added later' })
    await world.posted()
    world.letters.length = 0
    await world.as('nia').post(`${all}/${id}/company/people`, { person: 'zofia' }).expect(303)
    await world.posted()
    expect(world.letters.map(one => one.to)).toEqual(['zofia@schools.example'])
  })
})

describe('while it is open', () => {
  test('it reminds once, those alone who have not finished', async () => {
    const id = await roundOf(world, { people: twelve, title: 'Reminded' })
    await answer(world, id, allSay(twelve.slice(0, 7), { 'l-trust': '3' }))
    await world.posted()
    world.letters.length = 0
    await world.as('nia').post(`${all}/${id}/reminder`).expect(303)
    await world.posted()
    expect(world.letters.map(one => one.to.split('@')[0]).sort()).toEqual(twelve.slice(7).sort())
    expect((await world.as('nia').post(`${all}/${id}/reminder`)).status).toBe(409)
  })

  test('nobody sees a spread, a number of answers, or who has answered, not even its leader', async () => {
    const id = await roundOf(world, { people: twelve, title: 'Watched' })
    const look = async () => {
      const pages = ['', '/spread', '/spread.csv', '/spread.pdf', '/company', '/telling', '/chosen/new']
      const seen = await Promise.all(pages.map(one => world.as('nia').get(`${all}/${id}${one}`)))
      return seen.map(
        one => `${one.status} ${one.text?.replace(/name="once" value="[^"]+"/g, '').replace(/nonce-[^']+/g, '')}`,
      )
    }
    const before = await look()
    await answer(world, id, allSay(twelve.slice(4), { 'l-trust': '1' }))
    expect(await look()).toEqual(before)
    expect(before.slice(1, 4).map(one => one.slice(0, 3))).toEqual(['404', '404', '404'])
  })

  test('it is given another last day, and those who ask for none are told', async () => {
    const id = await roundOf(world, { people: twelve })
    await world.as('nia').post(`${all}/${id}/last-day`, { answerBy: '2099-12-20' }).expect(303)
    expect((await rowOf(world, id)).answerBy).toBe('2099-12-20')
    expect((await world.as('nia').post(`${all}/${id}/last-day`, { answerBy: '' })).status).toBe(422)
    for (const person of ['sam', 'mair'])
      expect((await world.as(person).post(`${all}/${id}/last-day`, { answerBy: '2099-12-20' })).status).toBe(403)
  })
})

describe('when it is closed', () => {
  test('those who were asked and the leaders see the spread; colleagues know only that there was one', async () => {
    const id = await roundOf(world, { people: twelve.filter(one => one !== 'rhian'), title: 'Seen by some' })
    await answer(world, id, allSay(twelve.slice(3), { 'l-trust': '2' }))
    await world.posted()
    await close(world, id)
    await world.posted()
    for (const person of ['nia', 'rhian', 'sam', 'mair'])
      expect((await world.as(person).get(`${all}/${id}/spread`)).status).toBe(200)
    for (const person of ['zofia', 'huw', 'carys']) {
      expect((await world.as(person).get(`${all}/${id}`)).status).toBe(200)
      for (const what of ['/spread', '/spread.csv', '/spread.pdf', '/spread.docx'])
        expect((await world.as(person).get(`${all}/${id}${what}`)).status).toBe(404)
    }
    for (const person of ['dilys', 'fiona', 'ruth', 'alex'])
      expect((await world.as(person).get(`${all}/${id}`)).status).toBe(404)
    expect(world.letters.filter(one => one.subject === 'Closed: Seen by some')).toHaveLength(11)
  })

  test('a governor and a facilitator who were asked see it too, and no other place of the network', async () => {
    const id = await roundOf(world, {
      people: [...twelve, 'dilys'],
      outsiders: [{ id: 'fiona', stands: 'facilitator' }],
      title: 'With guests',
    })
    expect((await world.as('fiona').get(all)).text).toContain('With guests')
    expect((await world.as('fiona').get(all)).text).not.toContain('Watched')
    expect((await world.as('dilys').get(`${all}/${id}/answer`)).status).toBe(200)
    await answer(world, id, allSay([...twelve, 'dilys'], { 'p-why': '3' }))
    await answer(world, id, { fiona: { 'p-why': '1' } })
    await close(world, id)
    for (const person of ['dilys', 'fiona']) {
      const page = await world.as(person).get(`${all}/${id}/spread`)
      expect(page.status).toBe(200)
      expect(page.text).toContain('Mostly: 13')
      expect(page.text).not.toContain('Not yet: 1')
    }
    expect((await world.as('fiona').get(`${all}/${id}`)).text).toContain('Fewer than five answered')
    for (const what of ['/instruments/sharing-leadership', '.csv'])
      expect((await world.as('fiona').get(`${all}${what}`)).status).toBe(404)
  })

  test('with four answers, or none, nothing is shown, and what was said is erased', async () => {
    for (const said of [twelve.slice(0, 4), []]) {
      const id = await roundOf(world, { people: twelve, title: `${said.length} answers` })
      await answer(
        world,
        id,
        allSay(said, { 'l-trust': '1', 'l-words': 'Only I would write this', 'l-words.share': 'yes' }),
      )
      await close(world, id)
      const page = await world.as('nia').get(`${all}/${id}`)
      expect(page.text).toContain('Fewer than five answered, so nothing is shown')
      expect((await world.as('nia').get(`${all}/${id}/spread`)).status).toBe(404)
      const rows = await world.db.selectFrom('reviewAnswers').selectAll().where('roundId', '=', id).execute()
      expect(rows).toEqual([])
      expect((await rowOf(world, id)).outcome).toBe('{"self":{"state":"few"}}')
    }
  })

  test('it cannot be closed twice, nor answered', async () => {
    const id = await roundOf(world, { people: twelve })
    await close(world, id)
    expect((await world.as('nia').post(`${all}/${id}/closing`)).status).toBe(409)
    expect((await world.as('sam').get(`${all}/${id}/answer/1`)).status).toBe(409)
    expect((await world.as('sam').post(`${all}/${id}/answer/1`, { 'q-l-trust': '2' })).status).toBe(409)
    expect((await world.as('sam').post(`${all}/${id}/closing`)).status).toBe(403)
  })
})

test('somebody who has left the network is asked no more, and what they said still counts', async () => {
  const id = await roundOf(world, { people: twelve, title: 'One leaves' })
  await answer(world, id, allSay(['ifan', 'sam', 'gwen', 'mair', 'kasia'], { 'l-trust': '4' }))
  await world.db
    .updateTable('networkRoles')
    .set({ endedAt: '2026-01-01T00:00:00.000Z' })
    .where('personId', '=', 'ifan')
    .execute()
  expect((await world.as('ifan').get(`${all}/${id}/answer/1`)).status).toBe(404)
  await close(world, id)
  expect((await world.as('sam').get(`${all}/${id}/spread`)).text).toContain('Right across: 5')
  expect((await world.as('ifan').get(`${all}/${id}/spread`)).status).toBe(404)
  await world.db.updateTable('networkRoles').set({ endedAt: null }).where('personId', '=', 'ifan').execute()
})
