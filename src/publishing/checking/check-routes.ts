import { type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import { evidenceByIds } from '../../evidence/evidence.js'
import { mayDescribePictures } from '../../evidence/permissions.js'
import { describePicture } from '../../evidence/files/files.js'
import { piecesThatMayName } from '../../evidence/sharing/names-before-sharing.js'
import { leftInWords, sayNobodyInSeveral, shareSeveral } from '../../evidence/sharing/sharing-several.js'
import type { House } from '../../house.js'
import { placeTypedIn } from '../../keys/typed/names-typed.js'
import { letNameBe } from '../../keys/noticing.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { queried } from '../../web/page-of.js'
import { addMistake, formOf, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { listed, plural } from '../../words/words.js'
import { draftOf } from '../../write-ups/document/draft.js'
import { whoWritesUp } from '../../write-ups/permissions.js'
import type { FoundWriteUp } from '../../write-ups/write-ups.js'
import { DescriptionsForm, NoNamesForm } from '../forms.js'
import { mayMendInTheCheck } from '../permissions.js'
import { checkPage } from './check-page.js'
import { backToCheck, findToCheck, type InTheCheck, tickedPieces } from './ticked.js'
import { stopsFor } from './publication-check.js'
import { stopKinds } from './what-is-checked.js'

/** The publication check as a page: what stands in the way, and what can be mended of it at once. */
export function checkRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/write-ups/:writeUp/check', async (req, res) => {
    const person = signedIn(res)
    const writeUp = await findToCheck(db, person, req.params.writeUp)
    const kind = stopKinds.find(one => one.kind === queried(req, 'kind'))?.kind ?? ''
    show(res, 'publishing/check', await checkPage(house, person, writeUp, { kind }))
  })

  routes.post('/write-ups/:writeUp/check/sharing', async (req, res) => {
    const ticked = await tickedPieces(house, req, res)
    if (!ticked) return
    const { person, pieces, writeUp } = ticked
    const own = await evidenceByIds(
      db,
      person,
      pieces.map(piece => piece.id),
    )
    const naming = await piecesThatMayName(house, person, own)
    const cameOf = await inOne(db, trx => shareSeveral(trx, person, own, naming))
    const done = `${plural(cameOf.done.length, 'piece is', 'pieces are')} shared with the network.`
    await tell(db, res, done + leftInWords(cameOf), cameOf.left.length > 0 ? 'waiting' : 'done')
    backToCheck(res, writeUp, ticked)
  })

  routes.post('/write-ups/:writeUp/check/nobody', async (req, res) => {
    const ticked = await tickedPieces(house, req, res)
    if (!ticked) return
    const { person, pieces, writeUp } = ticked
    const own = await evidenceByIds(
      db,
      person,
      pieces.map(piece => piece.id),
    )
    const cameOf = await inOne(db, trx => sayNobodyInSeveral(trx, person, own))
    const done = `It is recorded for ${plural(cameOf.done.length, 'piece', 'pieces')} that nobody can be recognised.`
    await tell(db, res, done + leftInWords(cameOf), cameOf.left.length > 0 ? 'waiting' : 'done')
    backToCheck(res, writeUp, ticked)
  })

  routes.post('/write-ups/:writeUp/check/names', async (req, res) => {
    const { person, writeUp } = await allowed(res, req.params.writeUp)
    const values = wellRead(read(NoNamesForm, req.body))
    const stops = await stopsFor(house, await draftOf(db, writeUp))
    const names = stops.flatMap(({ name }) => (name && values.words.includes(name.words) ? [name] : []))
    if (names.length === 0) return again(res, person, writeUp, values, 'Tick the words that are no pupil’s name')
    const { groupId, networkId } = writeUp.enquiry
    for (const { words, address } of names)
      await letNameBe(house, person, { groupId, networkId }, placeTypedIn(address), words)
    await tell(
      db,
      res,
      `${listed(names.map(({ words }) => `“${words}”`))} ${names.length === 1 ? 'is' : 'are'} let be.`,
    )
    backToCheck(res, writeUp, values)
  })

  routes.post('/write-ups/:writeUp/check/descriptions', async (req, res) => {
    const { person, writeUp } = await allowed(res, req.params.writeUp)
    const reading = read(DescriptionsForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'publishing/check', await checkPage(house, person, writeUp, { form: reading.form }))
    const { at, kind, ...fields } = reading.values
    const words = new Map(Object.entries(fields).filter(([, alt]) => alt !== ''))
    const { pieces } = await draftOf(db, writeUp)
    const pictures = pieces
      .filter(piece => mayDescribePictures(person, piece))
      .flatMap(piece => piece.files.map(file => ({ piece, file, alt: words.get(`alt-${file.id}`) })))
      .filter(one => one.alt !== undefined)
    if (pictures.length === 0) return again(res, person, writeUp, { at, kind }, 'Say what one of the pictures shows')
    await inOne(db, async trx => {
      for (const { piece, file, alt } of pictures) await describePicture(trx, piece, person, file.id, alt!)
    })
    await tell(db, res, `${plural(pictures.length, 'picture is', 'pictures are')} described.`)
    backToCheck(res, writeUp, { at, kind })
  })

  async function allowed(res: Response, id: string): Promise<{ person: Reader; writeUp: FoundWriteUp }> {
    const person = signedIn(res)
    const writeUp = await findToCheck(db, person, id)
    allow(mayMendInTheCheck(writeUp.enquiry), whoWritesUp)
    return { person, writeUp }
  }

  async function again(
    res: Response,
    person: Reader,
    writeUp: FoundWriteUp,
    { at, kind }: InTheCheck,
    sentence: string,
  ) {
    const form = addMistake(formOf(), at, sentence)
    show(res.status(422), 'publishing/check', await checkPage(house, person, writeUp, { kind, form }))
  }

  return routes
}
