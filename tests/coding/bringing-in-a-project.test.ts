import { expect, test } from 'vitest'
import { readProject } from '../../src/files/reading/project/from-project.js'
import { unread } from '../../src/names/names.js'
import { onDisk } from '../files/made-documents.js'
import { zip } from '../files/made-files.js'
import { pdfOf } from '../files/made-pdfs.js'
import { newWorld } from '../world.js'

const world = newWorld()
const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`

/** As QualCoder and its like export (REFI-QDA 1.0): codes in two levels, a text, a PDF with its text, a transcript, notes. */
function project({ codes = '', sources = '', notes = '', more = '' } = {}): string {
  return `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="Lessons" origin="QualCoder 3.6"><Users><User guid="${id(1)}" name="default"/></Users><CodeBook><Codes>${codes}</Codes></CodeBook>${more}<Sources>${sources}</Sources><Notes>${notes}</Notes></Project>`
}

const codes = `<Code guid="${id(10)}" name="What children say" isCodable="false"><Code guid="${id(11)}" name="Courage" isCodable="true" color="#A23B5B"><Description>They dare to ask</Description><NoteRef targetGUID="${id(50)}"/></Code></Code><Code guid="${id(12)}" name="Courage" isCodable="true"/>`
const coded = (from: number, to: number, code: number, inside = '') =>
  `<PlainTextSelection guid="${id(100 + from)}" startPosition="${from}" endPosition="${to}">${inside}<Coding guid="${id(200 + from)}"><CodeRef targetGUID="${id(code)}"/></Coding></PlainTextSelection>`

async function send(bytes: Buffer, name: string, as = 'sadia', group = 'reading') {
  return world.as(as).send(`/groups/${group}/codes/imports`).attach('file', bytes, name)
}

function passagesOf(piece: string) {
  return world.db
    .selectFrom('codings')
    .innerJoin('passages', 'passages.id', 'codings.passageId')
    .innerJoin('codes', 'codes.id', 'codings.codeId')
    .select(['passages.words', 'codes.name'])
    .where('codings.evidenceId', '=', piece)
    .where('codings.removedAt', 'is', null)
    .orderBy('passages.startsAt')
    .execute()
}

test('a coded project is looked at with its losses, and then its texts, PDFs, codes and notes stand in the group', async () => {
  // One letter of two units before the coded words, and line breaks of Windows.
  const text = '😀 Jac said:\r\n“I dare to ask now.”'
  const at = [...text.replace('\r\n', '\n')].join('').indexOf('I dare') - 1
  const sources = [
    `<TextSource guid="${id(20)}" name="Interview 1" plainTextPath="internal://${id(20)}.txt">${coded(at, at + 6, 11, '<Description>Said twice</Description>')}</TextSource>`,
    `<PDFSource guid="${id(21)}" name="Report.pdf" path="internal://${id(21)}.pdf"><PDFSelection guid="${id(22)}" page="0" firstX="1" firstY="1" secondX="9" secondY="9"/><Representation guid="${id(23)}" plainTextPath="internal://${id(23)}.txt">${coded(0, 8, 12)}</Representation></PDFSource>`,
    `<AudioSource guid="${id(24)}" name="Talk.mp3" path="internal://${id(24)}.mp3"><Transcript guid="${id(25)}" plainTextPath="internal://${id(25)}.txt"><SyncPoint guid="${id(26)}" position="4" timeStamp="10"/><SyncPoint guid="${id(27)}" position="9" timeStamp="90"/><TranscriptSelection guid="${id(28)}" fromSyncPoint="${id(26)}" toSyncPoint="${id(27)}"><Coding guid="${id(29)}"><CodeRef targetGUID="${id(11)}"/></Coding></TranscriptSelection></Transcript></AudioSource>`,
    `<PictureSource guid="${id(30)}" name="Wall.jpg" path="internal://${id(30)}.jpg"/>`,
  ].join('')
  const notes = `<Note guid="${id(50)}" name="On courage"><PlainTextContent>Look at girls too</PlainTextContent></Note><Note guid="${id(51)}" name="Diary"><PlainTextContent>We began in June</PlainTextContent></Note>`
  const bytes = zip({
    'project.qde': project({ codes, sources, notes, more: `<Cases><Case guid="${id(40)}" name="School A"/></Cases>` }),
    [`sources/${id(20)}.txt`]: text,
    [`sources/${id(21)}.pdf`]: pdfOf('Children ask').toString('latin1'),
    [`sources/${id(23)}.txt`]: 'Children ask',
    [`sources/${id(25)}.txt`]: 'And quiet at last',
  })
  const sent = await send(bytes, 'lessons.qdpx')
  expect(sent.status).toBe(303)
  const address = String(sent.headers.location)
  const preview = await world.as('sadia').get(address)
  expect(preview.text).toContain('A project from QualCoder 3.6')
  expect(preview.text).toContain('3 new codes')
  for (const loss of [
    '1 picture',
    '1 sound or film',
    '1 coded area of a page or picture',
    '1 case',
    'who coded and wrote what, and when',
  ])
    expect(preview.text).toContain(`<li>${loss}`)
  expect(
    await world.db
      .selectFrom('evidence')
      .select('id')
      .where('title', '=', 'Interview 1' as never)
      .execute(),
  ).toEqual([])
  expect((await world.as('bilal').get(address)).status).toBe(404)

  await world.as('sadia').post(address, { audience: 'group' }).expect(303)
  const pieces = await world.db
    .selectFrom('evidence')
    .selectAll()
    .where('groupId', '=', 'reading')
    .orderBy('number', 'desc')
    .limit(4)
    .execute()
  const [diary, talk, report, interview] = pieces
  expect([interview, report, talk, diary].map(piece => unread(piece!).title)).toEqual([
    'Interview 1',
    'Report.pdf',
    'Talk.mp3',
    'Diary',
  ])
  expect(await passagesOf(interview!.id)).toEqual([{ words: 'I dare', name: 'Courage' }])
  expect(await passagesOf(report!.id)).toEqual([{ words: 'Children', name: 'Courage (2)' }])
  expect(await passagesOf(talk!.id)).toEqual([{ words: 'quiet', name: 'Courage' }])
  const memos = await world.db.selectFrom('memoWords').select('words').execute()
  expect(memos.map(one => one.words)).toEqual(expect.arrayContaining(['Look at girls too', 'Said twice']))
  const file = await world.db
    .selectFrom('evidenceFiles')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .select(['files.mediaType', 'files.name'])
    .where('evidenceId', '=', report!.id)
    .executeTakeFirst()
  expect(file).toEqual({ mediaType: 'application/pdf', name: 'Report.pdf' })
  const book = await world.as('sadia').get('/groups/reading/codes')
  expect(book.text).toContain('Courage (2)')
  expect((await world.as('sadia').get(address)).status).toBe(404)
})

test('a codebook alone comes in, and a code that the group has by that name is used as it is', async () => {
  const book = (names: string[]) =>
    Buffer.from(
      `<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Taguette 1.4"><Codes>${names.map((name, at) => `<Code guid="${id(300 + at)}" name="${name}" isCodable="true"/>`).join('')}</Codes></CodeBook>`,
    )
  const sent = await send(book(['courage', 'Patience']), 'ours.qdc')
  const address = String(sent.headers.location)
  expect((await world.as('sadia').get(address)).text).toContain('Yours stay as they are: Courage')
  await world.as('sadia').post(address, { audience: 'author' }).expect(303)
  const named = await world.db.selectFrom('codes').select('name').where('name', 'in', ['courage', 'Patience']).execute()
  expect(named.map(one => one.name)).toEqual(['Patience'])
  const again = await send(book(['Patience']), 'ours.qdc')
  expect((await world.as('sadia').get(String(again.headers.location))).text).not.toContain('Add these to the group')
})

test('what is no project, and what was made to harm, is answered with a sentence', async () => {
  const bomb = `<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><Project>&b;</Project>`
  const sentence = 'no codebook (.qdc) and no project (.qdpx)'
  for (const [name, bytes] of [
    ['words.qdc', Buffer.from('Dear all')],
    ['empty.qdpx', zip({ 'readme.txt': 'nothing' })],
    ['entities.qdc', Buffer.from(bomb)],
    ['entities.qdpx', zip({ 'project.qde': bomb })],
    ['deep.qdc', Buffer.from('<Code>'.repeat(50_000))],
    ['broken.qdpx', zip({ 'project.qde': project({ codes }) }).subarray(0, 200)],
  ] as const) {
    const answer = await send(bytes, name)
    expect([name, answer.status, answer.text.includes(sentence)]).toEqual([name, 422, true])
  }
  const elsewhere = `<TextSource guid="${id(60)}" name="Far" plainTextPath="relative:///etc/passwd"/><TextSource guid="${id(61)}" name="Up" plainTextPath="internal://../project.qde"/>`
  const sent = await send(zip({ 'project.qde': project({ codes, sources: elsewhere }) }), 'far.qdpx')
  const preview = await world.as('sadia').get(String(sent.headers.location))
  expect(preview.text).toContain('“Far”, of which the file holds no text')
  expect(preview.text).toContain('“Up”, of which the file holds no text')
})

test('a passage whose description repeats the notes that it points at brings them in once', async () => {
  const twice = (said: string) =>
    `<TextSource guid="${id(20)}" name="A" plainTextPath="internal://${id(20)}.txt">${coded(0, 6, 11, `<Description>${said}</Description>`).replace('</PlainTextSelection>', `<NoteRef targetGUID="${id(50)}"/></PlainTextSelection>`)}</TextSource>`
  const notes = `<Note guid="${id(50)}" name="On courage" plainTextPath="internal://${id(50)}.txt"/>`
  const notesOn = async (said: string) => {
    const files = {
      'project.qde': project({ codes, sources: twice(said), notes }),
      [`sources/${id(20)}.txt`]: 'I dare to ask',
      [`sources/${id(50)}.txt`]: 'Look at girls too',
    }
    return (await readProject(onDisk(zip(files)))).texts[0]!.selections[0]!.notes
  }
  expect(await notesOn('Look at girls too')).toEqual([id(50)])
  expect(await notesOn('Said twice')).toEqual([id(50), '=Said twice'])
})

test('a project is brought in by members of the group, and by nobody else', async () => {
  const bytes = zip({ 'project.qde': project({ codes }) })
  for (const outsider of ['nia', 'dilys', 'carys', 'ruth']) {
    expect((await send(bytes, 'p.qdpx', outsider)).status).toBe(404)
    expect((await world.as(outsider).get('/groups/reading/codes/import')).status).toBe(404)
  }
  expect((await world.as('sam').get('/groups/reading/codes/import')).status).toBe(200)
})
