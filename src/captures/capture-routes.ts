import { type Response, Router } from 'express'
import { inOne } from '../database.js'
import { allow, BadInput, Conflict, NotFound } from '../errors.js'
import { findEnquiry } from '../enquiries/enquiry.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import type { Brought } from '../room.js'
import { answerOf } from '../web/answering-scripts.js'
import { addMistake, type FormState, formOf, read } from '../web/read.js'
import { signedIn } from '../web/signed-in.js'
import { LoggingForm } from '../evidence/forms.js'
import { defaults } from '../evidence/logging/taking-in.js'
import { mayLogEvidence } from '../evidence/permissions.js'
import { answerAboutCapture } from './answering.js'
import { AnnouncedFiles, beginCapture, captureNamed } from './capturing.js'
import { settleCapture } from './completing.js'
import { giveWay } from './giving-way.js'
import { dropHalves } from './half-uploads.js'
import type { Capture } from '../evidence/tables.js'

/** The words of what a device sends in its own time; its files follow (upload-routes.ts). */
export function captureRoutes(house: House, { erases }: Pick<Brought, 'erases'>): Router {
  const { db, store } = house
  const routes = Router()

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
    await answerAboutCapture(house, res, person, capture, isNew)
  })

  routes.post('/captures/:capture/removal', async (req, res) => {
    const capture = await captureNamed(db, signedIn(res), req.params.capture)
    if (!capture) throw new NotFound('capture')
    await dropHalves(db, store, capture.evidenceId)
    res.status(204).end()
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

  return routes
}

function refuse(res: Response, form: FormState): void {
  res.status(422).json(answerOf({ title: '', form }))
}

function fromJson(sent: unknown): unknown {
  if (sent === undefined) return []
  try {
    return JSON.parse(typeof sent === 'string' ? sent : '')
  } catch {
    return undefined
  }
}
