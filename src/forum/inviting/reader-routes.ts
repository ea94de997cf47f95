import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { monthsAfter, today } from '../../web/now.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { basePage } from '../base.js'
import { findForum, type Forum } from '../finding.js'
import { ReaderForm } from '../forms.js'
import '../pages.js'
import { mayInviteReaders } from '../permissions.js'
import { endReading, findReader, guestsToChoose, inviteReader, readersOf } from './readers.js'

/** Who from outside reads along in the forum: invited by a network leader, from a day until a day. */
export function readerRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/forum/readers' as const

  const page = async (forum: Forum, form: FormState) => ({
    ...basePage(forum, 'Who reads along'),
    readers: await readersOf(db, forum.network),
    guests: (await guestsToChoose(db, forum.network)).map(({ id, name }) => ({ value: id, text: name })),
    form,
  })

  routes.get(at, async (req, res) => {
    const forum = await findToInvite(db, signedIn(res), req.params.network)
    const form = formOf({ fromDay: today(), untilDay: monthsAfter(today(), 6) })
    show(res, 'forum/readers', await page(forum, form))
  })

  routes.post(at, async (req, res) => {
    const forum = await findToInvite(db, signedIn(res), req.params.network)
    const { person, network, address } = forum
    const reading = read(ReaderForm, req.body)
    const form = reading.ok ? formOf(req.body) : reading.form
    if (reading.ok && !(await guestsToChoose(db, network)).some(one => one.id === reading.values.person))
      addMistake(form, 'person', 'Choose somebody from the list')
    if (reading.ok && reading.values.untilDay < today())
      addMistake(form, 'untilDay', 'Choose a day that is still to come')
    if (!reading.ok || form.summary.length > 0) return show(res.status(422), 'forum/readers', await page(forum, form))
    await inOne(db, trx => inviteReader(trx, network, person, reading.values))
    await tell(db, res, 'They can read the forum. Only you and the other network leaders see this list.')
    res.redirect(303, `${address}/readers`)
  })

  routes.post(`${at}/:reader/end`, async (req, res) => {
    const { person, network, address } = await findToInvite(db, signedIn(res), req.params.network)
    const reader = await findReader(db, network, req.params.reader)
    await inOne(db, trx => endReading(trx, reader, person))
    await tell(db, res, `${reader.name} does not read the forum any more.`)
    res.redirect(303, `${address}/readers`)
  })

  return routes
}

/** @throws NotFound for everybody but the network's leaders: who is invited is theirs to know */
async function findToInvite(db: Db, person: Reader, networkId: string): Promise<Forum> {
  const forum = await findForum(db, person, networkId)
  if (!mayInviteReaders(person, forum.network)) throw new NotFound()
  return forum
}
