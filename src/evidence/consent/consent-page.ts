import type { Response } from 'express'
import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { consentAudienceNamed, consentAudiences, inThePicture } from '../../reach/audiences.js'
import { localPath } from '../../web/local-path.js'
import { today } from '../../web/now.js'
import { formOf, type FormState } from '../../web/read.js'
import { show } from '../../web/show.js'
import { day } from '../../words/words.js'
import type { Piece } from '../evidence.js'
import { keptUncovered } from '../files/kept-originals.js'
import { numberOf } from '../listing/cards.js'
import { mayRefuseFor } from '../permissions.js'
import { refusedWithReason } from '../sharing/sharing.js'
import { consentInWords } from '../showing/showing.js'
import { placeOf } from '../crumbs.js'
import { consentsOf } from './consent.js'
import { keptWordings } from './wordings.js'

/** Where consent is written down. @param before the page to go back to afterwards; the piece unless it is said */
export function consentAddress({ id }: Pick<Piece, 'id'>, before = ''): string {
  return `/evidence/${id}/consent${before === '' ? '' : `?before=${encodeURIComponent(before)}`}`
}

/** The first record is mended; where several people are seen, the next one begins empty. */
export function begun({ gap, consent, consents }: Piece): FormState {
  if (gap || !consent || consents.length > 1) return formOf({ givenOn: today() })
  const { who, subject, audience, givenBy, wording, endsOn } = consent
  return formOf({ who, subject, audience, givenBy, wording, endsOn, givenOn: today() })
}

/** @param before the page that somebody came from, and goes back to; the piece unless it is said */
export async function showConsent(
  res: Response,
  db: Db,
  person: Reader,
  piece: Piece,
  form: FormState,
  before = '',
): Promise<void> {
  const everRecorded = await consentsOf(db, person, piece)
  show(res, 'evidence/consent', {
    title: `Consent for ${numberOf(piece)}`,
    ...(await placeOf(db, person, piece, true)),
    number: numberOf(piece),
    address: consentAddress(piece, before),
    back: localPath(before, `/evidence/${piece.id}`),
    form,
    who: inThePicture.map(one => ({ value: one.key, text: one.name })),
    audiences: [
      { value: 'unasked', text: 'Nobody has asked them yet', hint: 'It stays with the group until somebody does.' },
      ...consentAudiences.map(one => ({ value: one.key, text: one.name })),
    ],
    consents: piece.consents
      .filter(one => one.who !== 'no one')
      .map(one => ({
        subject: one.subject,
        sentence: consentInWords({ consent: one, consents: [one], cap: null }, true),
      })),
    refused: piece.cap ? refusedWithReason(piece.cap) : null,
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
    earlier: everRecorded.map(one => ({
      sentence: `${day(one.givenOn)}: ${one.subject || one.who}, to be seen ${consentAudienceNamed(one.audience).agreed}. Written down by ${one.recordedByName}.`,
      wording: one.wording,
      withdrawn: one.withdrawnAt ? `Taken back on ${day(one.withdrawnAt)}.` : null,
    })),
  })
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
