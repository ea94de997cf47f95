import { evidenceByIds, type Piece } from '../../evidence/evidence.js'
import { consentAddress } from '../../evidence/consent/consent-page.js'
import { cardOf } from '../../evidence/listing/cards.js'
import { hindrancesIn } from '../../evidence/sharing/publishable.js'
import { whyNotSayNobody } from '../../evidence/sharing/sharing-several.js'
import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import type { FormState } from '../../web/read.js'
import { frameOf } from '../../write-ups/document/frame.js'
import { addressOf, type FoundWriteUp } from '../../write-ups/write-ups.js'
import type { AskedPage } from '../pages.js'
import { isUnanswered, requestsOf } from './asking.js'

/** The pieces of this person about which they are asked and have not answered: theirs to share or to keep back. */
export async function piecesAskedOf(db: Db, person: Reader, writeUp: FoundWriteUp) {
  const requests = (await requestsOf(db, writeUp)).filter(one => one.askedOf === person.id && isUnanswered(one))
  const pieces = await evidenceByIds(
    db,
    person,
    requests.map(one => one.evidenceId),
  )
  const open = pieces.filter(piece => piece.loggedBy === person.id).filter(piece => stopsOf(piece).length > 0)
  return { requests, pieces: open.sort((one, other) => one.number - other.number) }
}

export async function askedPage(
  db: Db,
  person: Reader,
  writeUp: FoundWriteUp,
  form: FormState,
): Promise<AskedPage & { title: string }> {
  const { requests, pieces } = await piecesAskedOf(db, person, writeUp)
  const ticked = form.values.pieces
  return {
    title: `What ${writeUp.enquiry.groupName} would like to publish of yours`,
    ...frameOf(writeUp),
    address: `${addressOf(writeUp)}/asked`,
    writeUpTitle: writeUp.title,
    askedBy: [...new Set(requests.map(one => one.askingName))],
    askedAt: requests[0]?.askedAt ?? null,
    pieces: pieces.map(piece => ({
      card: cardOf(piece, person),
      because: stopsOf(piece).map(({ because }) => because),
      ticked: ticked === undefined ? piece.consent !== null : [ticked].flat().includes(piece.id),
      mayBeNobody: piece.consent === null && whyNotSayNobody(person, piece) === undefined,
      nobody: [form.values.nobody ?? []].flat().includes(piece.id),
      consent: consentAddress(piece, `${addressOf(writeUp)}/asked`),
    })),
    form,
  }
}

function stopsOf(piece: Piece) {
  return hindrancesIn([piece], [piece.id], 'public').filter(({ kind }) => kind !== 'picture')
}
