import { describe, expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()
const tomasz = world.as('tomasz')
const nia = world.as('nia')
const at = '/networks/hafren/themes/language'

const textOf = async (person: string, address: string) => (await world.as(person).get(address)).text

describe('a theme', () => {
  test('is read by those who work in the network and by facilitators of its groups, and by nobody else', async () => {
    for (const person of ['nia', 'tomasz', 'sadia', 'sam', 'imran', 'alys', 'fiona'])
      expect(await textOf(person, at)).toContain('Talk and reading')
    for (const person of ['dilys', 'menna', 'gareth', 'alex', 'ruth', 'yusra'])
      await world.as(person).get(at).expect(404)
    await world.as('fiona').get('/networks/hafren/themes/world').expect(404)
    await world.as('ruth').get('/networks/harbour/themes/language').expect(404)
  })

  test('shows the groups that somebody may read, with where each stands', async () => {
    expect(await textOf('sadia', at)).toContain('href="/groups/reading"')
    expect(await textOf('alys', at)).toContain('href="/groups/talk/joining"')
    const page = await textOf('fiona', at)
    expect(page).toContain('Reading by choice')
    expect(page).not.toContain('Talk in mathematics')
  })

  test('its co-leader changes what is said of it; others only look', async () => {
    const words = { name: 'Talk and reading', about: 'What children say.', focus: 'We want to hear them choose.' }
    await tomasz.post(at, words).expect(303)
    expect(await textOf('sam', at)).toContain('We want to hear them choose.')
    for (const person of ['sam', 'sadia', 'imran', 'fiona']) await world.as(person).post(at, words).expect(403)
    const page = await tomasz.post(at, { ...words, name: '' }).expect(422)
    expect(page.text).toContain('Give the theme a name')
    expect(page.text).toContain('We want to hear them choose.')
  })

  test('is renamed, and the old name still finds it', async () => {
    await nia.post('/networks/hafren/themes', { name: 'Words at play', about: 'Games with words.' }).expect(303)
    const { id } = await world.db
      .selectFrom('themes')
      .select('id')
      .where('name', '=', 'Words at play')
      .executeTakeFirstOrThrow()
    await nia.post(`/networks/hafren/themes/${id}`, { name: 'Language games', about: '', focus: '' }).expect(303)
    const page = await textOf('sam', `/networks/hafren/themes/${id}`)
    expect(page).toContain('Language games')
    expect(page).toContain('“Words at play”')
    await world.posted()
    expect((await world.as('sam').get('/search').query({ q: 'Words at play' })).text).toContain('Language games')
    expect((await world.as('ruth').get('/search').query({ q: 'Words at play' })).text).not.toContain('Language games')
  })

  test('is added by a network leader alone', async () => {
    await tomasz.post('/networks/hafren/themes', { name: 'Mine', about: '' }).expect(403)
    await nia.post('/networks/hafren/themes', { name: '', about: '' }).expect(422)
  })

  test('is closed with a word, goes from the choices of new groups, and is reopened', async () => {
    const page = await tomasz.post(`${at}/closing`, { because: '' }).expect(422)
    expect(page.text).toContain('Say in a sentence why the theme closes')
    await world.as('sam').post(`${at}/closing`, { because: 'I say so' }).expect(403)
    await tomasz.post(`${at}/closing`, { because: 'Every school does it now.' }).expect(303)
    expect(await textOf('sam', at)).toContain('Every school does it now.')
    expect(await textOf('sam', '/groups/propose')).not.toContain('Talk and reading')
    await tomasz.post(`${at}/closing`, { because: 'Again' }).expect(409)
    await tomasz.post(`${at}/objectives`, { objective: 'More' }).expect(403)
    await tomasz.post(`${at}/reopening`).expect(303)
    expect(await textOf('sam', at)).not.toContain('Every school does it now.')
  })

  test('its objectives are written down and answered', async () => {
    await tomasz.post(`${at}/objectives`, { objective: 'Every class has a shelf that children chose' }).expect(303)
    const { id } = await world.db.selectFrom('themeObjectives').select('id').executeTakeFirstOrThrow()
    const answer = { objective: 'Every class has a shelf that children chose', cameOfIt: 'Five of eight schools.' }
    await tomasz.post(`${at}/objectives/${id}`, answer).expect(303)
    expect(await textOf('imran', at)).toContain('Five of eight schools.')
    await world.as('imran').post(`${at}/objectives/${id}`, answer).expect(403)
    await tomasz.post(`${at}/objectives/${id}/removal`).expect(303)
    expect(await textOf('imran', at)).not.toContain('Five of eight schools.')
  })
})

describe('a learning activity', () => {
  test('is agreed, waits once its day is over, and is told of', async () => {
    const page = await tomasz
      .post(`${at}/activities`, { activity: '', forWhom: 'All', onDay: '2026-02-30' })
      .expect(422)
    expect(page.text).toContain('Enter a date that is in the calendar')
    const words = {
      activity: 'Each group watches one story time elsewhere',
      forWhom: 'All groups',
      onDay: '2026-10-01',
    }
    await tomasz.post(`${at}/activities`, words).expect(303)
    expect(await textOf('tomasz', '/')).toContain('The day of “Each group watches one story time elsewhere” is over')
    expect(await textOf('nia', '/')).not.toContain('The day of “Each group')

    const { id } = await world.db.selectFrom('themeActivities').select('id').executeTakeFirstOrThrow()
    const missing = await tomasz.post(`${at}/activities/${id}/outcome`, { cameOfIt: '' }).expect(422)
    expect(missing.text).toContain('Say whether it took place')
    expect(missing.text).toContain('Each group watches one story time elsewhere')
    await tomasz
      .post(`${at}/activities/${id}/outcome`, { outcome: 'done', cameOfIt: 'We read slower now.' })
      .expect(303)
    expect(await textOf('sam', at)).toContain('We read slower now.')
    expect(await textOf('tomasz', '/')).not.toContain('The day of “Each group')
    await tomasz.post(`${at}/activities/${id}/outcome`, { outcome: 'dropped', cameOfIt: 'No.' }).expect(409)
    expect((await world.as('sam').get('/networks/hafren/themes/language/activities.csv')).text).toContain(
      'We read slower now.',
    )
    await world.posted()
    expect((await world.as('sam').get('/search').query({ q: 'story time elsewhere' })).text).toContain(
      'learning activity',
    )
  })
})

describe('a plan', () => {
  test('holds money in whole pence and a researcher’s half days', async () => {
    const page = await tomasz
      .post(`${at}/plan`, { schoolYear: '2026', pounds: 'some', days: '2.3', notes: '' })
      .expect(422)
    expect(page.text).toContain('Enter an amount in pounds')
    expect(page.text).toContain('Enter whole or half days')
    await tomasz
      .post(`${at}/plan`, { schoolYear: '2026', pounds: '£1,250.50', days: '2½', notes: 'Cover.' })
      .expect(303)
    const plan = await world.db.selectFrom('themePlans').selectAll().executeTakeFirstOrThrow()
    expect([plan.pence, plan.researcherHalfDays]).toEqual([125_050, 5])
    expect(await textOf('sam', at)).toContain('£1,250.50 · 2½ days of a researcher')
    await world.as('sam').get(`${at}/plan`).expect(403)
  })
})

describe('handing over', () => {
  test('a network leader gives a theme to another co-leader, and nothing is lost', async () => {
    await tomasz.get(`${at}/handover`).expect(403)
    expect((await nia.get(`${at}/handover`).query({ find: 'gwen' })).text).toContain('Gwen Llŷr-Hughes')
    const page = await nia.post(`${at}/handover`, { find: 'gwen', word: 'Keep the Thursdays.' }).expect(422)
    expect(page.text).toContain('Choose who takes it over')
    expect(page.text).toContain('Keep the Thursdays.')
    await nia
      .post(`${at}/handover`, { find: 'gwen', to: 'gwen', from: 'tomasz-1', word: 'Keep the Thursdays.' })
      .expect(303)
    expect((await world.person('gwen')).isCoLeaderOf('language')).toBe(true)
    expect((await world.person('tomasz')).isCoLeaderOf('language')).toBe(false)
    expect(await textOf('gwen', `${at}/leading`)).toContain('Keep the Thursdays.')
    await tomasz.get(`${at}/leading`).expect(404)
    expect(await textOf('sam', at)).toContain('Before: Tomasz Wójcik')
    await world.posted()
    expect(world.letters.map(letter => `${letter.to}: ${letter.subject}`)).toContain(
      'gwen@schools.example: You lead Talk and reading',
    )
    await nia.post(`${at}/handover`, { find: 'nia', to: 'nia', from: 'nobody', word: '' }).expect(403)
    await nia.post(`${at}/handover`, { find: 'tomasz', to: 'tomasz', from: 'tomasz-1', word: '' }).expect(409)
    await nia.post(`${at}/handover`, { find: 'tomasz', to: 'tomasz', from: 'nobody', word: '' }).expect(303)
  })

  test('a theme that nobody leads gets a co-leader without a search and without anybody to hand it over', async () => {
    const made = await nia.post('/networks/hafren/themes', { name: 'Outdoors', about: '' })
    const theme = made.get('location')!
    const page = await textOf('nia', `${theme}/handover`)
    expect(page).toContain('A co-leader for Outdoors')
    expect(page).not.toContain('Who hands it over')
    expect(page).toContain('value="gwen"')
    await nia.post(`${theme}/handover`, { find: '', to: 'gwen', from: 'nobody', word: '' }).expect(303)
    expect(await textOf('nia', `${theme}/handover`)).toContain('Hand over Outdoors')
  })

  test('a co-leader’s notes are their own', async () => {
    const text = '/texts/theme-own/language~tomasz/school'
    await tomasz.post(text, { body: 'Ask Owen for ten minutes on Monday.', version: 0 }).expect(303)
    expect(await textOf('tomasz', `${at}/leading`)).toContain('Ask Owen for ten minutes on Monday.')
    expect(await textOf('gwen', `${at}/leading`)).not.toContain('Ask Owen')
    for (const person of ['gwen', 'nia', 'owen'])
      await world.as(person).post(text, { body: 'x', version: 1 }).expect(404)
  })
})
