import { Router } from 'express'
import { type Db, inOne } from '../database.js'
import { enquiryAsked } from '../enquiries/asked.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import { stances } from '../enquiries/stages/stage-fields.js'
import { allow, NotFound } from '../errors.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import { tell } from '../people/sessions.js'
import { sendCsv } from '../web/csv.js'
import { folded } from '../words/folded.js'
import { pageNumber, pageOf, queried } from '../web/page-of.js'
import { formOf, type FormState, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { addReference } from './references/adding.js'
import { workOf } from './references/by-hand.js'
import { referenceColumns } from './columns.js'
import { NewReferenceForm, TakeOverForm } from './forms.js'
import { kinds } from './references/kinds.js'
import { mayKeepReferences, mayReadKnowledge, maySayWhatItDoes } from './permissions.js'
import { addressOf, findReference, type Reference, referencesOf, saidFor } from './references/references.js'
import { sharedByOthers } from './references/sharing.js'
import { shownReference } from './shown.js'
import { cslOf } from './references/work.js'
import { bibtexOf } from './writing/bibtex.js'
import { risOf } from './writing/ris.js'

const size = 50

/** The published knowledge of a group: its list, the same list for other programs, and works added by hand. */
export function listRoutes({ db }: House): Router {
  const routes = Router()

  async function reading(person: Reader, req: Parameters<typeof enquiryAsked>[2]): Promise<Enquiry> {
    const enquiry = await enquiryAsked(db, person, req)
    if (!mayReadKnowledge(enquiry)) throw new NotFound('list of references')
    return enquiry
  }

  routes.get('/groups/:group/knowledge', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await reading(person, req)
    const [words, stance] = [queried(req, 'words'), queried(req, 'stance')]
    const all = await referencesOf(db, enquiry.groupId)
    const own = await saidFor(
      db,
      enquiry,
      all.map(one => one.id),
    )
    const found = all
      .map(one => shownReference(one, own))
      .filter(one => answers(`${one.line} ${one.key} ${one.said.map(({ sentence }) => sentence).join(' ')}`, words))
      .filter(one => !stance || one.said.some(saying => saying.stance === stance))
    const from = (pageNumber(req) - 1) * size
    const address = knowledgeAddress(enquiry)
    show(res, 'knowledge/index', {
      title: `Published knowledge of ${enquiry.groupName}`,
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'knowledge'),
      page: pageOf(req, found.slice(from, from + size), found.length, size),
      fields: [
        { name: 'words', label: 'Words or key', value: words },
        { name: 'stance', label: 'What it does', value: stance, options: stanceOptions() },
      ],
      address,
      ofCycle: enquiry.cycle < enquiry.newestCycle ? `?cycle=${enquiry.cycle}` : '',
      all: address,
      total: all.length,
      elsewhere: enquiry.standing.member ? await elsewhereFor(db, enquiry, all) : [],
      stances: stanceOptions(),
      may: { keep: mayKeepReferences(enquiry), say: maySayWhatItDoes(enquiry) },
    })
  })

  routes.get('/groups/:group/knowledge.bib', async (req, res) => {
    const { name, references } = await listToSend(signedIn(res), req)
    res.attachment(`${name}.bib`).type('application/x-bibtex; charset=utf-8').send(bibtexOf(references))
  })

  routes.get('/groups/:group/knowledge.ris', async (req, res) => {
    const { name, references } = await listToSend(signedIn(res), req)
    res.attachment(`${name}.ris`).type('application/x-research-info-systems; charset=utf-8').send(risOf(references))
  })

  routes.get('/groups/:group/knowledge.json', async (req, res) => {
    const { name, references } = await listToSend(signedIn(res), req)
    const csl = references.map(({ work, key }) => cslOf(work, key))
    res
      .attachment(`${name}.json`)
      .type('application/vnd.citationstyles.csl+json; charset=utf-8')
      .send(JSON.stringify(csl, null, 2))
  })

  routes.get('/groups/:group/knowledge.csv', async (req, res) => {
    const { name, references, enquiry } = await listToSend(signedIn(res), req)
    const said = await saidFor(
      db,
      enquiry,
      references.map(one => one.id),
    )
    const lines = references.map(one => shownReference(one, said))
    sendCsv(res, name, referenceColumns, lines)
  })

  async function listToSend(person: Reader, req: Parameters<typeof enquiryAsked>[2]) {
    const enquiry = await reading(person, req)
    return { enquiry, name: `${enquiry.groupId}-references`, references: await referencesOf(db, enquiry.groupId) }
  }

  routes.get('/groups/:group/knowledge/new', async (req, res) => {
    const enquiry = await reading(signedIn(res), req)
    allow(mayKeepReferences(enquiry))
    show(res, 'knowledge/form', newPage(enquiry, formOf({ kind: 'book' })))
  })

  routes.post('/groups/:group/knowledge', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await enquiryAsked(db, person, req)
    allow(mayKeepReferences(enquiry))
    const form = read(NewReferenceForm, req.body)
    if (!form.ok) return show(res.status(422), 'knowledge/form', newPage(enquiry, form.form))
    const reference = await inOne(db, trx => addReference(trx, enquiry, person, workOf(form.values)))
    await tell(db, res, `It is added. Cite it in any text as [@${reference.key}].`)
    res.redirect(303, addressOf(reference))
  })

  routes.post('/groups/:group/knowledge/taking-over', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await enquiryAsked(db, person, req)
    allow(mayKeepReferences(enquiry))
    const form = read(TakeOverForm, req.body)
    if (!form.ok) throw new NotFound('reference')
    const theirs: Reference = await findReference(db, person, form.values.reference)
    if (theirs.sharedAt === null) throw new NotFound('reference')
    const reference = await inOne(db, trx => addReference(trx, enquiry, person, theirs.work, theirs.key))
    await tell(db, res, `Your group has it too. Cite it as [@${reference.key}].`)
    res.redirect(303, addressOf(reference))
  })

  return routes
}

export function knowledgeAddress({ groupId }: { groupId: string }): string {
  return `/groups/${groupId}/knowledge`
}

export function knowledgeCrumb(enquiry: { groupId: string }) {
  return { href: knowledgeAddress(enquiry), text: 'Published knowledge' }
}

export function stanceOptions() {
  return stances.map(({ stance, name }) => ({ value: stance, text: `It ${name}` }))
}

export function kindOptions() {
  return kinds.map(({ kind, name }) => ({ value: kind, text: name }))
}

function newPage(enquiry: Enquiry, form: FormState) {
  return {
    title: 'Add a reference by hand',
    breadcrumbs: crumbsOf(enquiry, knowledgeCrumb(enquiry)),
    head: headOf(enquiry, 'knowledge'),
    form,
    kinds: kindOptions(),
    address: knowledgeAddress(enquiry),
    back: knowledgeAddress(enquiry),
    revising: null,
  }
}

async function elsewhereFor(db: Db, enquiry: Enquiry, own: Reference[]) {
  const others = await sharedByOthers(db, enquiry, own)
  return others.map(one => ({ id: one.id, html: shownReference(one).html, groupName: one.groupName }))
}

function answers(said: string, asked: string): boolean {
  const there = folded(said)
  return folded(asked)
    .split(' ')
    .every(word => there.includes(word))
}
