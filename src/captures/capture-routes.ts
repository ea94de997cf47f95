import { type Request, type Response, Router } from 'express'
import { inOne } from '../database.js'
import { allow, BadInput, Conflict, DiskFull, NotFound } from '../errors.js'
import { findEnquiry } from '../enquiries/enquiry.js'
import { diskReserve, because } from '../files/receiving/rules.js'
import { grownTo, Resuming } from '../files/receiving/resuming.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import type { Brought } from '../room.js'
import { tell } from '../people/sessions.js'
import { answerOf } from '../web/answering-scripts.js'
import { addMistake, type FormState, formOf, read } from '../web/read.js'
import { signedIn } from '../web/signed-in.js'
import { AnnouncedFiles, beginCapture, captureNamed, filesOfCapture } from './capturing.js'
import { settleCapture } from './completing.js'
import { findEvidence } from '../evidence/evidence.js'
import { LoggingForm } from '../evidence/forms.js'
import { giveWay } from './giving-way.js'
import { beginHalf, dropHalf, dropHalves, findHalf, halvesOf, touchHalf } from './half-uploads.js'
import { mayLogEvidence, mayReviseEvidence } from '../evidence/permissions.js'
import { roomLeftFor } from '../evidence/files/room-for-files.js'
import type { Capture, CaptureFile } from '../evidence/tables.js'
import { defaults, loggedInWords } from '../evidence/logging/taking-in.js'

/** What a device sends in its own time: the words, then each file, resumed where it broke off (tus protocol). */
export function captureRoutes(house: House, { erases }: Pick<Brought, 'erases'>): Router {
  const { db, store } = house
  const routes = Router()
  const uploads = new Resuming('/uploads', store, id =>
    db.selectFrom('halfUploads').select(['id', 'bytes']).where('id', '=', id).executeTakeFirst(),
  )

  // Sent as often as the device likes: the first time logs the words, the others take in the files that have come.
  routes.post('/captures', async (req, res) => {
    const person = signedIn(res)
    const { by, files, instead, ...fields } = (req.body ?? {}) as Record<string, string | string[]>
    if (by !== person.id) throw new Conflict('Somebody else is signed in here now. It waits for you to sign in again.')
    const known = typeof fields.capture === 'string' ? await captureNamed(db, person, fields.capture) : undefined
    const capture = known ?? (await begin(res, person, fields, files))
    if (!capture) return
    const isNew = (await settleCapture(house, person, capture)) || (!known && capture.completedAt !== null)
    for (const older of [instead ?? []].flat()) await inOne(db, trx => giveWay(trx, erases, person, older, capture))
    await answer(res, person, capture, isNew)
  })

  routes.post('/captures/:capture/removal', async (req, res) => {
    const capture = await captureNamed(db, signedIn(res), req.params.capture)
    if (!capture) throw new NotFound('capture')
    await dropHalves(db, store, capture.evidenceId)
    res.status(204).end()
  })

  routes.post('/uploads', async (req, res) => {
    const person = signedIn(res)
    const { file, groupId } = await findAnnounced(person, told(req))
    if (file.settledAt) throw new Conflict('This file has arrived already.')
    if (req.get('upload-length') !== String(file.bytes))
      throw new BadInput('This file is not as long as it was said to be. Add it again.', 422)
    await keepReserve(file.bytes)
    await dropOlder(file)
    const room = await roomLeftFor(db, groupId)
    if (file.bytes > room) throw new BadInput(because.noRoom(room), 413)
    const id = await beginHalf(db, file)
    await uploads.handle(req, res, id)
  })

  routes.all('/uploads/:id', async (req, res) => {
    const person = signedIn(res)
    if (!['HEAD', 'PATCH', 'DELETE'].includes(req.method)) throw new NotFound()
    const half = await findHalf(db, person, req.params.id)
    await findAnnounced(person, half)
    if (req.method === 'PATCH') await keepReserve(Number(req.get('content-length') ?? 0))
    await uploads.handle(req, res)
    if (req.method === 'DELETE') await db.deleteFrom('halfUploads').where('id', '=', half.id).execute()
    else await touchHalf(db, half.id)
  })

  async function begin(
    res: Response,
    person: Reader,
    fields: Record<string, string | string[]>,
    sent: unknown,
  ): Promise<Capture | undefined> {
    const enquiry = await findEnquiry(db, person, String(fields.group ?? ''))
    allow(mayLogEvidence(enquiry), 'Evidence is logged by those who are in the group, as long as its enquiry goes on.')
    const files = AnnouncedFiles.safeParse(fromJson(sent))
    const reading = read(LoggingForm, { ...defaults(enquiry, person), ...fields })
    if (!files.success || (reading.ok && !reading.values.capture))
      throw new BadInput('What the device sent could not be read. Open the page again and send it once more.', 422)
    if (!reading.ok) return void refuse(res, reading.form)
    const { values } = reading
    if (values.whatWeSaw === '' && values.title === '' && files.data.length === 0)
      return void refuse(res, addMistake(formOf(fields), 'whatWeSaw', 'Say what you saw, or add a photo or a file'))
    return inOne(db, trx => beginCapture(trx, enquiry, person, { ...values, capture: values.capture! }, files.data))
  }

  async function answer(res: Response, person: Reader, before: Capture, isNew: boolean): Promise<void> {
    const capture = (await captureNamed(db, person, before.capture)) ?? before
    const piece = await db.selectFrom('evidence').selectAll().where('id', '=', capture.evidenceId).executeTakeFirst()
    const files = await filesOfCapture(db, capture)
    const saved = capture.completedAt !== null || !piece
    const refused = files.flatMap(file =>
      file.refusedBecause === null ? [] : [{ name: file.name, because: file.refusedBecause }],
    )
    const message = piece && saved ? loggedInWords(piece, refused) : null
    if (isNew && message) await tell(db, res, message)
    const location = piece ? `/evidence/${piece.id}` : '/'
    if (saved) res.location(location)
    res.status(saved ? 201 : 202).json({ saved, location, message, files: await stateOf(capture, files) })
  }

  async function stateOf(capture: Capture, files: CaptureFile[]) {
    const halves = await halvesOf(db, capture)
    return Promise.all(
      files.map(async ({ part, settledAt, refusedBecause }) => {
        const half = halves.find(one => one.part === part)
        const offset = half && (await grownTo(store, half.id))
        return {
          part,
          settled: settledAt !== null,
          because: refusedBecause,
          upload: half && offset !== undefined ? `/uploads/${half.id}` : null,
        }
      }),
    )
  }

  /** The file of a capture of theirs, in a piece that is still theirs to add to. @throws NotFound, NotAllowed */
  async function findAnnounced(person: Reader, { capture, part }: { capture: string; part: string }) {
    const named = await captureNamed(db, person, capture)
    const file = named && (await filesOfCapture(db, named)).find(one => one.part === part)
    if (!file) throw new NotFound('upload')
    const piece = await findEvidence(db, person, named.evidenceId)
    allow(mayReviseEvidence(person, piece), 'The files of a piece are its author’s to add and take out.')
    return { file, groupId: piece.groupId }
  }

  /** What it took of the room before is not counted twice. */
  async function dropOlder(file: CaptureFile): Promise<void> {
    const older = (await halvesOf(db, file)).filter(half => half.part === file.part)
    for (const half of older) await dropHalf(db, store, half.id)
  }

  async function keepReserve(coming: number): Promise<void> {
    if ((await store.freeBytes()) - coming < diskReserve) throw new DiskFull()
  }

  return routes
}

function refuse(res: Response, form: FormState): void {
  res.status(422).json(answerOf({ title: '', form }))
}

/** `Upload-Metadata` of the tus protocol: pairs of a key and its value in base64. */
function told(req: Request): { capture: string; part: string } {
  const pairs = (req.get('upload-metadata') ?? '').split(',').map(pair => pair.trim().split(' '))
  const value = (name: string) => Buffer.from(pairs.find(([key]) => key === name)?.[1] ?? '', 'base64').toString('utf8')
  return { capture: value('capture'), part: value('part') }
}

function fromJson(sent: unknown): unknown {
  if (sent === undefined) return []
  try {
    return JSON.parse(typeof sent === 'string' ? sent : '')
  } catch {
    return undefined
  }
}
