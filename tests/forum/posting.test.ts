import { describe, expect, test } from 'vitest'
import { newWorld } from '../world.js'
import { hafren, idOf, posted, rowOf } from './forum.js'

const world = newWorld()

describe('a post', () => {
  test('is one sentence, said with the beginning of its kind', async () => {
    const form = await world.as('sam').get(`${hafren}/new?kind=tried`)
    expect(form.text).toContain('We tried </textarea>')
    const address = await posted(world, 'sam', { kind: 'tried', sentence: 'We tried a quiet start after lunch.' })
    const page = await world.as('kasia').get(address)
    expect(page.text).toContain('We tried a quiet start after lunch.')
    expect(page.text).toContain('Sam O’Neill')
    expect(page.text).toContain('Weir Lane Primary')
    expect((await world.as('imran').get(hafren)).text).toContain('We tried a quiet start after lunch.')
  })

  test('holds more where somebody wants to say more', async () => {
    const address = await posted(world, 'sam', {
      more: 'It needs a **key** and trust.',
      link: 'https://example.org/library',
      forWhom: 'anybody with a corridor',
    })
    const { text } = await world.as('kasia').get(address)
    expect(text).toContain('<strong>key</strong>')
    expect(text).toContain('href="https://example.org/library"')
    expect(text).toContain('for anybody with a corridor')
  })

  test('that cannot be read comes back with every word', async () => {
    const page = await world.as('sam').post(hafren, {
      kind: 'come',
      sentence: '',
      more: 'Bring a coat',
      link: 'javascript:alert(1)',
      onDay: '2020-01-01',
      starts: '11:00',
      ends: '9.30',
      places: 'many',
    })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Say it in one sentence')
    expect(page.text).toContain('Bring a coat')
    expect(page.text).toContain('Enter a web address such as')
    expect(page.text).toContain('Enter how many can come')
  })

  test('about a day that is over is refused', async () => {
    const page = await world.as('sam').post(hafren, { kind: 'come', sentence: 'Come and see', onDay: '2020-01-01' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Choose a day that is still to come')
  })

  test('refuses fields that nobody asked for', async () => {
    const page = await world.as('sam').post(hafren, { kind: 'come', sentence: 'Come', postedBy: 'kasia' })
    expect(page.status).toBe(422)
  })

  test('with the name of a pupil comes back before it is kept', async () => {
    await world.as('sadia').post('/groups/reading/keys', { school: 'weir' })
    const page = await world.as('sam').post(hafren, { kind: 'help', sentence: 'Can anybody help Zuzanna read?' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Zuzanna')
  })

  test('is changed by whoever posted it, and by nobody else', async () => {
    const address = await posted(world, 'sam')
    expect((await world.as('kasia').get(`${address}/edit`)).status).toBe(403)
    expect((await world.as('nia').post(address, { kind: 'done here', sentence: 'Mine now' })).status).toBe(403)
    const page = await world.as('sam').led(address, { kind: 'done here', sentence: 'Here we let Year 5 run it.' })
    expect(page.text).toContain('Here we let Year 5 run it.')
  })

  test('leads on to its files where somebody wants to add one', async () => {
    const answer = await world
      .as('sam')
      .post(hafren, { kind: 'copy', sentence: 'Would you like a copy?', next: 'file' })
    expect(answer.headers.location).toMatch(/\/files$/)
    const files = answer.headers.location!
    await world
      .as('sam')
      .send(files)
      .field('alt', '')
      .attach(
        'files',
        Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
        'cards.pdf',
      )
    const post = files.replace('/files', '')
    const page = await world.as('kasia').get(post)
    const file = /href="([^"]*\/files\/[^"]*cards\.pdf)"/.exec(page.text)?.[1]
    if (file) {
      expect((await world.as('kasia').get(file)).status).toBe(200)
      expect((await world.as('ruth').get(file)).status).toBe(404)
      expect((await world.as('kasia').send(files).attach('files', Buffer.from('x'), 'x.txt')).status).toBe(403)
    }
    expect(file).toBeDefined()
  })
})

describe('a post that leaves the list', () => {
  test('taken down, leaves nothing where nobody answered', async () => {
    const address = await posted(world, 'sam', { sentence: 'Here we forget things.' })
    await world.as('sam').post(`${address}/taking-down`)
    expect((await world.as('kasia').get(address)).status).toBe(404)
    expect((await world.as('sam').get(address)).text).toContain('You took this post down')
    expect((await world.as('kasia').get(hafren)).text).not.toContain('Here we forget things.')
  })

  test('taken down, leaves a mark where others answered, and none of its words', async () => {
    const address = await posted(world, 'sam', { sentence: 'Here we sing in the yard.' })
    await world.as('kasia').post(`${address}/answers`, { words: 'So do we.' })
    await world.as('sam').post(`${address}/taking-down`)
    const page = await world.as('huw').get(address)
    expect(page.text).toContain('A post that was taken down')
    expect(page.text).toContain('So do we.')
    expect(page.text).not.toContain('sing in the yard')
    expect(page.text).not.toContain('You read along')
    expect((await world.as('huw').post(`${address}/answers`, { words: 'Late' })).status).toBe(403)
  })

  test('folded away by a network leader, tells its author why and can be put back', async () => {
    const address = await posted(world, 'sam', { sentence: 'Here we sell jam.' })
    expect((await world.as('kasia').get(`${address}/folding`)).status).toBe(403)
    expect((await world.as('nia').post(`${address}/folding`, { because: '' })).status).toBe(422)
    await world.as('nia').post(`${address}/folding`, { because: 'The forum is not a shop.' })
    const author = await world.as('sam').get(address)
    expect(author.text).toContain('The forum is not a shop.')
    expect(author.text).toContain('Here we sell jam.')
    expect((await world.as('kasia').get(address)).status).toBe(404)
    expect((await world.as('kasia').get(`${hafren}?words=jam`)).text).not.toContain('Here we sell jam.')
    await world.as('nia').post(`${address}/folding/end`)
    expect((await world.as('kasia').get(address)).status).toBe(200)
  })
})

describe('what hangs on a post', () => {
  test('is a piece that the whole network may see, for as long as it may', async () => {
    const piece = {
      ...{ id: 'shown', groupId: 'reading', enquiryId: 'reading-1', number: 801, capture: null },
      ...{ title: 'The chart that came down', whatWeSaw: 'Nobody missed it.', kind: 'observation' as const },
      ...{
        stage: 'evidence' as const,
        gatheredOn: '2026-09-20',
        loggedAt: '2026-09-20T10:00:00.000Z',
        loggedBy: 'sam',
      },
      ...{
        revisedAt: null,
        sharedWithGroupAt: '2026-09-21T10:00:00.000Z',
        sharedWithNetworkAt: '2026-09-21T10:00:00.000Z',
      },
      ...{ sharedOutsideAt: null, namesPupilAt: null, withdrawnAt: null, withdrawnBy: null, withdrawnBecause: null },
    }
    await world.db.insertInto('evidence').values(piece).execute()
    const { renewAll } = await import('../reach/kept.js')
    await renewAll(world.db)
    const address = await posted(world, 'sam', { evidence: 'shown' })
    expect((await rowOf(world, address)).evidenceId).toBe('shown')
    const before = await world.as('kasia').get(address)
    const seen = before.text.includes('The chart that came down')
    expect(seen || before.text.includes('not shared this widely')).toBe(true)
    await world.db.updateTable('evidence').set({ sharedWithNetworkAt: null }).where('id', '=', 'shown').execute()
    await renewAll(world.db)
    const after = await world.as('kasia').get(address)
    expect(after.text).not.toContain('The chart that came down')
    expect(after.text).toContain('It is not shared this widely any more')
  })

  test('is never a piece of somebody else’s group', async () => {
    const sentence = 'Here a chart hangs that is not mine.'
    const page = await world.as('kasia').post(hafren, { kind: 'done here', sentence, evidence: 'shown' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Choose a piece that the network may see now, or none')
    expect(page.text).toContain(sentence)
  })
})

describe('to the forum', () => {
  test('everybody comes who works in the network; governors, administrators and other networks do not', async () => {
    const address = await posted(world, 'sam')
    for (const person of ['nia', 'tomasz', 'sadia', 'huw', 'imran', 'carys'])
      expect((await world.as(person).get(address)).status).toBe(200)
    for (const person of ['ruth', 'fiona', 'dilys', 'alex', 'yusra']) {
      expect((await world.as(person).get(address)).status).toBe(404)
      expect((await world.as(person).get(hafren)).status).toBe(404)
      expect((await world.as(person).get(`${hafren}.csv`)).status).toBe(404)
      expect((await world.as(person).post(hafren, { kind: 'tried', sentence: 'x' })).status).toBe(404)
    }
    const elsewhere = address.replace('hafren', 'harbour')
    expect((await world.as('ruth').get(elsewhere)).status).toBe(404)
  })

  test('a guest is invited from a day until a day, reads, and does nothing else', async () => {
    const address = await posted(world, 'sam', { sentence: 'Here guests may look.' })
    const days = { fromDay: '2026-01-01', untilDay: '2099-12-31' }
    expect((await world.as('sam').get(`${hafren}/readers`)).status).toBe(404)
    expect((await world.as('nia').post(`${hafren}/readers`, { person: 'dilys', ...days })).status).toBe(422)
    await world.as('nia').post(`${hafren}/readers`, { person: 'fiona', ...days })
    const page = await world.as('fiona').get(address)
    expect(page.text).toContain('Here guests may look.')
    expect(page.text).not.toContain('Your answer')
    expect((await world.as('fiona').post(`${address}/answers`, { words: 'Hello' })).status).toBe(403)
    expect((await world.as('fiona').post(`${address}/places`)).status).toBe(403)
    expect((await world.as('fiona').get(`${hafren}.csv`)).status).toBe(403)
    expect((await world.as('fiona').get('/networks/hafren/schools')).status).toBe(404)
    expect((await world.as('fiona').get('/')).text).toContain(hafren)
    await world.posted()
    expect((await world.as('fiona').get('/search?q=guests+look')).text).toContain(address)
    const { id } = await world.db.selectFrom('forumReaders').select('id').executeTakeFirstOrThrow()
    await world.as('nia').post(`${hafren}/readers/${id}/end`)
    expect((await world.as('fiona').get(address)).status).toBe(404)
    expect((await world.as('fiona').get('/search?q=guests+look')).text).not.toContain(address)
  })
})

test('a post is found by its words, and not by people of another network', async () => {
  const address = await posted(world, 'sam', { sentence: 'Here we keep a quokka calendar.' })
  await world.posted()
  expect((await world.as('kasia').get('/search?q=quokka')).text).toContain(idOf(address))
  for (const person of ['ruth', 'dilys', 'fiona'])
    expect((await world.as(person).get('/search?q=quokka')).text).not.toContain(idOf(address))
  await world.as('sam').post(`${address}/taking-down`)
  await world.posted()
  expect((await world.as('kasia').get('/search?q=quokka')).text).not.toContain(idOf(address))
})

test('the list is taken away as CSV', async () => {
  await posted(world, 'sam', { kind: 'help', sentence: 'Can anybody help with a leaking roof?' })
  const { text } = await world.as('kasia').get(`${hafren}.csv?kind=help`)
  expect(text).toContain('Can anybody help with a leaking roof?')
  expect(text).not.toContain('Here we')
})

test('a post by somebody who left stays, and a network leader says that the request is met', async () => {
  const address = await posted(world, 'alys', { kind: 'help', sentence: 'Can anybody help with our pond?' })
  expect((await world.as('nia').post(`${address}/met`)).status).toBe(403)
  await world.db
    .updateTable('networkRoles')
    .set({ endedAt: '2026-11-01T00:00:00.000Z' })
    .where('personId', '=', 'alys')
    .execute()
  expect((await world.as('sam').get(address)).text).toContain('who has left since')
  expect((await world.as('alys').get(address)).status).toBe(404)
  await world.as('nia').post(`${address}/met`)
  expect((await rowOf(world, address)).metSaidBy).toBe('nia')
})
