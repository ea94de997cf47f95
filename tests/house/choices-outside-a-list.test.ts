import { describe, expect, test } from 'vitest'
import { today } from '../../src/web/now.js'
import { newWorld } from '../world.js'

const world = newWorld()
const hafren = '/networks/hafren'

const post = { kind: 'done here', sentence: 'Here we let Year 6 run the library on Fridays.' }
const project = {
  title: 'Reading in the corridor',
  whatFor: 'Books where children wait.',
  startsOn: '2026-11-02',
  endsOn: '2099-03-26',
}
const circle = { kind: 'own', name: 'Those who walk to school', purpose: 'So that nobody walks alone.' }
const visit = {
  ...{ title: 'Talk before writing, in Year 3', school: 'weir', forWhom: 'anyone' },
  ...{ day: today(), starts: '09:30', ends: '11:30', places: '2' },
}

const said = [
  [`${hafren}/forum`, post, { evidence: 'zzz' }, 'Choose a piece that the network may see now, or none'],
  [`${hafren}/forum`, post, { work: 'write-up zzz' }, 'Choose published work of this network, or none'],
  [`${hafren}/projects`, project, { theme: 'zzz' }, 'Choose a theme of this network that is open, or none'],
  [`${hafren}/circles`, circle, { chair: 'zzz' }, 'Choose somebody who is in the circle, or nobody yet'],
  [`${hafren}/circles`, circle, { noteTaker: 'mair' }, 'Choose somebody who is in the circle, or nobody yet'],
  [`${hafren}/circles`, circle, { roles: ['headteacher~', 'emperor~'] }, 'Choose roles from this list'],
  [`${hafren}/visits`, visit, { recommendation: 'zzz' }, 'Choose a recommendation that is in place in your school'],
  [`${hafren}/visits`, visit, { answers: 'zzz' }, 'The request that you answer is not there any more'],
  [`${hafren}/visits`, visit, { groups: ['zzz'] }, 'Choose groups of this network'],
  ['/letters', { weekday: '1' }, { letters: 'zzz' }, 'Tick letters from this list'],
] as const

describe('what is chosen outside a list', () => {
  test.each(said)('%s with %o and %o', async (address, fields, strange, sentence) => {
    const before = await rows()
    const page = await world.as('sam').post(address, { ...fields, ...strange } as Record<string, string | string[]>)
    expect(page.status).toBe(422)
    expect(page.text).toContain(sentence)
    const [field] = Object.keys(strange)
    expect(page.text).toContain(`href="#f-${field}"`)
    expect(page.text).toMatch(new RegExp(`id="f-${field}[-"]`))
    for (const words of Object.values(fields).filter(one => one.length > 12)) expect(page.text).toContain(words)
    expect(page.text).not.toMatch(/Invalid (option|input)/)
    expect(await rows()).toEqual(before)
  })

  test('the same forms do what they should with nothing chosen, and the one whose request has gone can be sent again', async () => {
    for (const [address, fields] of said.filter(([one]) => one !== '/letters'))
      expect((await world.as('sam').post(address, fields)).status).toBe(303)
    const again = await world.as('sam').post(`${hafren}/visits`, { ...visit, answers: 'zzz' })
    expect(again.text).toContain('name="answers" value=""')
  })
})

async function rows(): Promise<number[]> {
  const tables = ['forumPosts', 'projects', 'circles', 'visits'] as const
  const counts = tables.map(table =>
    world.db
      .selectFrom(table)
      .select(eb => eb.fn.countAll<number>().as('many'))
      .executeTakeFirstOrThrow(),
  )
  return (await Promise.all(counts)).map(one => Number(one.many))
}
