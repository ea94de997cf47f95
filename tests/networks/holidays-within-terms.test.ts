import { describe, expect, test } from 'vitest'
import { holidayOn, schoolDayFrom, schoolDaysAfter, schoolDaysOf } from '../../src/networks/terms/school-days.js'
import { likelyTerms } from '../../src/networks/terms/terms.js'
import { newWorld } from '../world.js'

const world = newWorld()
const at = '/networks/hafren/terms'

const spring = {
  name: 'Spring term 2027',
  startsOn: '2027-01-05',
  endsOn: '2027-03-25',
  ...{ breakId1: '', break1: 'Half term', breakFrom1: '2027-02-15', breakUntil1: '2027-02-19' },
  ...{ breakId2: '', break2: 'St David’s Day', breakFrom2: '2027-03-01', breakUntil2: '' },
}

const breaks = () =>
  world.db.selectFrom('termBreaks').selectAll().where('startsOn', '>', '2027').orderBy('startsOn').execute()

describe('a term holds its half term', () => {
  test('it is proposed with the likely week, entered with the term, and read by everybody of the network', async () => {
    const form = (await world.as('nia').get(at)).text
    expect(form).toContain('value="2027-02-15"')
    expect(form).toContain('value="2027-02-19"')
    await world.as('nia').post(at, spring).expect(303)
    for (const person of ['sam', 'imran', 'nia']) {
      const { text } = await world.as(person).get(at)
      expect(text).toContain('Half term, 15 February 2027 to 19 February 2027')
      expect(text).toContain('St David’s Day, 1 March 2027')
    }
    expect((await world.as('ruth').get(at)).status).toBe(404)
    expect((await world.as('sam').post(`${at}/spring-2027`, spring)).status).toBe(403)
  })

  test('what cannot be is said beside its field, with every word kept', async () => {
    const tries: [Record<string, string>, string][] = [
      [{ breakUntil1: '2027-02-01' }, 'The last day of Half term is before its first'],
      [{ breakFrom1: '2026-12-30' }, 'Half term lies outside the term'],
      [{ breakFrom2: '2027-02-18', breakUntil2: '2027-02-22' }, 'These days belong to Half term already'],
      [{ breakFrom2: '', break2: 'St David’s Day' }, 'Enter the first day of St David’s Day'],
      [{ breakFrom1: '2027-02-30' }, 'Enter a date that is in the calendar'],
    ]
    for (const [more, sentence] of tries) {
      const page = await world.as('nia').post(`${at}/spring-2027`, { ...spring, ...more })
      expect({ more, status: page.status }).toEqual({ more, status: 422 })
      expect(page.text).toContain(sentence)
      expect(page.text).toContain('St David’s Day')
    }
  })

  test('one that is moved stays the same in calendars; an emptied row is none any more', async () => {
    const [half, day] = await breaks()
    const form = (await world.as('nia').get(`${at}/spring-2027/edit`)).text
    expect(form).toContain(`name="breakId1" value="${half!.id}"`)
    const change = { ...spring, breakId1: half!.id, breakFrom1: '2027-02-08', breakUntil1: '2027-02-12' }
    const empty = { breakId2: day!.id, break2: '', breakFrom2: '', breakUntil2: '' }
    await world
      .as('nia')
      .post(`${at}/spring-2027`, { ...change, ...empty })
      .expect(303)
    const [moved, ...others] = await breaks()
    expect(moved).toMatchObject({ id: half!.id, startsOn: '2027-02-08', sequence: 1 })
    expect(others).toEqual([])
    await world
      .as('nia')
      .post(`${at}/spring-2027`, { ...change, ...empty, breakId1: 'break-1' })
      .expect(303)
    expect(
      await world.db.selectFrom('termBreaks').select('startsOn').where('id', '=', 'break-1').executeTakeFirst(),
    ).toEqual({
      startsOn: '2025-10-27',
    })
  })

  test('it stands in the calendar and in the list to take away', async () => {
    const month = (await world.as('sam').get('/networks/hafren/calendar?month=2027-02')).text
    expect(month.match(/>Half term</g)).toHaveLength(5)
    const csv = (await world.as('sam').get(`${at}.csv`)).text
    expect(csv).toContain('"Spring term 2027","Half term"')
    expect((await world.as('ruth').get(`${at}.csv`)).status).toBe(404)
  })
})

describe('days of school', () => {
  test('are not counted in half terms, nor between terms that are known', async () => {
    const days = await schoolDaysOf(world.db, 'harbour')
    expect(holidayOn(days, '2026-10-21')?.name).toBe('Half term')
    expect(holidayOn(days, '2026-08-01')).toMatchObject({ startsOn: '2026-07-22', endsOn: '2026-09-01' })
    expect(holidayOn(days, '2026-11-02')).toBeUndefined()
    expect(holidayOn(days, '2027-05-01')).toBeUndefined()
    expect(schoolDayFrom(days, '2026-10-19')).toBe('2026-10-31')
    expect(schoolDaysAfter(days, '2026-10-12', 7)).toBe('2026-10-31')
    expect(schoolDaysAfter(days, '2026-07-20', 28)).toBe('2026-09-28')
  })

  test('the likely half terms begin on a Monday, in the week that most schools have', () => {
    const of = (day: string) => likelyTerms(day).map(({ breaks: [half] }) => `${half!.startsOn} ${half!.endsOn}`)
    expect(of('2026-09-01')).toEqual(['2026-10-26 2026-10-30', '2027-02-15 2027-02-19', '2027-05-31 2027-06-04'])
    expect(of('2025-09-01')).toEqual(['2025-10-27 2025-10-31', '2026-02-16 2026-02-20', '2026-05-25 2026-05-29'])
  })
})

test('a day that is chosen within a holiday is said, and stays as it was chosen', async () => {
  await world.as('nia').post('/networks/hafren/circles', {
    ...{ name: 'Half-term readers', kind: 'own', purpose: '', rhythm: '', theme: '', chair: '', noteTaker: '' },
  })
  const { id } = await world.db
    .selectFrom('circles')
    .select('id')
    .where('name', '=', 'Half-term readers')
    .executeTakeFirstOrThrow()
  const meeting = { title: 'In the week off', on: '2027-02-10', starts: '10:00', ends: '11:00' }
  const page = await world.as('nia').led(`/circles/${id}/meetings`, meeting)
  expect(page.text).toContain('10 February 2027 is in the holidays (Half term, 8 February 2027 to 12 February 2027)')
  expect(page.text).toContain('In the week off')
})
