import { Router } from 'express'
import { inOne } from '../database.js'
import { allow, Conflict, NotFound } from '../errors.js'
import { prepareFiles } from '../files/keeping.js'
import { receiveFiles } from '../files/receiving/receiving.js'
import { sendFile } from '../files/sending.js'
import type { House } from '../house.js'
import { citationsNamed } from '../knowledge/citing/citing.js'
import type { Reader } from '../names/reader.js'
import { tell } from '../people/sessions.js'
import { answeredBefore } from '../web/once.js'
import { monthsAfter, today } from '../web/now.js'
import { addMistake, formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { answerRecommendation, followAdoption } from './answering.js'
import { AdoptionForm, AnswerForm } from './forms.js'
import { mayAnswer, maySayInPlace } from './permissions.js'
import { findRecommendation, type ResponseOf, type Told } from './recommendations.js'
import { findResponseFile } from './response-files.js'
import { whereFrom } from './responses-shown.js'

const reserve = 200 * 1024 * 1024
const mostPerAnswer = 100 * 1024 * 1024

export function answerRoutes({ db, store }: House): Router {
  const routes = Router()

  routes.get('/recommendations/:id/responses/:school', async (req, res) => {
    const { person, told, response } = await toMe(res, req.params.id, req.params.school)
    allow(mayAnswer(person, told, response))
    const form = formOf({
      answer: response.answer ?? '',
      reason: response.reason,
      reviewOn: response.reviewOn ?? halfAYearOn(),
      mayBePublic: response.publicAt ? 'yes' : '',
      version: response.version,
    })
    show(res, 'recommendations/answer', await answerPage(person, told, response, form))
  })

  routes.post('/recommendations/:id/responses/:school', async (req, res) => {
    const { person, told, response } = await toMe(res, req.params.id, req.params.school)
    allow(mayAnswer(person, told, response))
    const reading = read(AnswerForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'recommendations/answer', await answerPage(person, told, response, reading.form))
    if (reading.values.reviewOn < today()) {
      const form = addMistake(formOf(req.body), 'reviewOn', 'Choose a day that is still to come')
      return show(res.status(422), 'recommendations/answer', await answerPage(person, told, response, form))
    }
    try {
      const from = await fromGroup(told)
      await inOne(db, trx => answerRecommendation(trx, from, told, response, person, reading.values))
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      return show(
        res.status(409),
        'recommendations/answer',
        await bothAnswers(person, told, req.params.school, req.body),
      )
    }
    await tell(db, res, 'Your answer is with the group.')
    res.redirect(303, `/recommendations/${told.id}`)
  })

  routes.get('/recommendations/:id/responses/:school/adoption', async (req, res) => {
    const { person, told, response } = await toMe(res, req.params.id, req.params.school)
    allow(maySayInPlace(person, told, response))
    const form = formOf({
      adoption: response.adoption ?? '',
      inPlaceOn: response.inPlaceOn ?? today(),
      whatCanBeSeen: response.whatCanBeSeen,
      reviewOn: response.reviewOn ?? '',
      version: response.version,
    })
    show(res, 'recommendations/adoption', await answerPage(person, told, response, form))
  })

  routes.post('/recommendations/:id/responses/:school/adoption', async (req, res) => {
    const { person, told, response } = await toMe(res, req.params.id, req.params.school)
    allow(maySayInPlace(person, told, response))
    const { fields, arrived, refused } = await receiveFiles({
      store,
      maxFiles: 4,
      freeReserveBytes: reserve,
      roomLeft: mostPerAnswer,
    })(req, res)
    const { once, ...sent } = fields
    if (once !== undefined && (await answeredBefore(db, req, res, once))) return
    const reading = read(AdoptionForm, sent)
    const form = reading.ok ? formOf(sent) : reading.form
    for (const file of refused) addMistake(form, 'files', `${file.name}: ${file.because}`)
    const pictures = arrived.some(file => file.kind === 'image')
    if (reading.ok && pictures && !reading.values.alt)
      addMistake(form, 'alt', 'Say in a sentence what the picture shows, for those who cannot see it')
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'recommendations/adoption', await answerPage(person, told, response, form))

    const { prepared, refused: damaged } = await prepareFiles(store, arrived)
    if (damaged.length > 0) {
      for (const file of damaged) addMistake(form, 'files', `${file.name}: ${file.because}`)
      return show(res.status(422), 'recommendations/adoption', await answerPage(person, told, response, form))
    }
    const { alt, ...given } = reading.values
    try {
      const from = await fromGroup(told)
      await inOne(db, trx =>
        followAdoption(
          trx,
          from,
          told,
          response,
          person,
          given,
          prepared.map(file => ({ prepared: file, alt })),
        ),
      )
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      return show(res.status(409), 'recommendations/adoption', await bothAnswers(person, told, req.params.school, sent))
    }
    await tell(
      db,
      res,
      given.adoption === 'in place'
        ? 'It is in place. The group sees what you showed.'
        : 'The group sees where it stands.',
    )
    res.redirect(303, `/recommendations/${told.id}`)
  })

  routes.get(
    ['/recommendations/:id/files/:file/:name', '/recommendations/:id/files/:file/thumbnail/:name'],
    async (req, res) => {
      const { id, file: fileId } = req.params as { id: string; file: string }
      const { told } = await findRecommendation(db, signedIn(res), id)
      const file = await findResponseFile(db, told, fileId)
      await sendFile(res, req, store, file, { thumbnail: req.path.includes('/thumbnail/') })
    },
  )

  async function toMe(res: Parameters<typeof signedIn>[0], id: string, school: string) {
    const person = signedIn(res)
    const { told } = await findRecommendation(db, person, id)
    const response = told.responses.find(one => one.schoolId === school)
    if (!response) throw new NotFound('recommendation')
    return { person, told, response }
  }

  async function fromGroup(told: Told) {
    return db
      .selectFrom('groups')
      .select(['id as groupId', 'networkId'])
      .where('id', '=', told.groupId)
      .executeTakeFirstOrThrow()
  }

  async function answerPage(
    person: Reader,
    told: Told,
    response: ResponseOf,
    form: ReturnType<typeof formOf>,
    theirs: ResponseOf | null = null,
  ) {
    const citations = await citationsNamed(db, told.groupId, [told.reasons])
    return {
      title: `${response.schoolName} answers R${told.number}`,
      citations,
      from: await whereFrom(db, person, told),
      told,
      response,
      form,
      theirs,
    }
  }

  /** My words stay in the form, upon the newest version, with what the other person said beside them. */
  async function bothAnswers(person: Reader, told: Told, school: string, body: unknown) {
    const now = (await findRecommendation(db, person, told.id)).told
    const theirs = now.responses.find(one => one.schoolId === school)!
    return answerPage(person, now, theirs, formOf({ ...(body as object), version: theirs.version }), theirs)
  }

  return routes
}

function halfAYearOn(): string {
  return monthsAfter(today(), 6)
}
