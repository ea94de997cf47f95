import { type Response, Router } from 'express'
import { z } from 'zod'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { networkHead } from '../../networks/head.js'
import { findNetwork } from '../../networks/networks.js'
import { findSchool } from '../../networks/schools/schools.js'
import type { Network, School } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { tell } from '../../people/sessions.js'
import { choice, neededText } from '../../web/fields.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { day } from '../../words/words.js'
import { consentAudienceNamed } from '../../reach/audiences.js'
import { mayLiftRefusal, mayRefuseFor } from '../permissions.js'
import { liftRefusal, refusalsOf, refuseFor } from './refusals.js'
import { refusedBeyond, refusedContents } from '../../reach/refused.js'

const keysOf = <Key extends string>(list: readonly { key: Key }[]) => list.map(one => one.key) as [Key, ...Key[]]

const RefusalForm = z.strictObject({
  content: choice(keysOf(refusedContents), 'Choose what it is about'),
  audience: choice(keysOf(refusedBeyond), 'Choose how far it may still go'),
  because: neededText('Say why, in a sentence, without naming a pupil', 300),
})

/** What a school as a whole does not want to be seen further than so far. */
export function refusalRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/schools/:school/refusals', async (req, res) => {
    await showRefusals(res, ...(await atOwnSchool(res, req.params.network, req.params.school)))
  })

  routes.post('/networks/:network/schools/:school/refusals', async (req, res) => {
    const [person, network, school] = await atOwnSchool(res, req.params.network, req.params.school)
    const reading = read(RefusalForm, req.body)
    if (!reading.ok) return showRefusals(res.status(422), person, network, school, reading.form)
    await inOne(db, trx => refuseFor(trx, school, person, reading.values))
    await tell(db, res, 'It holds from this moment, for every piece from your school, also those to come.')
    res.redirect(303, addressOf(network, school))
  })

  routes.post('/networks/:network/schools/:school/refusals/:id/lifting', async (req, res) => {
    const [person, network, school] = await atOwnSchool(res, req.params.network, req.params.school)
    const refusal = (await refusalsOf(db, school.id)).find(one => one.id === req.params.id)
    if (!refusal) throw new NotFound('refusal')
    allow(mayLiftRefusal(person, refusal), 'A refusal is lifted by whoever recorded it, the head or the data lead.')
    await inOne(db, trx => liftRefusal(trx, school, person, refusal))
    await tell(db, res, 'It is lifted. Pieces go again as far as they were shared and as those in them agreed.')
    res.redirect(303, addressOf(network, school))
  })

  /** @throws NotFound for whoever does not work there */
  async function atOwnSchool(res: Response, networkId: string, schoolId: string): Promise<[Person, Network, School]> {
    const person = signedIn(res)
    const network = await findNetwork(db, person, networkId)
    const school = await findSchool(db, network, schoolId)
    if (!mayRefuseFor(person, school)) throw new NotFound()
    return [person, network, school]
  }

  async function showRefusals(res: Response, person: Person, network: Network, school: School, form?: FormState) {
    const address = addressOf(network, school)
    show(res, 'evidence/refusals', {
      title: `What ${school.name} refuses`,
      breadcrumbs: [{ href: `/networks/${network.id}/schools`, text: 'Schools' }],
      head: networkHead(network, person, 'schools'),
      school: school.name,
      address,
      form: form ?? formOf(),
      contents: refusedContents.map(({ key, name, hint }) => ({ value: key, text: name, ...(hint && { hint }) })),
      beyond: refusedBeyond.map(({ key, name, hint }) => ({ value: key, text: name, ...(hint && { hint }) })),
      refusals: (await refusalsOf(db, school.id)).map(one => ({
        what: `${refusedContents.find(content => content.key === one.content)?.name ?? one.content}: seen ${consentAudienceNamed(one.audience).agreed}`,
        because: one.because,
        by: `${one.recordedByName}, ${day(one.recordedAt)}`,
        lifted: one.endedAt,
        lift: !one.endedAt && mayLiftRefusal(person, one) ? `${address}/${one.id}/lifting` : null,
      })),
    })
  }

  return routes
}

function addressOf(network: Network, school: School): string {
  return `/networks/${network.id}/schools/${school.id}/refusals`
}
