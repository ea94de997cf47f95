import { describe, expect, test } from 'vitest'
import { raisedInReport } from '../../src/conferences/raised/in-report.js'
import { textOfBlocks } from '../../src/documents/to-text.js'
import { findNetwork } from '../../src/networks/networks.js'
import { newWorld } from '../world.js'

const world = newWorld()
const made = await world.as('nia').post('/networks/hafren/conferences', {
  ...{ title: 'What we saw', heldOn: '2026-11-12', place: 'Weir Lane', welcome: '' },
})
const address = made.headers.location!
const commitment = { kind: 'commitment', words: 'I take the jar to our staff meeting.', lookAgainOn: '2026-11-20' }

describe('what a conference raises', () => {
  test('a question and a commitment are noted by anybody who works in the network', async () => {
    await world.as('sam').post(`${address}/raised`, { kind: 'question', words: 'Who reads at home?', lookAgainOn: '' })
    await world.as('sam').post(`${address}/raised`, commitment)
    const { text } = await world.as('kasia').get(address)
    expect(text).toContain('Who reads at home?')
    expect(text).toContain('look again on 20 November 2026')
  })

  test('a commitment without a day is asked for one, with its words kept', async () => {
    const page = await world.as('sam').post(`${address}/raised`, { ...commitment, lookAgainOn: '' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Choose a day on which you look again')
    expect(page.text).toContain('I take the jar to our staff meeting.')
  })

  test('it comes back on its day to whoever said it, until they say what became of it', async () => {
    expect((await world.as('sam').get('/')).text).toContain('At “What we saw” you said: “I take the jar')
    expect((await world.as('kasia').get('/')).text).not.toContain('you said: “I take the jar')
    const { id } = await world.db
      .selectFrom('conferenceNotes')
      .select('id')
      .where('kind', '=', 'commitment')
      .executeTakeFirstOrThrow()
    expect((await world.as('kasia').post(`${address}/raised/${id}/became`, { became: 'Done.' })).status).toBe(403)
    expect((await world.as('sam').post(`${address}/raised/${id}/became`, { became: '' })).status).toBe(422)
    await world.as('sam').post(`${address}/raised/${id}/became`, { became: 'Four colleagues tried it.' })
    expect((await world.as('sam').get('/')).text).not.toContain('you said: “I take the jar')
    expect((await world.as('kasia').get(address)).text).toContain('Four colleagues tried it.')
  })

  test('the termly report tells it without naming anybody', async () => {
    const network = await findNetwork(world.db, await world.person('nia'), 'hafren')
    const span = { from: '2026-09-01T00:00:00.000Z', until: '2999-01-01T00:00:00.000Z' }
    const said = textOfBlocks(await raisedInReport.blocks(world.db, network, {} as never, span))
    expect(said).toContain('Who reads at home?')
    expect(said).toContain('Four colleagues tried it.')
    expect(said).not.toContain('Sam')
  })

  test('outside the network it does not exist', async () => {
    for (const person of ['ruth', 'fiona', 'dilys', 'alex'])
      expect((await world.as(person).post(`${address}/raised`, commitment)).status).toBe(404)
  })
})
