import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { makePassage } from '../../src/evidence/readable-texts/passages.js'
import { renewAll } from '../reach/kept.js'
import { bytesIn } from '../files/bytes-in.js'
import { newWorld } from '../world.js'
import { log, real } from '../evidence/real-files.js'
import { type Element, everyElement, faultsOf, unzipped, xml } from './reading-copies.js'

const world = newWorld()
const { db } = world
const ids: Record<string, string> = {}

/** A letter that takes two places in the browser's counting stands before the passage on purpose. */
const words = '🙂 Mali said: “I chose it because Jac did.” Tŷ bach & <b>łódź</b>.'
const passage = 'I chose it because Jac did.'

async function take(person: string, form: string, audience = 'group') {
  const posted = await world.as(person).post('/groups/reading/copies', { form, audience })
  expect(posted.status).toBe(303)
  const page = await world.as(person).get(posted.headers.location!)
  expect(page.status).toBe(200)
  const download = /href="(\/copies\/[^"]+\/[^"]+)"/.exec(page.text)![1]!
  return { address: posted.headers.location!, page: page.text, download }
}

async function fetched(person: string, download: string): Promise<Buffer> {
  const answer = await world
    .as(person)
    .get(download)
    .buffer(true)
    .parse((res, done) => {
      const parts: Buffer[] = []
      res.on('data', (part: Buffer) => parts.push(part))
      res.on('end', () => done(null, Buffer.concat(parts)))
    })
  expect(answer.status).toBe(200)
  expect(answer.headers['content-disposition']).toMatch(/^attachment/)
  return answer.body as Buffer
}

beforeAll(async () => {
  ids.spoken = await log(world.as('sam'), { audience: 'group', whatWeSaw: words })
  ids.pictured = await log(world.as('sam'), { audience: 'group', whatWeSaw: 'The corner' }, [
    real.photo,
    real.ages,
    real.sound,
  ])
  ids.draft = await log(world.as('sam'), { audience: 'author', whatWeSaw: 'Nobody else may read this draft' })
  ids.gone = await log(world.as('sam'), { audience: 'group', whatWeSaw: 'Taken back words' })
  await world.as('sam').post(`/evidence/${ids.gone}/withdrawal`, { reason: 'The wrong day' })
  const sam = await world.person('sam')
  const text = await db
    .selectFrom('readableTexts')
    .selectAll()
    .where('evidenceId', '=', ids.spoken)
    .executeTakeFirstOrThrow()
  const startsAt = text.words.indexOf(passage)
  const made = await makePassage(db as never, text, { startsAt, endsAt: startsAt + passage.length }, sam)
  const at = new Date().toISOString()
  const code = { groupId: 'reading', description: 'When & where', notFor: '', madeAt: at, madeBy: 'sam' }
  const inUse = { colour: 'sea', retiredAt: null, mergedInto: null, removedAt: null } as const
  await db
    .insertInto('codes')
    .values([
      { id: 'choosing', parentId: null, position: 1, mark: 'CH', name: 'Choosing <freely>', ...code, ...inUse },
      { id: 'friends', parentId: 'choosing', position: 1, mark: 'FR', name: 'Friends', ...code, ...inUse },
    ])
    .execute()
  await db
    .insertInto('codings')
    .values({
      ...{ id: 'coding-1', groupId: 'reading', codeId: 'friends', passageId: made.id, evidenceId: ids.spoken },
      ...{ readingId: null, reader: null, madeAt: at, madeBy: 'sadia', removedAt: null },
    })
    .execute()
  await renewAll(db)
  await leanOn('Jac did.')
})

async function leanOn(said: string): Promise<void> {
  const made = await world
    .as('sam')
    .post('/groups/reading/claims', { claim: 'A friend is read after', strength: 'sure' })
  const claim = made.get('location')!.split('/').at(-1)!
  const { id: text } = await db
    .selectFrom('readableTexts')
    .select('id')
    .where('evidenceId', '=', ids.spoken!)
    .executeTakeFirstOrThrow()
  const place = { startsAt: words.indexOf(said), endsAt: words.indexOf(said) + said.length }
  await world.as('sam').post(`/evidence/${ids.spoken}/passages`, { text, claim, bearing: 'against', ...place })
}

test('the folder holds each shared piece as a text with its files, and says what stays behind', async () => {
  const files = await unzipped(await fetched('sadia', (await take('sadia', 'folder')).download))
  const names = [...files.keys()]
  expect(names).toContain('evidence/E1.md')
  expect(files.get('evidence/E1.md')!.toString()).toContain(words)
  const photo = names.find(name => name.endsWith('.jpg'))!
  expect(files.get('evidence/E2.md')!.toString()).toContain(photo.replace('evidence/', ''))
  const everything = names.map(name => files.get(name)!.toString('latin1')).join('\n')
  expect(everything).not.toContain('Nobody else may read this draft')
  expect(everything).not.toContain('Taken back words')
  expect(files.get('README.md')!.toString()).toMatch(/- E4: It was withdrawn\./)
})

test('the folder says the words that a claim leans on', async () => {
  const files = await unzipped(await fetched('sadia', (await take('sadia', 'folder')).download))
  expect(files.get('claims.md')!.toString()).toContain('    > Jac did. (E1)')
})

test('every file in the folder has the bytes that the store keeps', async () => {
  const files = await unzipped(await fetched('sadia', (await take('sadia', 'folder')).download))
  const kept = await db.selectFrom('files').select(['sha256']).execute()
  const copied = [...files].filter(([name]) => name.startsWith('evidence/files/')).map(([, bytes]) => hashOf(bytes))
  expect(copied.sort()).toEqual(kept.map(file => file.sha256).sort())
})

test('a file that is not where it is kept is named, and everything else is there', async () => {
  const before = await unzipped(await fetched('sadia', (await take('sadia', 'folder')).download))
  const [file] = await db.selectFrom('files').selectAll().where('kind', '=', 'image').execute()
  const { store } = world.house
  const at = file!.storedAs
  const bytes = await bytesIn(store, at)
  const [photo] = [...before].find(([, bytes]) => hashOf(bytes) === file!.sha256)!
  for (const hurt of ['gone', 'cut short']) {
    if (hurt === 'gone') await store.remove(at)
    else await store.write(Readable.from([Buffer.from('half')]), at)
    const files = await unzipped(await fetched('sadia', (await take('sadia', 'folder')).download))
    expect([...files.keys()].sort()).toEqual(
      [...before.keys()].map(name => (name === photo ? 'MISSING.txt' : name)).sort(),
    )
    expect(files.get('MISSING.txt')!.toString()).toContain(`- ${photo}`)
  }
  const whole = await world.as('sadia').get((await take('sadia', 'whole')).download)
  expect(whole.status).toBe(200)
  await store.remove(at)
  const refused = await world.as('sadia').get((await take('sadia', 'whole')).download)
  expect(refused.status).toBe(409)
  expect(refused.text).toContain(`“${file!.name}” cannot be read where the workbench keeps its files`)
  await store.write(Readable.from([bytes]), at)
})

test('the workbook opens as sheets, and no cell of it is a formula', async () => {
  await log(world.as('sam'), { audience: 'group', whatWeSaw: '=HYPERLINK("http://example.org")' })
  const files = await unzipped(await fetched('sadia', (await take('sadia', 'workbook')).download))
  const sheets = [...files].filter(([name]) => name.startsWith('xl/worksheets/')).map(([, bytes]) => bytes.toString())
  expect(sheets.length).toBeGreaterThanOrEqual(7)
  expect(sheets.join('')).not.toContain('<f>')
  for (const sheet of sheets.filter(one => one.includes('<worksheet'))) {
    const [, to, rows] = /<\/sheetData><autoFilter ref="A1:([A-Z]+)(\d+)"\/>/.exec(sheet)!
    expect(Number(rows)).toBe([...sheet.matchAll(/<row /g)].length)
    expect(sheet).toContain(`<c r="${to}1"`)
  }
})

describe('the project for research programs', () => {
  const namespace = 'urn:QDA-XML:project:1.0'
  let files: Map<string, Buffer>
  beforeAll(async () => {
    files = await unzipped(await fetched('sadia', (await take('sadia', 'project')).download))
  })

  test('is as REFI-QDA says it should be', () => {
    expect(faultsOf(xml(files.get('project.qde')!.toString()), namespace)).toEqual([])
  })

  test('has every source that it points at', () => {
    const paths = [...everyElement(xml(files.get('project.qde')!.toString()))].flatMap(({ attributes }) =>
      [attributes.path, attributes.plainTextPath].filter(path => path !== undefined),
    )
    expect(paths.length).toBeGreaterThan(3)
    for (const path of paths) expect(files.has(path.replace('internal://', 'sources/')), path).toBe(true)
  })

  test('counts whole letters, so that a selection is exactly the words that were coded', () => {
    const root = xml(files.get('project.qde')!.toString())
    const source = [...everyElement(root)].find(one => one.children.some(child => child.name === 'PlainTextSelection'))!
    const { startPosition, endPosition } = source.children.find(one => one.name === 'PlainTextSelection')!.attributes
    const text = files.get(source.attributes.plainTextPath!.replace('internal://', 'sources/'))!.toString()
    expect([...text].slice(Number(startPosition), Number(endPosition)).join('')).toBe(passage)
  })

  test('leads from the words that a claim leans on to the claim', () => {
    const all = [...everyElement(xml(files.get('project.qde')!.toString()))]
    const words = all.find(one => one.attributes.name === 'Jac did.')!
    const link = all.find(one => one.name === 'Link' && one.attributes.originGUID === words.attributes.guid)!
    expect(link.attributes.name).toBe('speaks against')
    expect(all.find(one => one.attributes.guid === link.attributes.targetGUID)!.name).toBe('Note')
  })

  test('says in its own words what it could not carry', () => {
    const notes = [...everyElement(xml(files.get('project.qde')!.toString()))].filter(one => one.name === 'Note')
    const about = notes.find(one => one.attributes.name === 'About this copy')!
    expect(textOf(about)).toContain('What this form could not carry')
  })

  test('keeps each note as a text of its own under a name that no other has, as QualCoder reads them', () => {
    const notes = [...everyElement(xml(files.get('project.qde')!.toString()))].filter(one => one.name === 'Note')
    expect(new Set(notes.map(one => one.attributes.name)).size).toBe(notes.length)
    for (const note of notes) expect(textOf(note)).not.toBe('')
  })

  test('says of each source from which school it comes, beside the cases', () => {
    const all = [...everyElement(xml(files.get('project.qde')!.toString()))]
    const school = all.find(one => one.name === 'Variable' && one.attributes.name === 'School')!
    const values = all.filter(
      one => one.name === 'VariableValue' && one.children[0]!.attributes.targetGUID === school.attributes.guid,
    )
    expect(values.map(one => one.children[1]!.text)).toContain('Weir Lane Primary')
  })

  const textOf = (note: Element) =>
    files.get(note.attributes.plainTextPath!.replace('internal://', 'sources/'))!.toString()

  test('tells of each source, transcript, text of a PDF and selection who made it and when, as other programs ask for', () => {
    const dated = [
      'TextSource',
      'PDFSource',
      'AudioSource',
      'Transcript',
      'Representation',
      'PlainTextSelection',
      'TranscriptSelection',
      'Coding',
      'Note',
    ]
    const all = [...everyElement(xml(files.get('project.qde')!.toString()))].filter(one => dated.includes(one.name))
    expect(all.map(one => one.name)).toContain('PlainTextSelection')
    for (const { name, attributes } of all)
      expect([name, attributes.creationDateTime ?? '', attributes.creatingUser ?? '']).toEqual([
        name,
        expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
        expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      ])
  })

  test('holds no file that none of its sources declares', () => {
    const declared = [...everyElement(xml(files.get('project.qde')!.toString()))].flatMap(({ attributes }) => [
      attributes.path,
      attributes.plainTextPath,
    ])
    for (const name of files.keys())
      if (name !== 'project.qde') expect(declared).toContain(name.replace('sources/', 'internal://'))
  })
})

test('the codebook nests its codes and escapes their names', async () => {
  const root = xml((await fetched('sadia', (await take('sadia', 'codebook')).download)).toString())
  expect(faultsOf(root, 'urn:QDA-XML:codebook:1.0')).toEqual([])
  const [outer] = root.children[0]!.children
  expect(outer!.attributes.name).toBe('Choosing <freely>')
  expect(outer!.children.map(one => one.name)).toEqual(['Description', 'Code'])
})

test('a copy for others holds only what was shared that far and agreed to, and calls nobody by name', async () => {
  const before = await take('sadia', 'folder', 'network')
  expect(before.page).toContain('What stays behind')
  const files = await unzipped(await fetched('sadia', before.download))
  expect([...files.keys()].filter(name => /^evidence\/E/.test(name))).toEqual([])
  const share = (name: string) => ({ audience: 'network', nobody: 'yes', 'names-answer': `not:${name}` })
  await world.as('sam').post(`/evidence/${ids.spoken}/sharing`, share('Mali')).expect(422)
  await world.as('sam').post(`/evidence/${ids.spoken}/sharing`, share('Jac')).expect(303)
  const after = await unzipped(await fetched('sadia', before.download))
  const text = after.get('evidence/E1.md')!.toString()
  expect(text).toContain('Mali said')
  expect(text).toContain('"Colleague 1"')
})

test('what is withdrawn after a copy was taken is not in it when it is fetched again', async () => {
  const { download } = await take('sadia', 'folder')
  await world.as('sam').post(`/evidence/${ids.spoken}/withdrawal`, { reason: 'A child asked us to' })
  const list = await db.selectFrom('withdrawalTouches').selectAll().where('kind', '=', 'Copy').execute()
  expect(list.map(one => one.href)).toContain(download.replace(/\/[^/]+$/, ''))
  const files = await unzipped(await fetched('sadia', download))
  expect(files.has('evidence/E1.md')).toBe(false)
  expect(files.has('evidence/E2.md')).toBe(true)
})

test('copies are for the group: to everybody else there are none', async () => {
  const { address, download } = await take('sadia', 'folder')
  for (const outsider of ['nia', 'tomasz', 'imran', 'dilys', 'fiona', 'alex', 'carys']) {
    expect((await world.as(outsider).get('/groups/reading/copies')).status).toBe(404)
    expect(
      (await world.as(outsider).post('/groups/reading/copies', { form: 'folder', audience: 'group' })).status,
    ).toBe(404)
    expect((await world.as(outsider).get(address)).status).toBe(404)
    expect((await world.as(outsider).get(download)).status).toBe(404)
  }
  expect((await world.as('sam').get('/groups/reading/copies')).text).toContain('taken by')
})

test('a choice that is missing is asked for, and the other is kept', async () => {
  const answer = await world.as('sadia').post('/groups/reading/copies', { audience: 'public' })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Choose what the copy should be')
  expect(answer.text).toMatch(/value="public" checked/)
})

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
