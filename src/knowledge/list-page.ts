import type { Request } from 'express'
import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf, ofCycle } from '../enquiries/head.js'
import { pageNumber, pageOf, queried } from '../web/page-of.js'
import { formOf, type FormState } from '../web/read.js'
import { folded } from '../words/folded.js'
import { knowledgeAddress } from './addresses.js'
import { stanceOptions } from './choices.js'
import type { KnowledgeIndexPage } from './pages.js'
import { mayKeepReferences, maySayWhatItDoes } from './permissions.js'
import { type Reference, referencesOf, saidFor } from './references/references.js'
import { sharedByOthers } from './references/sharing.js'
import { type ShownReference, shownReference } from './references/shown-reference.js'

const size = 50

/** The works that the group knows and what they do, by words and by stance, and what other groups let it find. */
export async function listPage(
  db: Db,
  req: Request,
  enquiry: Enquiry,
  form: FormState = formOf(),
): Promise<KnowledgeIndexPage> {
  const [words, stance] = [queried(req, 'words'), queried(req, 'stance')]
  const all = await referencesOf(db, enquiry.groupId)
  const said = await saidFor(
    db,
    enquiry,
    all.map(one => one.id),
  )
  const found = all.map(one => shownReference(one, said)).filter(one => isAskedFor(one, words, stance))
  const from = (pageNumber(req) - 1) * size
  const address = knowledgeAddress(enquiry)
  const shown = found.slice(from, from + size)
  return {
    title: 'Published knowledge',
    breadcrumbs: crumbsOf(enquiry),
    head: headOf(enquiry, 'knowledge'),
    page: pageOf(req, shown, found.length, size),
    fields: [
      { name: 'words', label: 'Words or key', value: words },
      { name: 'stance', label: 'What it does', value: stance, options: stanceOptions() },
    ],
    address,
    ofCycle: ofCycle(enquiry),
    all: address,
    total: all.length,
    elsewhere: enquiry.standing.member ? await elsewhereFor(db, enquiry, all) : [],
    stances: stanceOptions(),
    unsaid: maySayWhatItDoes(enquiry) ? shown.filter(one => one.said.length === 0) : [],
    form,
    may: { keep: mayKeepReferences(enquiry), say: maySayWhatItDoes(enquiry) },
  }
}

/** Every word stands in the reference, its key or what is said of it; and something is said of it with this stance. */
function isAskedFor({ line, key, said }: ShownReference, words: string, stance: string): boolean {
  const there = folded(`${line} ${key} ${said.map(({ sentence }) => sentence).join(' ')}`)
  const hasWords = folded(words)
    .split(' ')
    .every(word => there.includes(word))
  return hasWords && (!stance || said.some(one => one.stance === stance))
}

async function elsewhereFor(db: Db, enquiry: Enquiry, own: Reference[]) {
  const others = await sharedByOthers(db, enquiry, own)
  return others.map(one => ({ id: one.id, html: shownReference(one).html, groupName: one.groupName }))
}
