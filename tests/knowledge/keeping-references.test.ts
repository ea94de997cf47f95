import { expect, test } from 'vitest'
import { markdownHtml, wordsHtml } from '../../src/documents/to-html.js'
import { citationsOf } from '../../src/knowledge/citing/citing.js'
import { referencesOf } from '../../src/knowledge/references/references.js'
import { unread } from '../../src/names/names.js'
import { written } from '../../src/names/written.js'
import { renewAll } from '../reach/kept.js'
import { newWorld } from '../world.js'

const world = newWorld()
const byHand = {
  kind: 'book',
  title: 'Embedded formative assessment',
  authors: 'Wiliam, Dylan',
  editors: '',
  year: '2011',
  accessed: '',
}

async function added(fields: object = {}, as = 'sadia'): Promise<string> {
  const answer = await world.as(as).post('/groups/reading/knowledge', { ...byHand, ...fields })
  expect(answer.status).toBe(303)
  return answer.headers.location as string
}

test('a reference by hand has a key; what cannot be is mended with the words kept', async () => {
  const at = await added()
  const page = await world.as('sam').get(at)
  expect(page.text).toContain('Wiliam, D. (2011) <em>Embedded formative assessment</em>.')
  expect(page.text).toContain('[@wiliam2011]')
  const bad = await world
    .as('sam')
    .post('/groups/reading/knowledge', { ...byHand, year: 'soon', doi: 'none', address: 'javascript:x' })
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('four figures')
  expect(bad.text).toContain('A DOI looks like')
  expect(bad.text).toContain('value="javascript:x"')
})

test('what several works do is said in one go; half a line comes back with its words, and nothing is said twice', async () => {
  const ids = await Promise.all(
    ['Talk for thinking', 'Thinking for talk'].map(async title => (await added({ title })).split('/').at(-1)!),
  )
  const list = await world.as('sam').get('/groups/reading/knowledge')
  expect(list.text).toMatch(/Say what \d+ works do to your thinking/)
  const address = '/groups/reading/knowledge/stances'
  const half = await world.as('sam').post(address, { [`sentence-${ids[0]}`]: 'It doubts that talk is enough' })
  expect(half.status).toBe(422)
  expect(half.text).toContain('Choose what it does to your thinking')
  expect(half.text).toContain('value="It doubts that talk is enough"')
  const fields = {
    ...{ [`stance-${ids[0]}`]: 'challenges', [`sentence-${ids[0]}`]: 'It doubts that talk is enough' },
    ...{ [`stance-${ids[1]}`]: 'adds', [`sentence-${ids[1]}`]: 'Ground rules are taught' },
  }
  await world.as('sam').post(address, fields).expect(303)
  const said = await world.as('sadia').get('/groups/reading/knowledge')
  expect(said.text).toContain('It doubts that talk is enough')
  expect(said.text).not.toContain(`name="stance-${ids[1]}"`)
  expect((await world.as('gwen').post(address, fields)).status).toBe(404)
})

test('a reference is put right by one of two, and its key stays one of a kind', async () => {
  const at = await added({ title: 'To be mended', authors: 'Rees, Ann', year: '' })
  const fields = { ...byHand, title: 'Mended', authors: 'van der Rees, Ann\nWelsh Government', key: 'rees', version: 1 }
  expect((await world.as('sam').post(at, { ...fields, key: 'WILIAM2011' })).status).toBe(409)
  expect((await world.as('sam').post(at, fields)).status).toBe(303)
  expect((await world.as('huw').post(at, { ...fields, title: 'Too late' })).status).toBe(409)
  expect((await world.as('huw').get(at)).text).toContain('van der Rees, A. and Welsh Government (2011)')
})

test('what it does is said, mended and taken out; it may challenge as well as affirm', async () => {
  const at = await added({ title: 'Said of' })
  const sam = world.as('sam')
  expect((await sam.post(`${at}/stances`, { stance: 'praises', sentence: '' })).text).toContain('Choose what it does')
  await sam.post(`${at}/stances`, { stance: 'affirms', sentence: 'It agrees.' })
  await sam.post(`${at}/stances`, { stance: 'challenges', sentence: 'It does not.' })
  const [first] = await world.db
    .selectFrom('referenceStances')
    .selectAll()
    .where('sentence', '=', written('It agrees.'))
    .execute()
  await sam.post(`${at}/stances/${first!.id}`, { stance: 'adds', sentence: 'It adds.', version: 1 })
  expect((await sam.post(`${at}/stances/${first!.id}`, { stance: 'adds', sentence: 'Late.', version: 1 })).status).toBe(
    409,
  )
  expect((await sam.get('/groups/reading/stages/purpose')).text).toContain('It adds.')
  await sam.post(`${at}/stances/${first!.id}/removal`)
  const page = await sam.get(at)
  expect(page.text).not.toContain('It adds.')
  expect(page.text).toContain('It does not.')
})

test('removed with a reason, it can be brought back; its words leave the stage meanwhile', async () => {
  const at = await added({ title: 'To be removed' })
  await world.as('sam').post(`${at}/stances`, { stance: 'affirms', sentence: 'Gone with it.' })
  expect((await world.as('sam').post(`${at}/removal`, { because: '' })).status).toBe(422)
  await world.as('sam').post(`${at}/removal`, { because: 'It was retracted.' })
  expect((await world.as('sam').get(at)).text).toContain('It was retracted.')
  expect((await world.as('sam').get('/groups/reading/stages/purpose')).text).not.toContain('Gone with it.')
  await world.as('sam').post(`${at}/removal/end`)
  expect((await world.as('sam').get('/groups/reading/knowledge')).text).toContain('To be removed')
})

test('shared with the network, another group takes it over, and not what was said of it', async () => {
  const at = await added({ title: 'For everybody', authors: 'Everybody' })
  await world.as('sam').post(`${at}/stances`, { stance: 'affirms', sentence: 'Ours alone.' })
  expect((await world.as('gwen').get(at)).status).toBe(404)
  await world.as('sam').post(`${at}/sharing`)
  const seen = await world.as('gwen').get(at)
  expect(seen.text).toContain('For everybody')
  expect(seen.text).not.toContain('Ours alone.')
  expect((await world.as('gwen').post(`${at}/removal`, { because: 'x' })).status).toBe(403)
  expect((await world.as('gwen').get('/groups/talk/knowledge')).text).toContain('Take it into your list')
  const took = await world.as('gwen').post('/groups/talk/knowledge/taking-over', { reference: at.split('/').at(-1)! })
  expect(took.headers.location).toMatch(/^\/references\//)
  expect((await world.as('gwen').get('/groups/talk/knowledge')).text).not.toContain('Take it into your list')
})

test('a key in a text becomes who and when; an unknown one stays as it was typed, with a word', async () => {
  const known = citationsOf(await referencesOf(world.db, 'reading'), one => `/references/${one.id}`)
  const html = (text: string) => markdownHtml(text, known).replace(/<a [^>]*>|<\/a>|<\/?p[^>]*>/g, '')
  expect(html('So it is [see @Wiliam2011, 5-7].')).toBe(
    'So it is (see Wiliam, 2011a, pp. 5–7).'.replace('2011a', yearIn(html('@wiliam2011'))),
  )
  expect(html('@wiliam2011 [p. 3] says')).toContain(', p. 3) says')
  expect(html('[@nobody2000]')).toBe('[@nobody2000] <em>(no reference has this key)</em>')
  for (const typed of ['ask @somebody', '`@wiliam2011`', 'ann@wiliam2011', '\\@wiliam2011'])
    expect(html(typed)).not.toContain('Wiliam')
  for (const typed of ['ann@wiliam2011', 'x@y x@y x@y x@y x@wiliam2011']) expect(wordsHtml(typed, known)).toBe(typed)
  expect(wordsHtml('<b> [@wiliam2011]', known)).toMatch(/^&lt;b&gt; \(<a href="\/references\/\w+" title="Wiliam, D\./)
  expect(markdownHtml('[@wiliam2011]')).toContain('[@wiliam2011]')
})

function yearIn(words: string): string {
  return /\((\w+)\)/.exec(words)![1]!
}

test('a shared stage names the work to a head, and leads only those there who may read the references', async () => {
  await world
    .as('sadia')
    .post('/texts/stage/reading-1/context.startingPoint', { body: 'As [@wiliam2011] says.', version: 0 })
  await world.db
    .insertInto('sharedStages')
    .values({ enquiryId: 'reading-1', stage: 'context', sharedAt: '2026-10-01T09:00:00.000Z', sharedBy: 'sadia' })
    .execute()
  const head = await world.as('imran').get('/groups/reading/stages/context')
  expect(head.text).toMatch(/As \(Wiliam, 2011/)
  expect(head.text).not.toContain('/references/')
})

test('what was said in a cycle that is not shared stays with the group, though an earlier one is', async () => {
  const at = await added({ title: 'Of two cycles' })
  const reference = at.split('/').at(-1)!
  const row = {
    referenceId: reference,
    stance: 'adds' as const,
    version: 1,
    saidAt: '2026-10-01T09:00:00.000Z',
    saidBy: 'sadia',
  }
  const later = await world.db
    .selectFrom('enquiries')
    .selectAll()
    .where('id', '=', 'reading-1')
    .executeTakeFirstOrThrow()
  await world.db
    .insertInto('enquiries')
    .values({ ...unread(later), id: 'reading-2', cycle: 2, follows: 'reading-1' })
    .execute()
  await world.db
    .insertInto('referenceStances')
    .values([
      { ...row, id: 'said-1', enquiryId: 'reading-1', sentence: 'Said in the shared cycle.' },
      { ...row, id: 'said-2', enquiryId: 'reading-2', sentence: 'Said in the other cycle.' },
    ])
    .execute()
  expect((await world.as('nia').get(at)).status).toBe(404)
  await world.db
    .insertInto('sharedStages')
    .values({ enquiryId: 'reading-1', stage: 'purpose', sharedAt: '2026-10-01T09:00:00.000Z', sharedBy: 'sadia' })
    .execute()
  await renewAll(world.db)
  for (const address of [at, '/groups/reading/knowledge?cycle=1', '/groups/reading/knowledge.csv?cycle=1']) {
    const page = await world.as('nia').get(address)
    expect(page.text).toContain('Said in the shared cycle.')
    expect(page.text).not.toContain('Said in the other cycle.')
  }
  expect((await world.as('nia').get('/groups/reading/knowledge')).status).toBe(404)
  expect((await world.as('sam').get(at)).text).toContain('Said in the other cycle.')
})

test('a text full of @ and brackets is read in its time, with nothing lost', () => {
  for (const full of ['a@'.repeat(25_000), '[@a '.repeat(12_000), `${'['.repeat(49_000)}@a`]) {
    const before = process.cpuUsage()
    expect(wordsHtml(full, () => undefined).length).toBeGreaterThanOrEqual(full.length)
    markdownHtml(full, () => undefined)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(60_000)
  }
})
