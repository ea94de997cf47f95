import { type Response, Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import type { Brought } from '../../room.js'
import { tell } from '../../people/sessions.js'
import { today } from '../../web/now.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { day } from '../../words/words.js'
import { consentAudienceNamed, consentAudiences, inThePicture } from '../../reach/audiences.js'
import { isReadableBy } from '../../reach/finding.js'
import { numberOf } from '../listing/cards.js'
import { consentsOf, recordConsent, withdrawConsent } from './consent.js'
import { evidenceInGroups, findEvidence, findGap, type Piece } from '../evidence.js'
import { filled } from '../filling.js'
import { ConsentForm, ReasonForm } from '../forms.js'
import { mayRecordConsent, mayRefuseFor, mayWithdrawConsent } from '../permissions.js'
import { unlessNotFound } from '../piece-routes.js'
import { refusedInWords } from '../sharing/sharing.js'
import { consentInWords } from '../showing.js'
import { keepWording, keptWordings } from '../texts/wordings.js'
import { crumbsTo } from '../standing-by.js'
import { keptUncovered } from '../files/kept-originals.js'

const notYours = 'Consent is recorded by whoever logged the piece, the lead learner, or a colleague of its school.'

/** Who agreed to be seen in a piece, and who takes that back. */
export function consentRoutes({ db }: House, { dependants }: Pick<Brought, 'dependants'>): Router {
  const routes = Router()

  routes.get('/evidence/:id/consent', async (req, res) => {
    const person = signedIn(res)
    const piece = await findWithGap(db, person, req.params.id)
    allow(mayRecordConsent(person, piece), notYours)
    await showConsent(res, db, person, piece, formOf({ ...(piece.gap ? {} : begunWith(piece)), givenOn: today() }))
  })

  routes.post('/evidence/:id/consent', async (req, res) => {
    const person = signedIn(res)
    const piece = await findWithGap(db, person, req.params.id)
    allow(mayRecordConsent(person, piece), notYours)
    const reading = read(ConsentForm, req.body)
    if (!reading.ok) return showConsent(res.status(422), db, person, piece, reading.form)
    const { audience = 'public', givenOn, template, keepWording: keep, ...given } = reading.values
    const wording = given.wording || template
    await inOne(db, trx =>
      recordConsent(trx, piece, person, { ...given, wording, audience, givenOn: givenOn ?? today() }),
    )
    if (keep) await keepWording(db, piece.networkId, person, wording)
    await tell(db, res, `What was agreed for ${numberOf(piece)} is recorded.`)
    res.redirect(303, `/evidence/${piece.id}`)
  })

  routes.get('/evidence/:id/consent/withdrawal', async (req, res) => {
    const person = signedIn(res)
    const piece = await findForRefusal(db, person, req.params.id)
    await showWithdrawal(res, db, person, piece, formOf())
  })

  routes.post('/evidence/:id/consent/withdrawal', async (req, res) => {
    const person = signedIn(res)
    const piece = await findForRefusal(db, person, req.params.id)
    const reading = read(ReasonForm, req.body)
    if (!reading.ok) return showWithdrawal(res.status(422), db, person, piece, reading.form)
    const list = await inOne(db, trx => withdrawConsent(trx, piece, person, reading.values.reason, dependants))
    await tell(db, res, `${numberOf(piece)} is hidden from everybody, from this moment.`)
    res.redirect(303, `/withdrawals/${list}`)
  })

  return routes
}

/** A piece that is hidden because consent was taken back can be given a new one. */
async function findWithGap(db: Db, person: Reader, id: string): Promise<Piece> {
  return (await findEvidence(db, person, id).catch(unlessNotFound)) ?? findGap(db, person, id)
}

/**
 * A child or a parent says no to whoever they meet, so a colleague of the school reaches the piece by its address even
 * when its content is not shared with them; the page then tells no more than its number. @throws NotFound
 */
async function findForRefusal(db: Db, person: Reader, id: string): Promise<Piece> {
  const rows = await evidenceInGroups(db)
    .selectAll('evidence')
    .where('evidence.id', '=', id)
    .where('evidence.withdrawnAt', 'is', null)
    .where(eb => eb.or([isReadableBy(eb, person), eb('evidence.sharedWithGroupAt', 'is not', null)]))
    .execute()
  const [piece] = await filled(db, person, rows)
  if (!piece || piece.gap || !mayWithdrawConsent(person, piece)) throw new NotFound('piece of evidence')
  return piece
}

/** The first record is mended; where several people are seen, the next one begins empty. */
function begunWith({ consent, consents }: Piece) {
  if (!consent || consents.length > 1) return {}
  const { who, subject, audience, givenBy, wording, endsOn } = consent
  return { who, subject, audience, givenBy, wording, endsOn }
}

/** What the form folds away stands open where something is written in it, or has to be mended. */
function opened({ values, errors }: FormState, { consents }: Piece) {
  const holds = (...names: string[]) => names.some(name => (values[name] ?? '') !== '' || errors[name] !== undefined)
  return {
    day: holds('endsOn') || errors.givenOn !== undefined || (values.givenOn ?? today()) !== today(),
    several: holds('subject') || consents.length > 1,
    wording: holds('template', 'wording', 'keepWording'),
  }
}

async function showConsent(res: Response, db: Db, person: Reader, piece: Piece, form: FormState): Promise<void> {
  const all = await consentsOf(db, person, piece)
  show(res, 'evidence/consent', {
    title: `Consent for ${numberOf(piece)}`,
    breadcrumbs: await crumbsTo(db, person, piece, true),
    number: numberOf(piece),
    address: `/evidence/${piece.id}/consent`,
    back: `/evidence/${piece.id}`,
    form,
    who: inThePicture.map(one => ({ value: one.key, text: one.name })),
    audiences: [
      { value: 'unasked', text: 'Nobody has asked them yet', hint: 'It stays with the group until somebody does.' },
      ...consentAudiences.map(one => ({ value: one.key, text: one.name })),
    ],
    standing: piece.consents
      .filter(one => one.who !== 'no one')
      .map(one => ({ subject: one.subject, sentence: consentInWords({ consent: one, consents: [one], cap: null }) })),
    refused: piece.cap ? refusedInWords(piece.cap) : null,
    uncovered: (await keptUncovered(db, piece)).length > 0,
    open: opened(form, piece),
    wordings: (await keptWordings(db, piece.networkId)).map(wording => ({ value: wording, text: wording })),
    refusals: piece.schools
      .filter(school => mayRefuseFor(person, school))
      .map(school => ({
        href: `/networks/${piece.networkId}/schools/${school.id}/refusals`,
        text: `What ${school.name} refuses for everybody`,
      })),
    latest: today(),
    earlier: all.map(one => ({
      sentence: `${day(one.givenOn)}: ${one.subject || one.who}, to be seen ${consentAudienceNamed(one.audience).agreed}. Written down by ${one.recordedByName}.`,
      wording: one.wording,
      withdrawn: one.withdrawnAt ? `Taken back on ${day(one.withdrawnAt)}.` : null,
    })),
  })
}

async function showWithdrawal(res: Response, db: Db, person: Reader, piece: Piece, form: FormState): Promise<void> {
  const number = numberOf(piece)
  const readable = await findEvidence(db, person, piece.id).catch(unlessNotFound)
  const uncovered = (await keptUncovered(db, piece)).length > 0
  show(res, 'evidence/confirm', {
    title: `Take back consent for ${number}`,
    breadcrumbs: readable ? await crumbsTo(db, person, piece, true) : [],
    confirm: {
      heading: `Take back consent for ${number}`,
      what: [
        `From the next click on nobody sees ${number}: not its words, its pictures or its files, in any list, report, PDF or download.`,
        'Work that quotes it cannot be published until the quotation is taken out.',
        'Its number stays with the word “withdrawn”, so that the group understands why something is missing.',
        ...(uncovered
          ? ['What was kept of its pictures from before they were covered is erased for good, and does not come back.']
          : []),
      ],
      who: [`The enquiry group ${piece.groupName}, and everybody that the piece was shared with`],
      undo: 'If it was a mistake, the group can record a consent again. The piece then comes back to the group alone.',
      address: `/evidence/${piece.id}/consent/withdrawal`,
      button: 'Hide it everywhere',
      danger: true,
      cancel: readable
        ? { href: `/evidence/${piece.id}`, text: 'Leave it as it is' }
        : { href: '/', text: 'Leave it as it is' },
      form,
      reason: {
        name: 'reason',
        label: 'Who said so, and when',
        hint: 'Do not name a pupil: “a parent, by phone” is enough.',
      },
    },
  })
}
