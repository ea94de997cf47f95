import { deflateRawSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { keepReading, readWaiting } from '../../src/evidence/files/reading-files.js'
import { makePassage } from '../../src/evidence/readable-texts/passages.js'
import { newWorld } from '../world.js'
import { excelFile, row } from '../files/made-documents.js'
import { assembled, lockedPdf, pdfOf } from '../files/made-pdfs.js'
import { fileOf, log, real } from './real-files.js'

const world = newWorld()

function textsOf(piece: string, source: 'document' | 'transcript') {
  return world.db
    .selectFrom('readableTexts')
    .selectAll()
    .where('evidenceId', '=', piece)
    .where('source', '=', source)
    .orderBy('version')
    .execute()
}

const add = (piece: string, name: string, bytes: Buffer) =>
  world.as('sam').send(`/evidence/${piece}/files`).attach('files', bytes, name)

test('the text of a PDF is read after it was saved, with its pages kept apart, and stands on a page of its own', async () => {
  const id = await log(world.as('sam'), { audience: 'group' })
  expect((await add(id, 'notes.pdf', pdfOf('Children swap at the window.', 'P07 reads to a cousin.'))).status).toBe(303)
  expect((await world.as('huw').get(`/evidence/${id}`)).text).toContain('The text of this file is being read.')

  await readWaiting(world.house)
  const [text] = await textsOf(id, 'document')
  expect(text!.words).toBe('Children swap at the window.\n\fP07 reads to a cousin.')
  const piece = await world.as('huw').get(`/evidence/${id}`)
  expect(piece.text).toContain(`/evidence/${id}/texts/${text!.id}`)
  const page = await world.as('huw').get(`/evidence/${id}/texts/${text!.id}`)
  const shown = /data-readable-text[^>]*>([\s\S]*?)<\/div>/.exec(page.text)![1]!
  expect(shown.replace(/<[^>]*>/g, '')).toBe(text!.words)
  expect(page.text).toContain('data-page="2"')
  expect((await world.as('ruth').get(`/evidence/${id}/texts/${text!.id}`)).status).toBe(404)
})

test('a scan says that there is no text, and what somebody types from it is kept by versions', async () => {
  const id = await log(world.as('sam'), { audience: 'group' }, [real.form])
  await readWaiting(world.house)
  expect((await world.as('sam').get(`/evidence/${id}`)).text).toContain('There is no text in this file')
  const { row } = await fileOf(world, id)
  const at = `/evidence/${id}/files/${row.id}/text`
  const write = (person: string, words: string, version: number) =>
    world.as(person).send(at).field('words', words).field('version', version)
  expect((await world.as('sam').get(at)).status).toBe(200)
  expect((await world.as('huw').get(at)).status).toBe(403)
  expect((await write('huw', 'Mine', 0)).status).toBe(403)
  expect((await write('ruth', 'Mine', 0)).status).toBe(404)

  expect((await write('sam', 'My child may take part.\r\n\r\nSigned by a parent.', 0)).status).toBe(303)
  const [first] = await textsOf(id, 'document')
  expect(first!.words).toBe('My child may take part.\n\nSigned by a parent.')
  const sam = await world.person('sam')
  const passage = await world.db
    .transaction()
    .execute(trx => makePassage(trx, first!, { startsAt: 25, endsAt: 44 }, sam))
  expect((await write('sam', 'My child may take part in talk.\n\nSigned by a parent.', 1)).status).toBe(303)
  const moved = await world.db.selectFrom('passages').selectAll().where('id', '=', passage.id).executeTakeFirstOrThrow()
  expect([moved.lostAt, moved.startsAt]).toEqual([null, 33])

  // Elsewhere in the text is merged, the same words are shown side by side.
  expect((await write('sam', 'My child may take part.\n\nSigned by a carer.', 1)).status).toBe(303)
  expect((await textsOf(id, 'document')).at(-1)!.words).toBe('My child may take part in talk.\n\nSigned by a carer.')
  const both = await write('sam', 'My child may take part in maths.\n\nSigned by a parent.', 1)
  expect(both.status).toBe(409)
  expect(both.text).toContain('part in talk')
  expect(both.text).toContain('part in maths')

  // What it said before is only for whoever keeps the piece.
  expect((await world.as('sam').get(`/evidence/${id}/texts/${first!.id}`)).text).toContain('This is how it read until')
  const forHuw = await world.as('huw').get(`/evidence/${id}/texts/${first!.id}`)
  expect([forHuw.status, forHuw.headers.location]).toEqual([
    303,
    `/evidence/${id}/texts/${(await textsOf(id, 'document')).at(-1)!.id}`,
  ])
})

test('a file with a password, a broken one, and one that unpacks without end stop nothing', async () => {
  const packed = Buffer.concat([Buffer.from('789c', 'hex'), deflateRawSync(Buffer.alloc(1024 ** 3, 32))])
  const endless = assembled([
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    Buffer.from('<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>'),
    Buffer.concat([
      Buffer.from(`<</Length ${packed.length}/Filter/FlateDecode>>stream\n`),
      packed,
      Buffer.from('\nendstream'),
    ]),
  ])
  const id = await log(world.as('sam'), { audience: 'group' })
  await add(id, 'locked.pdf', await lockedPdf())
  await add(id, 'broken.pdf', Buffer.from('%PDF-1.4\nnothing of a PDF at all\n%%EOF\n'))
  await add(id, 'endless.pdf', endless)
  await add(id, 'fine.txt', Buffer.from('Caf\xe9 Prŷs', 'latin1'))
  await readWaiting(world.house)
  const outcomes = await world.db
    .selectFrom('fileReadings')
    .innerJoin('files', 'files.id', 'fileReadings.fileId')
    .select(['files.name', 'outcome'])
    .where('evidenceId', '=', id)
    .execute()
  const of = Object.fromEntries(outcomes.map(one => [one.name, one.outcome]))
  expect(of).toMatchObject({ 'broken.pdf': 'failed', 'fine.txt': 'text', 'endless.pdf': 'failed' })
  expect(of['locked.pdf']).toBe('locked')
  expect((await textsOf(id, 'document')).map(text => text.words)).toHaveLength(1)
}, 120_000)

test('a reading that was cut short is taken up again, and a file that ends the program each time is given up', async () => {
  const id = await log(world.as('sam'), {}, [real.interview])
  const { row } = await fileOf(world, id)
  const set = (tries: number) =>
    world.db.updateTable('fileReadings').set({ tries, readAt: null }).where('fileId', '=', row.id).execute()
  await set(1)
  await readWaiting(world.house)
  expect((await textsOf(id, 'document'))[0]!.words).toContain('INTERVIEW WITH A TEACHING ASSISTANT')
  await set(3)
  await readWaiting(world.house)
  const reading = await world.db.selectFrom('fileReadings').selectAll().where('fileId', '=', row.id).executeTakeFirst()
  expect(reading!.outcome).toBe('failed')
  await world.as('sam').post(`/evidence/${id}/removal`)
  expect(await textsOf(id, 'document')).toEqual([])
})

test('what was left out of a file is said where its text is read, with what is read of such files at all', async () => {
  const id = await log(world.as('sam'), { audience: 'group' })
  const sheet = excelFile([
    { name: 'Ages', rows: row(1, ['School', 9]) },
    { name: 'Names', state: 'hidden', rows: row(1, ['Tilly']) },
  ])
  await add(id, 'ages.xlsx', sheet)
  await readWaiting(world.house)
  const [text] = await textsOf(id, 'document')
  const page = await world.as('huw').get(`/evidence/${id}/texts/${text!.id}`)
  expect(page.text).toContain('Left out here: 1 hidden sheet')
  expect(page.text).toContain('Of an Excel workbook is kept: what each cell shows')
  expect(page.text).not.toContain('Tilly')
})

test('where a workbench keeps reading, what comes in is read by itself, and again after one that failed', async () => {
  const stop = keepReading(world.house)
  for (const words of ['First in the box', 'Second in the box']) {
    const id = await log(world.as('sam'), { audience: 'group' })
    expect((await add(id, 'notes.pdf', pdfOf(words))).status).toBe(303)
    await vi.waitFor(async () => expect((await textsOf(id, 'document'))[0]?.words).toBe(words), { timeout: 20_000 })
  }
  await stop()
})
