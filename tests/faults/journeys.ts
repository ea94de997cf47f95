import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import * as made from '../files/made-files.js'
import type { Answer, Installation } from './installation.js'

/** Something that people do again and again; each time has a number, by which it is known again. */
export interface Journey {
  name: string
  /** @returns the status of what was answered last, and whether that acknowledged the deed */
  deed(at: Installation, number: number): Promise<{ status: number; done: boolean }>
  /** @returns a sentence for each deed of these numbers that is not there whole, and for each half of one */
  lost(at: Installation, acknowledged: number[]): string[]
}

const photo = await made.phonePhoto()
const film = Buffer.concat([made.mp4, boxOf(200_000)])
const long = ' It was said at length.'.repeat(60)
const form = (fields: Record<string, string>) => ({ body: new URLSearchParams(fields) })
const asJson = { headers: { Accept: 'application/json' } }
const when = (answer: Answer, done: number) => ({ status: answer.status, done: answer.status === done })

const logging: Journey = {
  name: 'logging a piece with a photograph',
  async deed(at, number) {
    const body = new FormData()
    body.set('whatWeSaw', `Photographed, number ${number}.${long}`)
    body.set('audience', 'group')
    body.append('files', new Blob([new Uint8Array(photo)]), `photo-${number}.jpg`)
    return when(await at.ask('sam', '/groups/reading/evidence', { body }), 303)
  },
  lost: (at, acknowledged) => filesOf(at, 'Photographed', acknowledged, true),
}

const typing: Journey = {
  name: 'saving a text as it is typed',
  async deed(at, number) {
    const version = at.rows<{ version: number }>(typed)[0]?.version ?? 0
    const words = form({ body: `Typed, number ${number}.${long}`, version: String(version) })
    return when(await at.ask('sam', '/texts/stage/reading-1/purpose.ethics', { ...words, ...asJson }), 200)
  },
  lost: (at, acknowledged) => latest('the text', at.rows<{ body: string }>(typed)[0]?.body, acknowledged),
}
const typed = `select body, version from texts where kind = 'stage' and owner = 'reading-1' and field = 'purpose.ethics'`

const answering: Journey = {
  name: 'answering a recommendation',
  async deed(at, number) {
    const address = await sentRecommendation(at)
    if (!address) return { status: 0, done: false }
    const version = at.rows<{ version: number }>(answered)[0]!.version
    const words = { answer: 'adapt', reason: `Answered, number ${number}.${long}`, reviewOn: '2037-06-01' }
    const answer = await at.ask('imran', `${address}/responses/weir`, form({ ...words, version: String(version) }))
    return when(answer, 303)
  },
  lost(at, acknowledged) {
    const [response] = at.rows<{ reason: string }>(answered)
    const kept = at.rows(`select id from response_answers where reason = ?`, response?.reason ?? '')
    const half =
      response?.reason && kept.length !== 1 ? [`The answer stands ${kept.length} times among the answers.`] : []
    return [...latest('the answer', response?.reason, acknowledged), ...half]
  },
}
const answered = `select reason, version from responses where recommendation_id = (
  select id from recommendations where recommendation = 'Ten minutes a day') and school_id = 'weir'`

const submitting: Journey = {
  name: 'submitting a write-up',
  async deed(at) {
    const address = await begunWriteUp(at)
    if (!address) return { status: 0, done: false }
    const open = at.rows('select id from submissions where taken_back_at is null').length > 0
    if (open) {
      const back = await at.ask('sadia', `${address}/taking-back`)
      if (back.status !== 303) return { status: back.status, done: false }
    }
    return when(await at.ask('sadia', `${address}/submission`), 303)
  },
  lost(at, acknowledged) {
    const rows = at.rows<{ id: string; open: number }>('select id, taken_back_at is null as open from submissions')
    const facts = at.rows(`select id from facts where kind = 'submitted'`)
    return [
      ...(rows.length < acknowledged.length
        ? [`${acknowledged.length} were submitted, and ${rows.length} stand.`]
        : []),
      ...(facts.length !== rows.length ? [`${rows.length} submissions, and ${facts.length} facts of them.`] : []),
      ...(rows.filter(row => row.open).length > 1 ? ['Two submissions are open at once.'] : []),
    ]
  },
}

const uploading: Journey = {
  name: 'uploading a film bit by bit',
  async deed(at, number) {
    const capture = `a-capture-of-faults-${number}`
    const announced = JSON.stringify([{ part: 'film', name: `film-${number}.mp4`, bytes: film.length }])
    const words = { group: 'reading', audience: 'group', whatWeSaw: `Filmed, number ${number}.${long}`, by: 'sam' }
    const told = () => at.ask('sam', '/captures', { ...form({ ...words, capture, files: announced }), ...asJson })
    const begun = await told()
    if (begun.status !== 202) return when(begun, 201)
    const known = `capture ${inBase64(capture)},part ${inBase64('film')}`
    const length = { 'Upload-Length': String(film.length), 'Upload-Metadata': known }
    const upload = await at.ask('sam', '/uploads', { headers: { ...tus, ...length } })
    if (upload.status !== 201) return { status: upload.status, done: false }
    const going = { ...tus, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' }
    const gone = await at.ask('sam', upload.location, { method: 'PATCH', headers: going, body: new Uint8Array(film) })
    return gone.status === 204 ? when(await told(), 201) : { status: gone.status, done: false }
  },
  // One that is not acknowledged waits for the rest of its film.
  lost: (at, acknowledged) => filesOf(at, 'Filmed', acknowledged, false),
}
const tus = { 'Tus-Resumable': '1.0.0', Accept: 'application/json' }

const withdrawing: Journey = {
  name: 'withdrawing a piece',
  async deed(at, number) {
    const logged = await at.ask('sam', '/groups/reading/evidence', {
      ...form({ whatWeSaw: `Withdrawn, number ${number}.${long}`, audience: 'group' }),
    })
    if (logged.status !== 303) return { status: logged.status, done: false }
    const id = /\/evidence\/([^/?]+)/.exec(logged.location)?.[1]
    return when(
      await at.ask('sam', `/evidence/${id}/withdrawal`, form({ reason: `Number ${number}: the school asked.` })),
      303,
    )
  },
  lost(at, acknowledged) {
    const rows = at.rows<{ id: string; number: number; withdrawn_at: string | null; facts: number }>(
      `select evidence.id, withdrawn_at, withdrawn_because as reason,
        cast(substr(what_we_saw, 19) as integer) as number,
        (select count(*) from facts where about_id = evidence.id and kind = 'evidence withdrawn') as facts
      from evidence where what_we_saw like 'Withdrawn, number %'`,
    )
    const journal = existsSync(`${at.file}.withdrawals`) ? readFileSync(`${at.file}.withdrawals`, 'utf8') : ''
    const gone = rows.filter(row => row.withdrawn_at !== null)
    const unknown = acknowledged.filter(number => !gone.some(row => row.number === number))
    return [
      ...unknown.map(number => `The withdrawal of number ${number} is lost.`),
      ...gone.filter(row => row.facts !== 1).map(row => `Number ${row.number} is withdrawn, with ${row.facts} facts.`),
      ...gone.filter(row => !journal.includes(row.id)).map(row => `Number ${row.number} is not in the journal.`),
    ]
  },
}

export const journeys = [logging, typing, answering, submitting, uploading, withdrawing]

/** What everything above leans on, begun once, before any fault. */
export async function prepare(at: Installation): Promise<void> {
  if (!(await sentRecommendation(at))) throw new Error('No recommendation could be sent.')
  if (!(await begunWriteUp(at))) throw new Error('No write-up could be begun.')
}

async function sentRecommendation(at: Installation): Promise<string> {
  const find = () =>
    at.rows<{ id: string }>(`select id from recommendations where recommendation = 'Ten minutes a day'`)[0]
  if (find()) return `/recommendations/${find()!.id}`
  const words = { recommendation: 'Ten minutes a day', reasons: 'The children named it.', releaseDays: '1', cost: '' }
  const drafted = await at.ask('sam', '/groups/reading/recommendations', form(words))
  const sent = await at.ask('sadia', `${drafted.location}/sending`, form({ schools: 'weir' }))
  return sent.status === 303 ? drafted.location : ''
}

async function begunWriteUp(at: Installation): Promise<string> {
  const find = () => at.rows<{ id: string }>(`select id from write_ups where group_id = 'reading'`)[0]
  if (!find()) {
    await at.ask('sadia', '/groups/reading/write-up')
    await at.ask('sadia', `/write-ups/${find()!.id}/authors`, form({ authors: 'Sadia Rahman' }))
  }
  return find() ? `/write-ups/${find()!.id}` : ''
}

/** @param always whether a piece without its file would be half of one */
function filesOf(at: Installation, word: string, acknowledged: number[], always: boolean): string[] {
  const rows = at.rows<{ number: number; files: number; facts: number }>(
    `select cast(substr(what_we_saw, ?) as integer) as number,
      (select count(*) from evidence_files where evidence_id = evidence.id) as files,
      (select count(*) from facts where about_id = evidence.id) as facts
    from evidence where what_we_saw like ?`,
    `${word}, number `.length + 1,
    `${word}, number %`,
  )
  return [
    ...acknowledged.flatMap(number => {
      const found = rows.filter(row => row.number === number)
      const isThere = found.length === 1 && found[0]!.files === 1 && found[0]!.facts > 0
      return isThere ? [] : [`${word}, number ${number}, stands ${found.length} times: ${JSON.stringify(found)}.`]
    }),
    ...rows
      .filter(row => always && (row.files !== 1 || row.facts === 0))
      .map(row => `${word}, number ${row.number}, has ${row.files} files and ${row.facts} facts.`),
  ]
}

/** What is written over again and again is that of the last number that was acknowledged, or a later one that was on its way. */
function latest(what: string, words: string | undefined, acknowledged: number[]): string[] {
  const number = Number(/^\w+, number (\d+)\./.exec(words ?? '')?.[1] ?? -1)
  const last = Math.max(-1, ...acknowledged)
  const isWhole = !words || words.endsWith(long.trimEnd())
  return [
    ...(number < last ? [`${what} is that of number ${number}, though ${last} was acknowledged.`] : []),
    ...(isWhole ? [] : [`${what} is half there.`]),
  ]
}

function inBase64(words: string): string {
  return Buffer.from(words).toString('base64')
}

function boxOf(bytes: number): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(bytes + 8)
  head.write('mdat', 4, 'latin1')
  return Buffer.concat([head, randomBytes(bytes)])
}
