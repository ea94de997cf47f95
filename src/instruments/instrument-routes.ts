import { Router } from 'express'
import { inOne } from '../database.js'
import { findEnquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import { allow, Conflict, NotFound } from '../errors.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import { tell } from '../people/sessions.js'
import { queried } from '../web/page-of.js'
import { addMistake, formOf, type FormState } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { unfinishedOf } from './sheets/filling-in.js'
import {
  copyInstrument,
  findInstrument,
  type FoundInstrument,
  instrumentsOf,
  makeInstrument,
  retireInstrument,
  reviseInstrument,
  shareInstrument,
  sharedInNetwork,
} from './instruments.js'
import type { InstrumentEditorPage, InstrumentPage } from './pages.js'
import { mayUseInstruments, readsInstruments } from './permissions.js'
import {
  newQuestion,
  type Question,
  questionKindInWords,
  questionKinds,
  questionsSent,
  rearranged,
  whatIsMissing,
} from './questions.js'
import { questionnairesOf } from './questionnaires/questionnaires.js'
import { acrossSheets, everyQuestion, sheetsOf } from './sheets/sheets.js'
import {
  type InstrumentKind,
  instrumentKindInWords,
  instrumentKinds,
  questionsOf,
  templateNamed,
  templates,
} from './templates.js'

/** The instruments of a group: begun from a template or copied, changed, printed, offered to the network. */
export function instrumentRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/instruments', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    if (!readsInstruments(enquiry)) throw new NotFound('page')
    const may = { use: mayUseInstruments(enquiry) }
    const inWords = <One extends { kind: string }>(one: One) => ({
      ...one,
      kind: instrumentKindInWords[one.kind as InstrumentKind],
    })
    show(res, 'instruments/index', {
      title: `Instruments of ${enquiry.groupName}`,
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'instruments'),
      instruments: (await instrumentsOf(db, enquiry)).map(inWords),
      unfinished: may.use ? await unfinishedOf(db, person, enquiry) : [],
      questionnaires: await questionnairesOf(db, enquiry),
      templates: templates.map(({ key, name, purpose, kind }) => ({
        key,
        name,
        purpose,
        kind: instrumentKindInWords[kind],
      })),
      offered: may.use ? (await sharedInNetwork(db, person, enquiry)).map(inWords) : [],
      address: `/groups/${enquiry.groupId}/instruments`,
      may,
    })
  })

  routes.post('/groups/:group/instruments', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    if (!readsInstruments(enquiry)) throw new NotFound('page')
    allow(mayUseInstruments(enquiry))
    const sent = (req.body ?? {}) as Record<string, unknown>
    const { copy } = sent
    const id =
      typeof copy === 'string' && copy
        ? await inOne(db, trx => copyInstrument(trx, enquiry, person, copy))
        : await begin()
    res.redirect(303, `/instruments/${id}/edit`)

    function begin(): Promise<string> {
      const template = templateNamed(String(sent.template))
      if (template)
        return inOne(db, trx => makeInstrument(trx, enquiry, person, { ...template, questions: questionsOf(template) }))
      const kind = instrumentKinds.includes(sent.kind as InstrumentKind) ? (sent.kind as InstrumentKind) : 'interview'
      const words = { kind, name: `A new ${instrumentKindInWords[kind]}`, purpose: '', questions: [newQuestion()] }
      return inOne(db, trx => makeInstrument(trx, enquiry, person, words))
    }
  })

  routes.get('/instruments/:instrument', async (req, res) => {
    const person = signedIn(res)
    const found = await findInstrument(db, person, req.params.instrument)
    const sheets = await sheetsOf(db, person, found)
    const questionnaires = (await questionnairesOf(db, found.enquiry)).filter(one => one.instrumentId === found.id)
    show(res, 'instruments/instrument', { ...pageOf(found), sheets: sheets.length, questionnaires })
  })

  routes.get('/instruments/:instrument/sheets', async (req, res) => {
    const person = signedIn(res)
    const found = await findInstrument(db, person, req.params.instrument)
    if (found.kind === 'questionnaire') throw new NotFound('page')
    const sheets = await sheetsOf(db, person, found)
    show(res, 'instruments/sheets', {
      title: `${found.name}, question by question`,
      ...aroundInstrument(found),
      name: found.name,
      address: `/instruments/${found.id}`,
      sheets: sheets.length,
      questions: acrossSheets(found.questions, sheets, await everyQuestion(db, found)),
    })
  })

  routes.get('/instruments/:instrument/edit', async (req, res) => {
    const found = await toUse(signedIn(res), req.params.instrument)
    show(
      res,
      'instruments/edit',
      editorOf(found, found.questions, formOf({ name: found.name, purpose: found.purpose }), queried(req, 'at')),
    )
  })

  routes.post('/instruments/:instrument', async (req, res) => {
    const person = signedIn(res)
    const found = await toUse(person, req.params.instrument)
    const sent = (req.body ?? {}) as Record<string, unknown>
    const said = (name: string) => (typeof sent[name] === 'string' ? sent[name] : '')
    const order = said('order').split(' ').filter(Boolean)
    const before = order.map(
      id => found.questions.find(one => one.id === id) ?? { ...newQuestion(), id: id.slice(0, 12) },
    )
    const doing = said('do')
    const questions = rearranged(questionsSent(before, sent), doing)
    const name = said('name').replace(/\s+/g, ' ').trim().slice(0, 120)
    const form = formOf({ name: said('name'), purpose: said('purpose') })
    if (!name) addMistake(form, 'name', 'Give it a name')
    if (!doing) whatIsMissing(questions).forEach((missing, at) => addMistake(form, `questions-${at}`, missing))
    if (form.summary.length > 0) return show(res.status(422), 'instruments/edit', editorOf(found, questions, form))
    try {
      const purpose = said('purpose').replace(/\r\n?/g, '\n').trim().slice(0, 2000)
      await inOne(db, trx =>
        reviseInstrument(trx, found, person, { name, purpose, questions }, Number(said('version'))),
      )
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      addMistake(form, '', `${error.message} What you wrote stands here; theirs is on the instrument’s own page.`)
      const now = await findInstrument(db, person, found.id)
      return show(res.status(409), 'instruments/edit', editorOf(now, questions, form))
    }
    if (doing) return res.redirect(303, `/instruments/${found.id}/edit${placeOf(doing, questions)}`)
    await tell(db, res, 'The instrument is saved.')
    res.redirect(303, `/instruments/${found.id}`)
  })

  routes.post('/instruments/:instrument/sharing', async (req, res) => {
    const person = signedIn(res)
    const found = await toUse(person, req.params.instrument)
    await inOne(db, trx => shareInstrument(trx, found, person, true))
    await tell(
      db,
      res,
      'The other groups of the network can copy it now. They see its questions, and nothing that was answered.',
    )
    res.redirect(303, `/instruments/${req.params.instrument}`)
  })

  routes.post('/instruments/:instrument/sharing/end', async (req, res) => {
    const person = signedIn(res)
    const found = await toUse(person, req.params.instrument)
    await inOne(db, trx => shareInstrument(trx, found, person, false))
    await tell(db, res, 'It is the group’s own again. Copies that others made stay theirs.')
    res.redirect(303, `/instruments/${req.params.instrument}`)
  })

  routes.post('/instruments/:instrument/removal', async (req, res) => {
    const person = signedIn(res)
    const found = await toUse(person, req.params.instrument)
    await inOne(db, trx => retireInstrument(trx, found, person))
    await tell(db, res, 'The instrument is put away. What was filled in with it stays.')
    res.redirect(303, `/groups/${found.groupId}/instruments`)
  })

  async function toUse(person: Reader, id: string): Promise<FoundInstrument> {
    const found = await findInstrument(db, person, id)
    allow(mayUseInstruments(found.enquiry))
    return found
  }

  return routes
}

function pageOf(found: FoundInstrument): Omit<InstrumentPage, 'sheets' | 'questionnaires'> {
  return {
    title: found.name,
    ...aroundInstrument(found),
    instrument: {
      id: found.id,
      name: found.name,
      purpose: found.purpose,
      version: found.version,
      changedAt: found.changedAt,
      sharedAt: found.sharedAt,
      isQuestionnaire: found.kind === 'questionnaire',
      kind: instrumentKindInWords[found.kind],
    },
    origin: found.origin,
    questions: found.questions,
    missing: whatIsMissing(found.questions),
    may: { use: mayUseInstruments(found.enquiry) },
  }
}

function editorOf(found: FoundInstrument, questions: Question[], form: FormState, focus = ''): InstrumentEditorPage {
  return {
    title: `Change ${found.name}`,
    ...aroundInstrument(found),
    address: `/instruments/${found.id}`,
    version: found.version,
    used: found.used,
    questions,
    kinds: questionKinds.map(kind => ({ value: kind, text: questionKindInWords[kind] })),
    form,
    focus,
  }
}

export function aroundInstrument(found: FoundInstrument) {
  const { enquiry } = found
  return {
    breadcrumbs: crumbsOf(enquiry, { href: `/groups/${enquiry.groupId}/instruments`, text: 'Instruments' }),
    head: headOf(enquiry, 'instruments'),
  }
}

/** After a question was moved or added, the page opens where it now is. */
function placeOf(doing: string, questions: Question[]): string {
  const at =
    doing === 'add'
      ? questions.length - 1
      : Number(doing.split('-')[1]) + (doing.startsWith('up') ? -1 : doing.startsWith('down') ? 1 : 0)
  return `#question-${Math.max(0, Math.min(at, questions.length - 1))}`
}
