import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { sendCsv } from '../../web/csv.js'
import { queried } from '../../web/page-of.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { byName, plural } from '../../words/words.js'
import { schoolColumns } from '../columns.js'
import { importEstablishments, lastImport, searchEstablishments } from './establishments.js'
import { PickForm, SchoolForm } from '../forms.js'
import { networkHead } from '../head.js'
import { findNetwork } from '../networks.js'
import { mayChangeSettings, mayImportEstablishments } from '../permissions.js'
import { receiveExtract } from './receiving-extract.js'
import { addSchool, changeSchool, comeBack, findSchool, leaveNetwork, pickSchools, schoolsOf } from './schools.js'

export function schoolRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/schools', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    const everOf = await db
      .selectFrom('schools')
      .selectAll()
      .where('networkId', '=', network.id)
      .where('leftAt', 'is not', null)
      .execute()
    show(res, 'networks/schools', {
      title: `Schools of ${network.name}`,
      head: networkHead(network, person, 'schools'),
      network,
      schools: await schoolsOf(db, network.id),
      left: everOf.sort(byName),
      own: person.works(network.id) ? person.schoolsIn(network.id) : [],
      may: { change: mayChangeSettings(person, network) },
    })
  })

  routes.get('/networks/:network/schools.csv', async (req, res) => {
    const network = await findNetwork(db, signedIn(res), req.params.network)
    const schools = await schoolsOf(db, network.id)
    sendCsv(res, `${network.id}-schools`, schoolColumns, schools)
  })

  routes.get('/networks/:network/schools/new', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(mayChangeSettings(person, network))
    const find = queried(req, 'find')
    const here = new Set((await schoolsOf(db, network.id)).map(school => school.urn))
    const found = (await searchEstablishments(db, find)).map(one => ({ ...one, here: here.has(one.urn) }))
    show(res, 'networks/school-pick', {
      title: 'Add schools',
      head: networkHead(network, person, 'schools'),
      network,
      find,
      found,
      imported: (await lastImport(db)) ?? null,
      may: { import: mayImportEstablishments(person) },
    })
  })

  routes.post('/networks/:network/schools/picked', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(mayChangeSettings(person, network))
    const reading = read(PickForm, req.body)
    const urns = reading.ok ? reading.values.urns.slice(0, 100) : []
    const added = await inOne(db, trx => pickSchools(trx, network, person, urns))
    await tell(
      db,
      res,
      added === 0 ? 'Tick the schools that belong to this network.' : `${plural(added, 'school', 'schools')} added.`,
    )
    const find = reading.ok ? reading.values.find : ''
    res.redirect(
      303,
      added === 0
        ? `/networks/${network.id}/schools/new?find=${encodeURIComponent(find)}`
        : `/networks/${network.id}/schools`,
    )
  })

  routes.get('/networks/:network/schools/by-hand', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(mayChangeSettings(person, network))
    show(res, 'networks/school-edit', {
      title: 'Add a school by hand',
      head: networkHead(network, person, 'schools'),
      network,
      school: null,
      form: formOf(),
    })
  })

  routes.post('/networks/:network/schools', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(mayChangeSettings(person, network))
    const reading = read(SchoolForm, req.body)
    if (!reading.ok) {
      return show(res.status(422), 'networks/school-edit', {
        title: 'Add a school by hand',
        head: networkHead(network, person, 'schools'),
        network,
        school: null,
        form: reading.form,
      })
    }
    await addSchool(db, network, person, { urn: null, ...reading.values })
    await tell(db, res, `${reading.values.name} is in the network.`)
    res.redirect(303, `/networks/${network.id}/schools`)
  })

  routes.get('/networks/:network/schools/:school/edit', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    const school = await findSchool(db, network, req.params.school)
    allow(mayChangeSettings(person, network))
    show(res, 'networks/school-edit', {
      title: school.name,
      head: networkHead(network, person, 'schools'),
      network,
      school,
      form: formOf(school),
    })
  })

  routes.post('/networks/:network/schools/:school', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    const school = await findSchool(db, network, req.params.school)
    allow(mayChangeSettings(person, network))
    const reading = read(SchoolForm, req.body)
    if (!reading.ok) {
      return show(res.status(422), 'networks/school-edit', {
        title: school.name,
        head: networkHead(network, person, 'schools'),
        network,
        school,
        form: reading.form,
      })
    }
    await changeSchool(db, school, reading.values)
    await tell(db, res, `${reading.values.name} is saved.`)
    res.redirect(303, `/networks/${network.id}/schools`)
  })

  routes.post('/networks/:network/schools/:school/leaving', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    const school = await findSchool(db, network, req.params.school)
    allow(mayChangeSettings(person, network))
    await inOne(db, trx => (school.leftAt ? comeBack : leaveNetwork)(trx, school, person))
    await tell(
      db,
      res,
      school.leftAt
        ? `${school.name} is back in the network.`
        : `${school.name} has left the network. Its groups keep their work.`,
    )
    res.redirect(303, `/networks/${network.id}/schools`)
  })

  routes.get('/establishments', async (_req, res) => {
    allow(mayImportEstablishments(signedIn(res)))
    show(res, 'networks/import', {
      title: 'The government’s list of schools',
      last: (await lastImport(db)) ?? null,
      mistakes: [],
    })
  })

  routes.post('/establishments', async (req, res) => {
    const person = signedIn(res)
    allow(mayImportEstablishments(person))
    const title = 'The government’s list of schools'
    const extract = await receiveExtract(req, res)
    try {
      if (extract.refused) {
        return show(res.status(422), 'networks/import', {
          title,
          last: (await lastImport(db)) ?? null,
          mistakes: [{ line: null, text: extract.refused }],
        })
      }
      const done = await importEstablishments(db, person, extract.name, extract.path)
      if (!done.ok)
        return show(res.status(422), 'networks/import', {
          title,
          last: (await lastImport(db)) ?? null,
          mistakes: done.mistakes,
        })
      await inOne(db, trx => record(trx, { kind: 'list of schools imported', by: person }))
      const { rows, added, updated, schools } = done
      await tell(
        db,
        res,
        `${plural(rows, 'school', 'schools')} read: ${added.toLocaleString('en-GB')} new, ${updated.toLocaleString('en-GB')} brought up to date. ${plural(schools, 'school', 'schools')} in networks follow the list.`,
      )
      res.redirect(303, '/establishments')
    } finally {
      await extract.remove()
    }
  })

  return routes
}
