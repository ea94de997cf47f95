import { Router } from 'express'
import { inOne } from '../database.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import { type Enquiry, enquiriesOf, findEnquiry } from '../enquiries/enquiry.js'
import { allow, Conflict, NotFound } from '../errors.js'
import { evidenceVisibleTo } from '../evidence/evidence.js'
import type { House } from '../house.js'
import { citationsIn, citationsNamed } from '../knowledge/citing.js'
import type { Reader } from '../names/reader.js'
import { networkHead } from '../networks/head.js'
import { findNetwork } from '../networks/networks.js'
import { maySeeInside } from '../networks/permissions.js'
import { schoolsOf } from '../networks/schools.js'
import { namesNoticed, namesOfKeysStandIn } from '../keys/noticing.js'
import { tell } from '../people/sessions.js'
import { sendCsv } from '../web/csv.js'
import { pageNumber, pageOf, queried } from '../web/page-of.js'
import { addMistake, formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { byName } from '../web/words.js'
import { askedLines, recommendationColumns } from './columns.js'
import { RecommendationForm, SendingForm, WithdrawalForm } from './forms.js'
import './pages.js'
import { mayAnswer, mayDraft, mayRelease, mayRevise, maySayInPlace, maySend, mayWithdraw } from './permissions.js'
import { findRecommendation, recommendationsIn, recommendationsOf, type Shown, type Told } from './recommendations.js'
import { filesOf } from './response-files.js'
import { answerRoutes } from './answer-routes.js'
import {
  draftRecommendation,
  releaseRecommendation,
  reviseRecommendation,
  sendRecommendation,
  withdrawRecommendation,
} from './sending.js'

const perPage = 25

export function recommendationsRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/groups/:group/recommendations', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    const recommendations = await recommendationsOf(db, person, enquiry)
    show(res, 'recommendations/index', {
      title: `Recommendations of ${enquiry.groupName}`,
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'recommendations'),
      groupId: enquiry.groupId,
      recommendations,
      dossiers: enquiry.standing.member ? dossiersIn(recommendations, `/groups/${enquiry.groupId}`) : [],
      may: { draft: mayDraft(enquiry) },
    })
  })

  routes.get('/groups/:group/recommendations.csv', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    const lines = askedLines(await recommendationsOf(db, person, enquiry))
    sendCsv(res, `${enquiry.groupId}-recommendations`, recommendationColumns, lines)
  })

  routes.get('/groups/:group/recommendations/new', async (req, res) => {
    const { person, enquiry } = await drafting(res, req.params.group)
    show(res, 'recommendations/edit', await editPage(enquiry, person, null, formOf()))
  })

  routes.post('/groups/:group/recommendations', async (req, res) => {
    const { person, enquiry } = await drafting(res, req.params.group)
    const reading = read(RecommendationForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'recommendations/edit', await editPage(enquiry, person, null, reading.form))
    const { evidence, version: _, ...words } = reading.values
    const words2 = {
      ...words,
      evidenceIds: await own(enquiry, person, evidence),
    }
    const row = await inOne(db, trx => draftRecommendation(trx, enquiry, person, words2))
    res.redirect(303, `/recommendations/${row.id}`)
  })

  routes.get('/recommendations/:id', async (req, res) => {
    const person = signedIn(res)
    const shown = await findRecommendation(db, person, req.params.id)
    const { told, enquiry } = shown
    const from = await whence(person, told)
    show(res, 'recommendations/show', {
      title: `Recommendation R${told.number}, ${from.groupName}`,
      breadcrumbs: enquiry
        ? crumbsOf(enquiry, { href: `/groups/${enquiry.groupId}/recommendations`, text: 'Recommendations' })
        : [],
      head: enquiry ? headOf(enquiry, 'recommendations') : null,
      from: { ...from, href: enquiry ? `/groups/${told.groupId}` : null },
      told,
      citations: enquiry
        ? await citationsIn(db, enquiry, [told.reasons])
        : await citationsNamed(db, told.groupId, [told.reasons]),
      pieces: await piecesOf(told, person),
      responses: await responsesFor(shown, person),
      may: {
        revise: mayRevise(enquiry, told),
        send: maySend(enquiry, told),
        withdraw: mayWithdraw(enquiry, told),
        release: mayRelease(enquiry, told),
      },
    })
  })

  routes.get('/recommendations/:id/edit', async (req, res) => {
    const { person, told, enquiry } = await inGroup(res, req.params.id)
    allow(mayRevise(enquiry, told))
    const form = formOf({ ...told, releaseDays: told.releaseDays ?? '', evidence: told.evidenceIds })
    show(res, 'recommendations/edit', await editPage(enquiry, person, told, form))
  })

  routes.post('/recommendations/:id', async (req, res) => {
    const { person, told, enquiry } = await inGroup(res, req.params.id)
    allow(
      mayRevise(enquiry, told),
      'It has been sent, so it stays as the heads received it. Withdraw it and send another instead.',
    )
    const reading = read(RecommendationForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'recommendations/edit', await editPage(enquiry, person, told, reading.form))
    const { evidence, version, ...words } = reading.values
    try {
      const words2 = { ...words, evidenceIds: await own(enquiry, person, evidence) }
      await inOne(db, trx => reviseRecommendation(trx, enquiry, told, person, words2, version ?? 0))
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const now = (await findRecommendation(db, person, told.id)).told
      const form = formOf({ ...(req.body as object), version: now.version })
      form.summary.push({
        field: 'recommendation',
        text: `${error.message} It now says: “${now.recommendation}” Your words are below; save again to keep yours.`,
      })
      return show(res.status(409), 'recommendations/edit', await editPage(enquiry, person, now, form))
    }
    await tell(db, res, 'The recommendation is saved.')
    res.redirect(303, `/recommendations/${told.id}`)
  })

  routes.get('/recommendations/:id/sending', async (req, res) => {
    const { person, told, enquiry } = await inGroup(res, req.params.id)
    allow(maySend(enquiry, told), 'The lead learner sends what the group recommends.')
    show(
      res,
      'recommendations/sending',
      await sendingPage(person, enquiry, told, formOf({ schools: enquiry.schoolIds })),
    )
  })

  routes.post('/recommendations/:id/sending', async (req, res) => {
    const { person, told, enquiry } = await inGroup(res, req.params.id)
    allow(maySend(enquiry, told), 'The lead learner sends what the group recommends.')
    const reading = read(SendingForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'recommendations/sending', await sendingPage(person, enquiry, told, reading.form))
    if (await mayNamePupils(person, enquiry, told)) {
      const form = addMistake(formOf(req.body), 'schools', 'Say first whether the words name a pupil')
      return show(res.status(422), 'recommendations/sending', await sendingPage(person, enquiry, told, form))
    }
    const schools = (await schoolsOf(db, enquiry.networkId)).filter(school =>
      reading.values.schools.includes(school.id),
    )
    await inOne(db, trx => sendRecommendation(trx, enquiry, told, person, schools))
    await tell(db, res, 'The recommendation is sent. Each head sees it in Your day and answers with a reason.')
    res.redirect(303, `/recommendations/${told.id}`)
  })

  routes.get('/recommendations/:id/withdrawal', async (req, res) => {
    const { told, enquiry } = await inGroup(res, req.params.id)
    allow(mayWithdraw(enquiry, told))
    show(res, 'recommendations/withdrawal', {
      title: `Withdraw R${told.number}`,
      head: headOf(enquiry, 'recommendations'),
      told,
      form: formOf(),
    })
  })

  routes.post('/recommendations/:id/withdrawal', async (req, res) => {
    const { person, told, enquiry } = await inGroup(res, req.params.id)
    allow(mayWithdraw(enquiry, told))
    const reading = read(WithdrawalForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'recommendations/withdrawal', {
        title: `Withdraw R${told.number}`,
        head: headOf(enquiry, 'recommendations'),
        told,
        form: reading.form,
      })
    await inOne(db, trx => withdrawRecommendation(trx, enquiry, told, person, reading.values.because))
    await tell(db, res, 'The recommendation is withdrawn. Heads see why.')
    res.redirect(303, `/recommendations/${told.id}`)
  })

  routes.post('/recommendations/:id/release', async (req, res) => {
    const { person, told, enquiry } = await inGroup(res, req.params.id)
    allow(mayRelease(enquiry, told))
    await inOne(db, trx => releaseRecommendation(trx, enquiry, told, person))
    await tell(
      db,
      res,
      told.releasedOutsideAt
        ? 'Governors no longer see this recommendation.'
        : 'Governors of the network may now read this recommendation.',
    )
    res.redirect(303, `/recommendations/${told.id}`)
  })

  routes.get('/networks/:network/recommendations', async (req, res) => {
    const { person, network, all, schools } = await acrossNetwork(res, req.params.network)
    const filter = { answer: queried(req, 'answer'), school: queried(req, 'school') }
    const wanted = all.filter(
      ({ told }) => told.responses.some(one => fits(one, filter)) || (!filter.answer && !filter.school),
    )
    const number = pageNumber(req)
    show(res, 'recommendations/network', {
      title: `Recommendations in ${network.name}`,
      head: networkHead(network, person, 'recommendations'),
      networkId: network.id,
      recommendations: pageOf(req, wanted.slice((number - 1) * perPage, number * perPage), wanted.length, perPage),
      schools,
      dossiers: dossiersIn(
        all,
        `/networks/${network.id}`,
        id => person.isNetworkLeaderOf(network.id) || person.answersFor(id),
      ),
      filter,
      choices: { schools: schools.map(one => ({ value: one.id, text: one.name })) },
    })
  })

  routes.get('/networks/:network/recommendations.csv', async (req, res) => {
    const { network, all } = await acrossNetwork(res, req.params.network)
    sendCsv(res, `${network.id}-recommendations`, recommendationColumns, askedLines(all))
  })

  routes.use(answerRoutes(house))

  async function acrossNetwork(res: Parameters<typeof signedIn>[0], id: string) {
    const person = signedIn(res)
    const network = await findNetwork(db, person, id)
    if (!maySeeInside(person, network)) throw new NotFound('page')
    const groups = await db.selectFrom('groups').select('id').where('networkId', '=', network.id).execute()
    const enquiries = await enquiriesOf(
      db,
      person,
      groups.map(group => group.id),
    )
    return {
      person,
      network,
      all: await recommendationsIn(db, person, network.id, enquiries),
      schools: await schoolsOf(db, network.id),
    }
  }

  async function drafting(res: Parameters<typeof signedIn>[0], group: string) {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, group)
    allow(mayDraft(enquiry))
    return { person, enquiry }
  }

  /** For what only the group does: to everybody else who may read it, it is not theirs to do. */
  async function inGroup(res: Parameters<typeof signedIn>[0], id: string) {
    const person = signedIn(res)
    const { told, enquiry } = await findRecommendation(db, person, id)
    allow(enquiry !== undefined)
    return { person, told, enquiry: enquiry! }
  }

  async function whence(person: Reader, told: Told) {
    const row = await db
      .selectFrom('enquiries')
      .innerJoin('groups', 'groups.id', 'enquiries.groupId')
      .select(['groups.name as groupName', 'enquiries.question'])
      .where('enquiries.id', '=', told.enquiryId)
      .executeTakeFirstOrThrow()
    const { read } = await person.namesIn(db, told.groupId)
    return { ...row, question: read(row.question) }
  }

  /** Pieces of the group that this person may read, by number: what a recommendation can lean on. */
  async function choosable(enquiry: Enquiry, person: Reader) {
    const rows = await evidenceVisibleTo(db, person)
      .select(['evidence.id', 'evidence.number', 'evidence.title'])
      .where('evidence.groupId', '=', enquiry.groupId)
      .where('evidence.sharedWithGroupAt', 'is not', null)
      .orderBy('evidence.number')
      .execute()
    return enquiry.names.read(rows).map(row => ({ id: row.id, number: `E${row.number}`, title: row.title }))
  }

  async function own(enquiry: Enquiry, person: Reader, ids: string[]): Promise<string[]> {
    if (ids.length === 0) return []
    const known = new Set((await choosable(enquiry, person)).map(piece => piece.id))
    return ids.filter(id => known.has(id))
  }

  async function editPage(enquiry: Enquiry, person: Reader, told: Told | null, form: ReturnType<typeof formOf>) {
    const title = told ? `Revise recommendation R${told.number}` : 'Draft a recommendation'
    return {
      title,
      head: headOf(enquiry, 'recommendations'),
      groupId: enquiry.groupId,
      told,
      form,
      pieces: await choosable(enquiry, person),
    }
  }

  async function sendingPage(person: Reader, enquiry: Enquiry, told: Told, form: ReturnType<typeof formOf>) {
    const has = new Set(told.responses.map(response => response.schoolId))
    const schools = (await schoolsOf(db, enquiry.networkId)).filter(school => !has.has(school.id))
    return {
      title: `Send recommendation R${told.number}`,
      head: headOf(enquiry, 'recommendations'),
      told,
      names: (await namesIn(person, enquiry, told)).map(words => ({ words, fix: null })),
      form,
      schools: schools.map(({ id, name }) => ({
        value: id,
        text: name,
        ...(enquiry.schoolIds.includes(id) ? { hint: 'takes part in the enquiry' } : {}),
      })),
    }
  }

  /** Words of a recommendation that may name a pupil, and nobody has said yet that they do not. */
  async function namesIn(person: Reader, enquiry: Enquiry, told: Told): Promise<string[]> {
    const noticed = await namesNoticed(db, person, enquiry, saidIn(told), `/recommendations/${told.id}`)
    return [...new Set(noticed.map(one => one.words))]
  }

  async function mayNamePupils(person: Reader, enquiry: Enquiry, told: Told): Promise<boolean> {
    if ((await namesIn(person, enquiry, told)).length > 0) return true
    return namesOfKeysStandIn(db, enquiry, saidIn(told), `/recommendations/${told.id}`)
  }

  async function piecesOf(told: Told, person: Reader) {
    if (told.evidenceIds.length === 0) return []
    const rows = await evidenceVisibleTo(db, person)
      .select(['evidence.id', 'evidence.number', 'evidence.title'])
      .where('evidence.id', 'in', told.evidenceIds)
      .orderBy('evidence.number')
      .execute()
    const { read } = await person.namesIn(db, told.groupId)
    return read(rows).map(row => ({
      id: row.id,
      number: `E${row.number}`,
      title: row.title,
      href: `/evidence/${row.id}`,
    }))
  }

  async function responsesFor({ told }: Shown, person: Reader) {
    const ids = told.responses.map(response => response.id)
    const earlier =
      ids.length === 0
        ? []
        : await db
            .selectFrom('responseAnswers')
            .selectAll()
            .where('responseId', 'in', ids)
            .orderBy('answeredAt', 'desc')
            .execute()
    const files = await filesOf(db, person, told)
    const { read } = await person.namesIn(db, told.groupId)
    return told.responses.map(response => ({
      ...response,
      files: files.get(response.id) ?? [],
      earlier: read(earlier)
        .filter(one => one.responseId === response.id)
        .slice(1),
      may: { answer: mayAnswer(person, told, response), follow: maySayInPlace(person, told, response) },
    }))
  }

  return routes
}

/** The schools that were sent something which still stands, each with its dossier. @param at what the dossier is of */
function dossiersIn(recommendations: Shown[], at: string, only: (schoolId: string) => boolean = () => true) {
  const sent = recommendations.filter(({ told }) => !told.withdrawnAt).flatMap(({ told }) => told.responses)
  const schools = new Map(sent.map(({ schoolId, schoolName }) => [schoolId, schoolName]))
  return [...schools]
    .filter(([id]) => only(id))
    .map(([id, name]) => ({ name, href: `${at}/dossiers/${id}` }))
    .sort(byName)
}

function fits(response: Told['responses'][number], filter: { answer: string; school: string }): boolean {
  const answer = filter.answer === 'none' ? null : filter.answer
  return (!filter.answer || response.answer === answer) && (!filter.school || response.schoolId === filter.school)
}

function saidIn({ recommendation, reasons, cost }: Told): string {
  return [recommendation, reasons, cost].join('\n\n')
}
