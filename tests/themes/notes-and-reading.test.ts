import { describe, expect, test } from 'vitest'
import { textOfBlocks } from '../../src/documents/to-text.js'
import { brought } from '../../src/rooms.js'
import { enterStates, secret } from '../house/states.js'
import { renewAll } from '../reach/kept.js'
import { newWorld } from '../world.js'

const world = newWorld()
await enterStates(world)
await world.db.deleteFrom('texts').where('kind', '=', 'theme-term').execute()
const tomasz = world.as('tomasz')
const at = '/networks/hafren/themes/language'
const textOf = async (person: string, address: string) => (await world.as(person).get(address)).text

const owner = 'language~hafren-autumn-2026'

async function crossReading(): Promise<string> {
  const network = await world.db.selectFrom('networks').selectAll().where('id', '=', 'hafren').executeTakeFirstOrThrow()
  const term = await world.db
    .selectFrom('terms')
    .selectAll()
    .where('id', '=', 'hafren-autumn-2026')
    .executeTakeFirstOrThrow()
  const part = brought.inTheYear.reportParts.find(one => one.part === 'cross-reading')!
  return textOfBlocks(await part.blocks(world.db, network, term, { from: '', until: '9' }))
}

describe('the note to the circle', () => {
  test('is the leaders’ and co-leader’s own until it is sent, then everybody’s who works in the network', async () => {
    const note = `/texts/theme-term/${owner}/note`
    await tomasz.post(`${at}/notes/autumn-2026/sending`).expect(409)
    await tomasz.post(note, { body: 'Two groups found the same thing.', version: 0 }).expect(303)
    for (const person of ['sam', 'imran', 'gwen', 'menna', 'ruth'])
      await world.as(person).post(note, { body: 'x', version: 1 }).expect(404)
    expect(await textOf('sam', `${at}/notes`)).not.toContain('Two groups found the same thing.')
    await world.as('sam').get(`${at}/notes/autumn-2026`).expect(404)

    await tomasz.post(`${at}/notes/autumn-2026/sending`).expect(303)
    expect(await textOf('sam', `${at}/notes`)).toContain('Two groups found the same thing.')
    await world.posted()
    const told = world.letters.filter(one => one.subject === 'A note on Talk and reading').map(one => one.to)
    expect(told.sort()).toEqual(['nia@schools.example', 'rhian@schools.example'])
  })

  test('begins the co-leader’s part of the termly report, and writes nothing over', async () => {
    const led = await tomasz.post(`${at}/notes/autumn-2026/report`).expect(303)
    expect(led.get('location')).toBe('/networks/hafren/reports/autumn-2026#f-theme-language')
    expect(await textOf('tomasz', '/networks/hafren/reports/autumn-2026')).toContain('Two groups found the same thing.')
    await tomasz.post(`${at}/notes/autumn-2026/report`).expect(409)
  })
})

describe('reading across the groups', () => {
  test('shows shared claims alone, to those who may read them, with the evidence that they may see', async () => {
    const page = await textOf('tomasz', `${at}/reading`)
    expect(page).toContain(secret('claim-shared'))
    expect(page).not.toContain(secret('claim-inside'))
    expect(await textOf('nia', `${at}/reading`)).toContain(secret('claim-shared'))
    expect(await textOf('imran', `${at}/reading`)).toContain(secret('claim-shared'))
    for (const person of ['kasia', 'alys', 'gwen'])
      expect(await textOf(person, `${at}/reading`)).not.toContain(secret('claim-shared'))
    await world.as('dilys').get(`${at}/reading`).expect(404)
    // A co-leader sees what is shared with the network; what is the group’s own is no part of any count.
    expect(/For:<\/strong> (\d+) piece/.exec(page)![1]).toBe('2')
    expect(/For:<\/strong> (\d+) piece/.exec(await textOf('sadia', `${at}/reading`))![1]).toBe('4')
  })

  test('reads by words; the co-leader puts a claim under one, or takes it out', async () => {
    await tomasz.post(`${at}/reading/words`, { strand: '' }).expect(422)
    await tomasz.post(`${at}/reading/words`, { strand: 'secret' }).expect(303)
    await tomasz.post(`${at}/reading/words`, { strand: 'Secret' }).expect(409)
    await world.as('sam').post(`${at}/reading/words`, { strand: 'mine' }).expect(403)
    expect(await textOf('tomasz', `${at}/reading`)).not.toContain('Claims under no word')
    const { id } = await world.db.selectFrom('themeStrands').select('id').executeTakeFirstOrThrow()
    await tomasz.post(`${at}/reading/words/${id}/claims/claim-inside`, { belongs: 'yes' }).expect(404)
    await tomasz.post(`${at}/reading/words/${id}/claims/claim-shared`, { belongs: 'no' }).expect(303)
    expect(await textOf('tomasz', `${at}/reading`)).toContain('Claims under no word')
    await tomasz.post(`${at}/reading/words/${id}/claims/claim-shared`, { belongs: 'yes' }).expect(303)
    await tomasz.post(`${at}/reading/words/${id}/removal`).expect(303)
  })

  test('a group shares the names of codes; the theme is read by them, and by no other code', async () => {
    expect(await textOf('tomasz', `${at}/reading`)).not.toContain(secret('code'))
    await tomasz.get(`${at}/reading/codes/reading`).expect(404)
    await world.as('gwen').get(`${at}/reading/codes/reading`).expect(404)
    expect(await textOf('sam', `${at}/reading/codes/reading`)).toContain(secret('code'))
    await world.as('sam').post(`${at}/reading/codes/reading`, { codes: 'code' }).expect(303)
    expect(await textOf('tomasz', `${at}/reading`)).toContain(`Read by “${secret('code')}”`)
    await tomasz.post(`${at}/reading/words`, { strand: secret('code') }).expect(303)
    const page = await textOf('tomasz', `${at}/reading`)
    expect(page.indexOf(secret('claim-shared'))).toBeGreaterThan(page.indexOf(`<h2>${secret('code')}</h2>`))
    expect(page).not.toContain('Claims under no word')
    await world.as('sam').post(`${at}/reading/codes/reading`, {}).expect(303)
    expect(await textOf('tomasz', `${at}/reading`)).toContain('Claims under no word')
  })

  test('its schools stand under the pseudonyms that the group has chosen', async () => {
    await world.db.insertInto('evidenceSchools').values({ evidenceId: 'with-network', schoolId: 'bryn' }).execute()
    await renewAll(world.db)
    expect(await textOf('tomasz', `${at}/reading`)).toContain('from Ysgol y Bryn')
    const pseudonym = { kind: 'school', school: 'bryn', name: '', also: '', pseudonym: 'School A' }
    await world.as('sadia').post('/groups/reading/pseudonyms', pseudonym).expect(303)
    const page = await textOf('tomasz', `${at}/reading`)
    expect(page).toContain('from School A')
    expect(page).not.toContain('from Ysgol y Bryn')
  })

  test('the summary goes into the termly report only once the co-leader says so', async () => {
    const summary = `/texts/theme-term/${owner}/reading`
    await tomasz.post(`${at}/reading/autumn-2026/release`).expect(409)
    await tomasz.post(summary, { body: 'Both groups saw that **choosing takes time**.', version: 0 }).expect(303)
    expect(await textOf('sam', `${at}/reading`)).not.toContain('choosing takes time')
    expect(await crossReading()).toBe('')

    await world.as('sam').post(`${at}/reading/autumn-2026/release`).expect(403)
    await tomasz.post(`${at}/reading/autumn-2026/release`).expect(303)
    expect(await textOf('sam', `${at}/reading`)).toContain('choosing takes time')
    expect(await crossReading()).toContain('Both groups saw that choosing takes time.')
    expect(await textOf('nia', '/networks/hafren/reports/autumn-2026')).toContain('Across the groups of each theme')

    await tomasz.post(`${at}/reading/autumn-2026/holding-back`).expect(303)
    expect(await crossReading()).toBe('')
    expect(await textOf('sam', `${at}/reading`)).not.toContain('choosing takes time')
  })
})

describe('both halves of a co-leader’s work', () => {
  test('say what is due next, across the network and in the own school', async () => {
    const page = await textOf('tomasz', `${at}/leading`)
    expect(page).toContain('Across the network')
    expect(page).toContain('Read them side by side')
    expect(page).toContain('At River Road Community Primary')
    expect(page).toContain('Owen O’Brien')
    expect(page).toContain('Bilal Ahmed')
    for (const person of ['nia', 'sam']) await world.as(person).get(`${at}/leading`).expect(404)
  })
})

test('a group’s page leads to its theme', async () => {
  expect(await textOf('sadia', '/groups/reading')).toContain(`href="${at}"`)
})
