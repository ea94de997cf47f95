import type { Request, Response } from 'express'
import { inOne } from '../../database.js'
import { BadInput, DiskFull, TooLarge } from '../../errors.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { Refused } from '../../files/receiving/arriving.js'
import { prepareFiles } from '../../files/keeping.js'
import { type Fields, fieldsReadBefore, receiveFiles, type Received } from '../../files/receiving/receiving.js'
import type { House } from '../../house.js'
import type { Person } from '../../people/person.js'
import { today } from '../../web/now.js'
import { addMistake, type FormState, read } from '../../web/read.js'
import { numberOf } from '../listing/cards.js'
import { ofThisNetwork, ownSchool } from './choices.js'
import { LoggingForm, type LoggingValues } from '../forms.js'
import { capturedBefore, logEvidence } from './logging.js'
import { diskReserve } from '../../files/receiving/rules.js'
import { mostFilesAtOnce } from '../files/room-for-files.js'
import type { Evidence } from '../tables.js'

/** How taking in a piece ended. Whatever the end, no word is lost. */
export type TakenIn =
  | { outcome: 'logged'; piece: Evidence; refused: Refused[] }
  /** The words need mending, but the files are safe: a draft that only its author sees holds them. */
  | { outcome: 'files kept'; piece: Evidence; form: FormState }
  | { outcome: 'refused'; form: FormState }

/** Receives a form with files. When it breaks off, the words read until then come back with the sentence. */
export async function receive(
  { store }: House,
  req: Request,
  res: Response,
  roomLeft: number,
): Promise<Received | { fields: Fields; status: number; sentence: string }> {
  try {
    return await receiveFiles({ store, roomLeft, maxFiles: mostFilesAtOnce, freeReserveBytes: diskReserve })(req, res)
  } catch (error) {
    const fields = fieldsReadBefore(error)
    const known = error instanceof BadInput || error instanceof TooLarge || error instanceof DiskFull
    if (!fields || !known) throw error
    return { fields, status: error.status, sentence: error.message }
  }
}

/**
 * Logs what has arrived. A file that cannot come in does not hold the others back: the piece is kept as a draft, so that
 * nobody else sees it incomplete. What the form leaves out, because the box on Your day does not ask, is filled in.
 * @param mayKeepDraft whether good files of a form that needs mending are put into a draft: a page without JavaScript
 *   would lose them, while one with it still holds them
 */
export async function takeIn(
  house: House,
  enquiry: Enquiry,
  person: Person,
  { fields, arrived, refused }: Received,
  mayKeepDraft: boolean,
): Promise<TakenIn> {
  const { db, store } = house
  const filledIn = { ...defaults(enquiry, person), ...fields }
  const reading = read(LoggingForm, filledIn)
  const known = await capturedBefore(db, person, reading.ok ? reading.values.capture : null)
  if (known) return { outcome: 'logged', piece: known, refused: [] }

  const form = reading.ok ? null : reading.form
  if (form && (!mayKeepDraft || arrived.length === 0)) return { outcome: 'refused', form: withRefused(form, refused) }

  const { prepared, refused: damaged } = await prepareFiles(store, arrived)
  const out = [...refused, ...damaged]
  if (!reading.ok && prepared.length === 0) return { outcome: 'refused', form: withRefused(reading.form, out) }
  const values = reading.ok ? reading.values : whatCanBeRead(enquiry, person, filledIn)
  if (prepared.length === 0 && values.whatWeSaw === '' && values.title === '')
    return { outcome: 'refused', form: withRefused(nothingSaid(filledIn, out), out) }

  const audience = reading.ok && out.length === 0 ? values.audience : 'author'
  const schools = await ofThisNetwork(db, enquiry, values.schools)
  const { piece } = await inOne(db, trx =>
    logEvidence(trx, enquiry, person, { ...values, schools, audience }, prepared),
  )
  return reading.ok
    ? { outcome: 'logged', piece, refused: out }
    : { outcome: 'files kept', piece, form: withRefused(reading.form, out) }
}

/** What the system can know, it does not ask. Who is not asked who may see it keeps it to themselves. */
export function defaults(enquiry: Enquiry, person: Person): Fields {
  const school = ownSchool(person, enquiry)
  return {
    kind: '',
    stage: enquiry.stage,
    gatheredOn: today(),
    schools: school ? [school] : [],
    audience: 'author',
  }
}

/** Each field that could be read on its own; the others as if they had not been asked. */
function whatCanBeRead(enquiry: Enquiry, person: Person, fields: Fields): LoggingValues {
  const blank = LoggingForm.parse(defaults(enquiry, person))
  const single = Object.entries(LoggingForm.shape).map(([name, schema]) => {
    const result = schema.safeParse(fields[name])
    return [name, result.success ? result.data : blank[name as keyof LoggingValues]]
  })
  return Object.fromEntries(single) as LoggingValues
}

function nothingSaid(fields: Fields, refused: Refused[]): FormState {
  const form: FormState = { values: fields, errors: {}, summary: [] }
  return refused.length > 0 ? form : addMistake(form, 'whatWeSaw', 'Say what you saw, or add a photo or a file')
}

function withRefused(form: FormState, refused: Refused[]): FormState {
  if (refused.length > 0) addMistake(form, 'files', refusedFilesInWords(refused))
  return form
}

/** Each file that could not come in, by its name, with what to do instead. */
export function refusedFilesInWords(refused: Refused[]): string {
  return refused.map(({ name, because }) => `${name}: ${because}`).join(' ')
}

/** What the author is told once a piece is saved. */
export function loggedInWords(piece: { number: number; sharedWithGroupAt: string | null }, refused: Refused[]): string {
  const number = numberOf(piece)
  if (refused.length > 0)
    return `${number} is kept as a draft that only you can see, because this could not come in. ${refusedFilesInWords(refused)}`
  return piece.sharedWithGroupAt
    ? `Saved as ${number}. Your group can see it.`
    : `Saved as ${number}. Only you can see it until you share it.`
}
