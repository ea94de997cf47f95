import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { Conflict, NotAllowed } from '../../errors.js'
import type { House } from '../../house.js'
import { read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { listed } from '../../words/words.js'
import { ConfirmingForm } from '../forms.js'
import { askedRoleInWords } from './asked-role-in-words.js'
import { confirmRole, findAskedRole, refuseRole, rolesWaitingFor, type WaitingRole } from './confirming-roles.js'
import { isOpen, mayConfirmRole, mayRefuseRole } from '../permissions.js'
import type { Person } from '../person.js'
import { meaningOf } from './roles.js'
import { tell } from '../sessions.js'

/** A role that waits for a second person: who asks for it, what it gives, and yes or no. */
export function confirmingRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/confirmations/:confirmation', async (req, res) => {
    const person = signedIn(res)
    const asked = await findAskedRole(db, person, req.params.confirmation)
    show(res, 'people/confirmation', {
      title: `${asked.name}, ${askedRoleInWords(asked)}`,
      asked,
      role: askedRoleInWords(asked),
      means: meaningOf(asked.role),
      address: `/confirmations/${asked.id}`,
      who: listed(asked.confirmers.map(one => one.name)),
      isMine: asked.askedBy === person.id,
      administers: person.isAdministrator,
      isMe: asked.personId === person.id,
      may: { confirm: mayConfirmRole(person, asked), refuse: mayRefuseRole(person, asked) },
      over: overBecause(asked),
      others: mayConfirmRole(person, asked) ? await othersToConfirm(db, person, asked) : [],
    })
  })

  routes.post('/confirmations/:confirmation/agreement', async (req, res) => {
    const person = signedIn(res)
    const asked = await findOpen(person, req.params.confirmation)
    if (!mayConfirmRole(person, asked)) throw new NotAllowed('A second person confirms this, not you.')
    const { too } = wellRead(read(ConfirmingForm, req.body))
    const others = (await othersToConfirm(db, person, asked)).filter(one => too.includes(one.id))
    await inOne(db, async trx => {
      for (const one of [asked, ...others]) await confirmRole(trx, one, person)
    })
    await tell(db, res, `${listed([asked, ...others].map(one => `${one.name} is ${askedRoleInWords(one)}`))} now.`)
    res.redirect(303, '/')
  })

  routes.post('/confirmations/:confirmation/refusal', async (req, res) => {
    const person = signedIn(res)
    const asked = await findOpen(person, req.params.confirmation)
    if (!mayRefuseRole(person, asked)) throw new NotAllowed('A second person answers this, not you.')
    await inOne(db, trx => refuseRole(trx, asked, person))
    await tell(db, res, `It stays as it was: ${asked.name} is not ${askedRoleInWords(asked)}.`)
    res.redirect(303, '/')
  })

  async function findOpen(person: Person, id: string): Promise<WaitingRole> {
    const asked = await findAskedRole(db, person, id)
    if (!isOpen(asked)) throw new Conflict('This has been answered already.')
    return asked
  }

  return routes
}

/** What else waits for this person, to be confirmed by tick on the same page. */
async function othersToConfirm(db: Db, person: Person, asked: WaitingRole): Promise<WaitingRole[]> {
  const waiting = await rolesWaitingFor(db, person)
  return waiting.filter(one => one.id !== asked.id && mayConfirmRole(person, one))
}

function overBecause(asked: WaitingRole): string | null {
  if (asked.confirmedAt) return 'It has been confirmed.'
  return asked.refusedAt ? 'It was not confirmed, or was taken back.' : null
}
