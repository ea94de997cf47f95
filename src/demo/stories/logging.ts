import { inOne } from '../../database.js'
import { type ConsentGiven, recordConsent, withdrawConsent } from '../../evidence/consent/consent.js'
import { consentReaches } from '../../reach/agreed.js'
import { logEvidence } from '../../evidence/logging/logging.js'
import type { Speaker } from '../../evidence/speakers.js'
import { marksNamesPupil } from '../../evidence/names/naming-a-pupil.js'
import { readWaiting } from '../../evidence/files/reading-files.js'
import { shareOutside, shareWithNetwork } from '../../evidence/sharing/sharing.js'
import { withdrawEvidence } from '../../evidence/withdrawing/withdrawing.js'
import { brought } from '../../rooms.js'
import type { Consent, Piece } from '../material/types.js'
import { type Deed, latest, moment } from './deeds.js'
import type { Telling } from './telling.js'

/** Every piece is logged on its day, its consent recorded when it was given, and then shared as far as it goes. */
export function loggingDeeds(telling: Telling): Deed[] {
  return telling.cycle.evidence.flatMap(piece => [
    { at: telling.loggedAt(piece.key), act: () => log(telling, piece) },
    ...consenting(telling, piece),
    ...sharing(telling, piece),
    ...takingBack(telling, piece),
  ])
}

const speakerOf: Partial<Record<Piece['kind'], Speaker>> = {
  'pupil-voice': 'pupils',
  observation: 'ourselves',
  'field-note': 'ourselves',
}

async function log(telling: Telling, { key, audience, school, files, ...words }: Piece): Promise<void> {
  const author = await telling.as(words.by)
  const { title, whatWeSaw, kind, stage, gatheredOn } = words
  const speaker = words.speaker ?? speakerOf[kind] ?? ''
  const prepared = ((await telling.files.get(key)) ?? []).map((file, place) => ({ ...file, alt: files![place]!.alt }))
  const { db } = telling.house
  const enquiry = await telling.enquiry(author)
  const { piece } = await inOne(db, trx =>
    logEvidence(
      trx,
      enquiry,
      author,
      {
        ...{ title, whatWeSaw, kind, stage, speaker, gatheredOn, capture: null },
        schools: [school],
        audience: audience === 'private' ? 'author' : 'group',
      },
      prepared,
    ),
  )
  telling.pieces.set(key, piece.id)
  if (prepared.length > 0) await readWaiting(telling.house)
  if (!words.namesAPupil) return
  const named = await telling.piece(author, key)
  await inOne(db, trx => marksNamesPupil(trx, named, author))
}

/** Whoever shares a piece with the network says first that nobody can be recognised, unless somebody was asked. */
function consentFor({ consent, audience, gatheredOn }: Piece): Consent | undefined {
  if (consent || audience !== 'network') return consent
  const nobody = { who: 'no one', audience: 'public', on: gatheredOn } as const
  return { ...nobody, givenBy: 'The teacher who wrote it', wording: 'Nobody can be recognised.' }
}

function consentedAt(telling: Telling, piece: Piece): string {
  const consent = consentFor(piece)
  const logged = telling.loggedAt(piece.key)
  return consent ? latest(moment(consent.on, '16:00'), after(logged, 1)) : logged
}

function consenting(telling: Telling, piece: Piece): Deed[] {
  const consent = consentFor(piece)
  if (!consent) return []
  const { who, audience, givenBy, on, wording } = consent
  const given: ConsentGiven = { who, audience, givenBy, givenOn: on, wording }
  const record = async () => {
    const author = await telling.as(piece.by)
    const evidence = await telling.piece(author, piece.key)
    await inOne(telling.house.db, trx => recordConsent(trx, evidence, author, given))
  }
  return [{ at: consentedAt(telling, piece), act: record }]
}

function sharing(telling: Telling, piece: Piece): Deed[] {
  if (piece.audience !== 'network') return []
  const at = after(consentedAt(telling, piece), 1)
  const { db } = telling.house
  const share = async () => {
    const author = await telling.as(piece.by)
    const evidence = await telling.piece(author, piece.key)
    await inOne(db, trx => shareWithNetwork(trx, evidence, author))
  }
  const shared = { at, act: share }
  const { facilitator } = telling
  if (!facilitator) return [shared]
  // The group shows its facilitator whatever those in it agreed to be seen in by a colleague from outside.
  const showFacilitator = async () => {
    const author = await telling.as(piece.by)
    const found = await telling.piece(author, piece.key)
    if (consentReaches(found.consent, 'outside')) await inOne(db, trx => shareOutside(trx, found, author))
  }
  return [shared, { at: latest(after(at, 1), moment(facilitator.joinedOn, '16:10')), act: showFacilitator }]
}

function takingBack(telling: Telling, piece: Piece): Deed[] {
  const { db } = telling.house
  const deeds: Deed[] = []
  const { withdrawn, consent } = piece
  if (withdrawn) {
    const withdraw = async () => {
      const person = await telling.as(withdrawn.by)
      const found = await telling.piece(person, piece.key)
      await inOne(db, trx => withdrawEvidence(trx, found, person, withdrawn.because, brought.dependants))
    }
    deeds.push({ at: moment(withdrawn.on, '16:25'), act: withdraw })
  }
  const refusal = consent?.withdrawn
  if (refusal) {
    const refuse = async () => {
      const person = await telling.as(refusal.by)
      const evidence = await telling.piece(person, piece.key)
      await inOne(db, trx => withdrawConsent(trx, evidence, person, refusal.because, brought.dependants))
    }
    deeds.push({ at: moment(refusal.on, '16:25'), act: refuse })
  }
  return deeds
}

function after(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString()
}
