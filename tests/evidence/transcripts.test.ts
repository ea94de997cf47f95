import { expect, test } from 'vitest'
import { asTyped, asVtt, linesAsTyped, linesOfCaptions } from '../../src/files/captions.js'
import { now } from '../../src/web/now.js'
import { howItGrows } from '../house/how-it-grows.js'
import { newWorld } from '../world.js'
import { fileOf, log, real } from './real-files.js'

const world = newWorld()
const srt =
  '1\r\n00:00:01,000 --> 00:00:03,500\r\nWhat makes you\r\npick one up?\r\n\r\n2\r\n00:00:05,200 --> 00:00:07,000\r\n<i>The picture.</i>\r\n'
const vtt =
  'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Teacher>A &amp; <b>B</b>\n\n00:02.000 --> 00:03.000\n<v P7>The back.\n'

test('subtitles in both formats become lines with moments, and back', () => {
  expect(asTyped(linesOfCaptions(srt, 'srt'))).toBe(
    '[0:01 – 0:03.5] What makes you pick one up?\n[0:05.2 – 0:07] The picture.',
  )
  const lines = linesOfCaptions(vtt, 'vtt')
  expect(asTyped(lines)).toBe('[0:01] Teacher: A & B\n[0:02 – 0:03] P7: The back.')
  expect(linesAsTyped(asTyped(lines))).toEqual(lines)
  expect(asVtt(lines)).toBe(
    'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nTeacher: A &amp; B\n\n00:00:02.000 --> 00:00:03.000\nP7: The back.\n',
  )
  expect(linesAsTyped('[1:02:03] Late\n[not a time] Said\n--> x')).toEqual([
    { from: 3723, to: null, words: 'Late' },
    { from: null, to: null, words: '[not a time] Said' },
    { from: null, to: null, words: '--> x' },
  ])
})

test('a transcript is read from subtitles in any of our encodings; its lines jump to the moment', async () => {
  const id = await log(world.as('sam'), { audience: 'group' }, [real.sound])
  const { row, address } = await fileOf(world, id)
  const at = `/evidence/${id}/files/${row.id}/text`
  const send = (name: string, bytes: Buffer, version: number) =>
    world.as('sam').send(at).field('words', '').field('version', version).attach('file', bytes, name)
  expect((await world.as('huw').send(at).field('words', 'x').field('version', 0)).status).toBe(403)
  expect((await send('picture.srt', Buffer.from([0, 1, 2, 3]), 0)).status).toBe(422)

  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(srt.replace('picture', 'ŵyl'), 'utf16le')])
  const saved = await send('talk.srt', utf16, 0)
  expect(saved.status).toBe(303)
  const page = await world.as('huw').get(String(saved.headers.location))
  expect(page.text).toContain('The ŵyl.')
  expect(page.text).toContain(`href="${address}#t=5.2"`)
  expect((await world.as('huw').get(`/evidence/${id}`)).text).toContain(`href="${address}#t=5.2"`)

  const captions = await world.as('huw').get(`${String(saved.headers.location)}/captions.vtt`)
  expect(captions.headers['content-type']).toContain('text/vtt')
  expect(captions.text).toContain('00:00:05.200 --> 00:00:07.000\nThe ŵyl.')
  expect((await world.as('ruth').get(`${String(saved.headers.location)}/captions.vtt`)).status).toBe(404)

  const box = await world.as('sam').get(at)
  expect(box.text).toContain('[0:01 – 0:03.5] What makes you pick one up?')
  const latin = await send('talk.txt', Buffer.from('Caf\xe9, no moments', 'latin1'), 1)
  expect((await world.as('huw').get(String(latin.headers.location))).text).toContain('Café, no moments')
  expect((await send('late.txt', Buffer.from('Quite another'), 1)).status).toBe(409)
})

test('when consent is taken back nobody reads the transcript, and erasing the file erases every version of it', async () => {
  const id = await log(world.as('sam'), { audience: 'group' }, [real.sound])
  const { row } = await fileOf(world, id)
  const at = `/evidence/${id}/files/${row.id}/text`
  const saved = await world.as('sam').send(at).field('words', '[0:01] P7 speaks').field('version', 0)
  await world.as('sam').post(`/evidence/${id}/consent/withdrawal`, { reason: 'A parent, by phone' })
  expect((await world.as('sam').get(String(saved.headers.location))).status).toBe(404)
  expect((await world.as('sam').get(`${String(saved.headers.location)}/captions.vtt`)).status).toBe(404)
  await world.as('sam').post(`/evidence/${id}/erasure`)
  const texts = await world.db.selectFrom('readableTexts').selectAll().where('evidenceId', '=', id).execute()
  expect(texts.every(text => text.words === '' && text.timings === null)).toBe(true)
})

test('outside the group the names in a transcript and its captions are pseudonyms', async () => {
  const id = await log(world.as('sam'), { audience: 'group' }, [real.sound])
  const { row } = await fileOf(world, id)
  const said = '[0:01] Mrs Puw says so.\n[0:04] And again.'
  const saved = await world
    .as('sam')
    .send(`/evidence/${id}/files/${row.id}/text`)
    .field('words', said)
    .field('version', 0)
  await world.as('sam').post(`/evidence/${id}/sharing`, { audience: 'network', nobody: 'yes' })
  const pseudonym = { kind: 'person', schoolId: null, name: 'Elin Puw', also: '', pseudonym: 'Teacher A' } as const
  await world.db
    .insertInto('pseudonyms')
    .values({ id: 'puw', groupId: 'reading', ...pseudonym, chosenAt: now(), chosenBy: 'sadia', removedAt: null })
    .execute()
  const text = String(saved.headers.location)
  for (const at of [text, `${text}/captions.vtt`, `/evidence/${id}`]) {
    expect((await world.as('huw').get(at)).text).toContain('Mrs Puw')
    const outside = await world.as('nia').get(at)
    expect([at, outside.status, outside.text.includes('Puw')]).toEqual([at, 200, false])
    expect(outside.text).toContain('Teacher A')
  }
  expect((await world.as('nia').get(`${text}/captions.vtt`)).text).toContain('00:00:04.000')
})

test('every word of a cue is kept, and only its tags are left out', () => {
  const said = (words: string) =>
    linesOfCaptions(`WEBVTT\n\n00:01.000 --> 00:09.000\n${words}\n`, 'vtt').map(line => line.words)
  expect(said('5 < 6 and 7 > 3, I <3 it')).toEqual(['5 < 6 and 7 > 3, I <3 it'])
  expect(said('<v.loud P7>The <c.yellow>back</c>, <00:02.500>not <lang cy>y blaen</lang>.</v>')).toEqual([
    'P7: The back, not y blaen.',
  ])
  expect(said('<font color="#fff">Big</font> &lt;b&gt; <b')).toEqual(['Big <b> <b'])
})

test('a cue of no length, and words after a line of one space, are said at their moment', () => {
  const typed = (text: string, type: 'srt' | 'vtt') => asTyped(linesOfCaptions(text, type))
  const odd =
    '1\n00:00:01,000 --> 00:00:01,000\nAt once\n\n2\n0:0:04,5 --> 0:0:06,000 X1:40\nFirst\n \nand after\n\n12 apples\n3\n00:00:08,000 --> 00:00:09,000\n{\\an8}Above\n'
  expect(typed(odd, 'srt')).toBe('[0:01] At once\n[0:04.5 – 0:06] First and after 12 apples\n[0:08 – 0:09] Above')
  const vttOdd =
    'WEBVTT Kind: captions\nLanguage: cy\n\nSTYLE\n::cue { color: red }\n\nNOTE made by hand\n\nintro\n00:01.000 --> 00:01.000 line:0\nShwmae\n\n00:03.000 --> 00:02.000\nBack\n'
  expect(typed(vttOdd, 'vtt')).toBe('[0:01] Shwmae\n[0:03] Back')
})

test('an empty file leaves the transcript as it is, and says so; one without a mark of its encoding is read', async () => {
  const id = await log(world.as('sam'), { audience: 'group' }, [real.sound])
  const { row } = await fileOf(world, id)
  const at = `/evidence/${id}/files/${row.id}/text`
  const send = (name: string, bytes: Buffer, version: number) =>
    world.as('sam').send(at).field('words', '').field('version', version).attach('file', bytes, name)
  const marked = Buffer.from(srt.replace('picture', 'ŵyl'), 'utf16le')
  const saved = await send('talk.srt', marked, 0)
  expect(saved.status).toBe(303)
  for (const [name, bytes] of [
    ['empty.srt', Buffer.alloc(0)],
    ['empty.txt', Buffer.from(' \n')],
    ['empty.vtt', Buffer.from('WEBVTT\n')],
  ] as const) {
    const answer = await send(name, bytes, 1)
    expect([name, answer.status, answer.text.includes('no subtitles or words')]).toEqual([name, 422, true])
  }
  expect((await world.as('sam').get(String(saved.headers.location))).text).toContain('The ŵyl.')
})

test('subtitles of tags within tags and of lines that never end are read in their time', async () => {
  for (const tag of ['<i>', '<v A>', '<', '<i', '</b>', '<00:01.000>', 'a\n', '\n', 'a\n\n']) {
    const read = (much: number) =>
      linesOfCaptions(`WEBVTT\n\n00:01.000 --> 00:02.000\n${tag.repeat(much)}said\n`, 'vtt')
    expect(await howItGrows(read), JSON.stringify(tag)).toBeLessThan(8)
  }
})

test('a transcript keeps its spaces, and is read in its time', async () => {
  expect(linesAsTyped(`One${' '.repeat(300_000)}two`)[0]!.words).toBe(`One${' '.repeat(300_000)}two`)
  expect(linesAsTyped(`One${' \t'.repeat(300_000)}\ntwo`).map(line => line.words)).toEqual(['One', 'two'])
  for (const space of [' ', ' \t'])
    expect(await howItGrows(much => linesAsTyped(`One${space.repeat(much)}\ntwo`))).toBeLessThan(8)
})
