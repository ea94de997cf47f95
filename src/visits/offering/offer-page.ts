import type { Request } from 'express'
import type { Db } from '../../database.js'
import type { Network } from '../../networks/tables.js'
import { namesOf } from '../../people/people.js'
import { today } from '../../web/now.js'
import { queried } from '../../web/page-of.js'
import { formOf, type FormState } from '../../web/read.js'
import type { OpenVisit, VisitsOfNetwork } from '../finding.js'
import { choicesFor } from '../links.js'
import type { VisitFormPage } from '../pages.js'
import type { Visit } from '../tables.js'

/** The form of a visit. @param open where it is there already and is changed */
export async function offerFormPage(
  db: Db,
  there: VisitsOfNetwork,
  form: FormState,
  open?: OpenVisit,
): Promise<VisitFormPage> {
  const { person, network, head, listAddress } = there
  const choices = await choicesFor(db, person, network.id, open?.found.visit)
  const host = open?.found.school
  if (host && !choices.schools.some(one => one.value === host.id))
    choices.schools.push({ value: host.id, text: host.name })
  const answers = form.values.answers
  const wish = typeof answers === 'string' && !open ? await wishAnswered(db, network, answers) : null
  const nameOf = await namesOf(db, [wish?.offeredBy ?? null])
  return {
    title: open ? `Change “${open.found.visit.title}”` : wish ? 'Answer with an offer' : 'Offer a visit',
    head,
    listAddress,
    address: open?.address ?? listAddress,
    back: open?.address ?? (wish ? `${listAddress}/${wish.id}` : listAddress),
    form,
    choices,
    isNew: open === undefined,
    earliest: today(),
    answers: wish && { id: wish.id, title: wish.title, about: wish.about, by: nameOf(wish.offeredBy) },
  }
}

/** An open request of this network, by its id; null for anything else. */
export async function wishAnswered(db: Db, network: Pick<Network, 'id'>, id: string): Promise<Visit | null> {
  const wish = await db
    .selectFrom('visits')
    .selectAll()
    .where('id', '=', id)
    .where('networkId', '=', network.id)
    .where('kind', '=', 'asked')
    .executeTakeFirst()
  return wish ?? null
}

/** What the form can know already: the own school, the request that is answered, what is in place. */
export async function offerFormOf(db: Db, req: Request, { person, network }: VisitsOfNetwork): Promise<FormState> {
  const wish = await wishAnswered(db, network, queried(req, 'answers'))
  const own = person.schoolsIn(network.id)
  const school = wish?.schoolId && own.includes(wish.schoolId) ? wish.schoolId : own[0]
  return formOf({
    title: wish?.title ?? '',
    school,
    contact: person.name,
    places: '4',
    forWhom: 'anyone',
    answers: wish?.id ?? '',
    recommendation: queried(req, 'recommendation'),
    groups: [queried(req, 'group')].filter(Boolean),
    address: queried(req, 'from'),
  })
}

/** A visit as its form shows it. */
export async function changeFormOf(db: Db, visit: Visit): Promise<FormState> {
  const links = await db.selectFrom('visitLinks').selectAll().where('visitId', '=', visit.id).execute()
  const of = (kind: string) => links.filter(link => link.kind === kind).map(link => link.target)
  const { title, about, place, contact, forWhom, programme, practical } = visit
  return formOf({
    ...{ title, about, place, contact, forWhom, programme, practical },
    school: visit.schoolId ?? '',
    group: visit.groupId ?? '',
    groups: of('group'),
    theme: of('theme')[0] ?? '',
    recommendation: of('recommendation')[0] ?? '',
    address: of('address')[0] ?? '',
  })
}
