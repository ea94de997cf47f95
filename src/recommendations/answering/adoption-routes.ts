import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import { prepareFiles } from '../../files/keeping.js'
import { receiveFiles } from '../../files/receiving/receiving.js'
import { sendFile, sendPicture, sizeAsked } from '../../files/sending.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { today } from '../../web/now.js'
import { answeredBefore } from '../../web/once.js'
import { formOf, type FormState } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { AdoptionForm } from '../forms.js'
import { maySayInPlace } from '../permissions.js'
import { findRecommendation, findResponse } from '../recommendations.js'
import { answerPage, bothAnswersPage, dayToLookAgain } from './answer-page.js'
import { followAdoption } from './answering.js'
import { readWithFiles, roomForAnswers, withRefused } from './reading-with-files.js'
import { findResponseFile } from './response-files.js'

/** Where a recommendation stands in a school that took it up, and the files that show it. */
export function adoptionRoutes(house: House): Router {
  const { db, store } = house
  const routes = Router()
  const receive = receiveFiles({ store, maxFiles: 4, ...roomForAnswers })

  routes.get('/recommendations/:id/responses/:school/adoption', async (req, res) => {
    const person = signedIn(res)
    const found = await findResponse(db, person, req.params.id, req.params.school)
    const { recommendation, response } = found
    allow(maySayInPlace(person, recommendation, response))
    const form = formOf({
      adoption: response.adoption ?? '',
      inPlaceOn: response.inPlaceOn ?? today(),
      whatCanBeSeen: response.whatCanBeSeen,
      reviewOn: response.reviewOn === null ? '' : dayToLookAgain(response.reviewOn),
      version: response.version,
    })
    show(res, 'recommendations/adoption', await answerPage(db, person, found, form))
  })

  routes.post('/recommendations/:id/responses/:school/adoption', async (req, res) => {
    const person = signedIn(res)
    const found = await findResponse(db, person, req.params.id, req.params.school)
    const { recommendation, response, networkId } = found
    allow(maySayInPlace(person, recommendation, response))
    const received = await receive(req, res)
    const { once, ...sent } = received.fields
    if (once !== undefined && (await answeredBefore(db, req, res, once))) return

    const again = async (form: FormState) =>
      show(res.status(422), 'recommendations/adoption', await answerPage(db, person, found, form))
    const reading = readWithFiles(AdoptionForm, sent, received)
    if (!reading.ok) return again(reading.form)
    const { prepared, refused } = await prepareFiles(store, received.arrived)
    if (refused.length > 0) return again(withRefused(formOf(sent), refused))

    const { alt, ...given } = reading.values
    const from = { networkId, groupId: recommendation.groupId }
    const files = prepared.map(file => ({ prepared: file, alt }))
    try {
      await inOne(db, trx => followAdoption(trx, from, recommendation, response, person, given, files))
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const page = await bothAnswersPage(db, person, response, sent)
      return show(res.status(409), 'recommendations/adoption', page)
    }
    const inPlace = given.adoption === 'in place'
    const now = inPlace ? 'It is in place. The group sees what you showed.' : 'The group sees where it stands.'
    await tell(db, res, now)
    res.redirect(303, `/recommendations/${recommendation.id}`)
  })

  routes.get(
    ['/recommendations/:id/files/:file/:name', '/recommendations/:id/files/:file/picture/:name'],
    async (req, res) => {
      const { id, file: fileId } = req.params as { id: string; file: string }
      const { recommendation } = await findRecommendation(db, signedIn(res), id)
      const file = await findResponseFile(db, recommendation, fileId)
      if (req.path.includes('/picture/')) return sendPicture(res, req, house, file, sizeAsked(req))
      await sendFile(res, req, house.store, file)
    },
  )

  return routes
}
