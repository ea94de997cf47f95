import { type Request, Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { notTooOften } from '../../web/limits/not-too-often.js'
import { daysAfter, now, today } from '../../web/now.js'
import { formOf, type FormState, read, withChoices } from '../../web/read.js'
import { show } from '../../web/show.js'
import { day } from '../../words/words.js'
import { ComplaintForm } from '../forms.js'
import { openRequest } from '../requests.js'
import { findPlace, networksToComplainTo } from './place.js'

/** A complaint about personal data, by anybody: colleagues, parents, pupils. Words alone, and never a file. */
export function complaintRoutes({ db, keys }: House): Router {
  const routes = Router()
  const sent = notTooOften({
    times: 5,
    seconds: 3600,
    sentence:
      'Several complaints have come from your connection within the hour. Please telephone the school, or try again later.',
  })

  routes.get('/complaints', async (_req, res) => {
    const networks = await networksToComplainTo(db)
    show(res, 'requests/complaints', {
      title: 'Complain about how data are used',
      networks: networks.map(({ id, name }) => ({ href: `/complaints/${id}`, name })),
    })
  })

  routes.get('/complaints/:network', async (req, res) => {
    const person = res.locals.person
    const form = formOf(person ? { askedBy: person.name, contact: person.email } : {})
    show(res, 'requests/complaint', await page(req, form))
  })

  routes.post('/complaints/:network', async (req, res) => {
    const there = await page(req, formOf(req.body))
    const { once: _, ...body } = (req.body ?? {}) as Record<string, unknown>
    const reading = withChoices(read(ComplaintForm, body), body, {
      school: { among: there.schools, otherwise: 'Choose a school of this list' },
    })
    if (!reading.ok) return show(res.status(422), 'requests/complaint', { ...there, form: reading.form })
    await sent(req)
    const { website, school, ...said } = reading.values
    const networkId = req.params.network
    const by = res.locals.person ?? null
    if (website === '')
      await inOne(db, trx =>
        openRequest({ trx, keys }, by, {
          kind: 'complaint',
          networkId,
          schoolId: school || null,
          receivedAt: now(),
          said,
        }),
      )
    res.redirect(303, `/complaints/${networkId}/received`)
  })

  routes.get('/complaints/:network/received', async (req, res) => {
    const { network } = await findPlace(db, req.params.network)
    const by = day(daysAfter(today(), 30))
    show(res, 'requests/complaint-sent', { title: 'Your complaint is here', network: network.name, by })
  })

  async function page(req: Request<{ network: string }>, form: FormState) {
    const place = await findPlace(db, req.params.network)
    const { network, schools } = place
    return {
      ...{ title: 'Complain about how data are used', network: network.name, form },
      address: `/complaints/${network.id}`,
      schools: schools.map(({ id, name }) => ({ value: id, text: name })),
      contacts: schools.flatMap(({ name, safeguardingContact }) =>
        safeguardingContact ? [{ school: name, contact: safeguardingContact }] : [],
      ),
    }
  }

  return routes
}
