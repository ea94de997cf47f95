import { whatIsRead } from '../../files/reading/what-is-read.js'
import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { handedToPage, handToPage } from '../../people/handing-to-pages.js'
import type { Person } from '../../people/person.js'
import { tell } from '../../people/sessions.js'
import { addMistake, type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { SchoolListForm } from '../forms.js'
import { networkHead } from '../head.js'
import { findNetwork } from '../networks.js'
import type { SchoolListPage } from '../pages.js'
import { nothingToRead } from '../pasting/pasted-table.js'
import { mayChangeSettings } from '../permissions.js'
import type { Network } from '../tables.js'
import { takeInList } from './listing-schools.js'
import { establishmentsOn } from './establishments.js'
import { namesOn, readSchools, type SchoolList } from './reading-schools.js'
import { receiveSmallList } from './receiving-extract.js'
import { schoolsOf, schoolsThatLeft } from './schools.js'

/** Many schools come from a list, which is read first: what each line becomes is seen before anything is added. */
export function listingSchoolsRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/schools/many', async (req, res) => {
    const { person, network } = await toListSchools(signedIn(res), req.params.network)
    const handed = await handedToPage<{ rows: string }>(db, res)
    const page = listPage(network, person, formOf(handed ?? {}))
    show(res, 'networks/school-list', { ...page, list: handed ? await readRows(network, handed.rows) : null })
  })

  routes.post('/networks/:network/schools/many', async (req, res) => {
    const { person, network } = await toListSchools(signedIn(res), req.params.network)
    const received = await receiveSmallList(req, res, 'schools')
    const fields = { ...received.fields, ...(received.file === null ? {} : { rows: received.file }) }
    const reading = read(SchoolListForm, fields)
    const form = reading.ok ? formOf(fields) : reading.form
    if (received.refused) addMistake(form, 'file', received.refused)
    else if (reading.ok && !reading.values.rows) addMistake(form, 'rows', nothingToRead)
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'networks/school-list', listPage(network, person, form))

    const { rows, confirmed, same } = reading.values
    const list = await readRows(network, rows)
    if (list.rows.length === 0)
      return show(res.status(422), 'networks/school-list', { ...listPage(network, person, form), list })
    const here = `/networks/${network.id}/schools`
    if (!confirmed) return res.redirect(303, await handToPage(db, res, `${here}/many`, { rows }))
    const done = await inOne(db, trx => takeInList(trx, network, person, list.rows, same.map(Number)))
    await tell(db, res, doneInWords(done))
    res.redirect(303, here)
  })

  async function toListSchools(person: Person, id: string) {
    const network = await findNetwork(db, person, id)
    allow(mayChangeSettings(person, network))
    return { person, network }
  }

  async function readRows(network: Network, rows: string): Promise<SchoolList> {
    return readSchools(rows, {
      here: await schoolsOf(db, network.id),
      left: await schoolsThatLeft(db, network.id),
      establishments: await establishmentsOn(db, namesOn(rows)),
    })
  }

  return routes
}

function listPage(network: Network, person: Person, form: FormState): SchoolListPage {
  const head = networkHead(network, person, 'schools')
  return { title: 'Add schools from a list', head, network, form, list: null, read: [whatIsRead.schools] }
}

function doneInWords({ added, changed, back }: { added: number; changed: number; back: number }): string {
  const said = [
    added > 0 ? `${plural(added, 'school', 'schools')} added.` : '',
    back > 0 ? `${plural(back, 'school is', 'schools are')} back in the network.` : '',
    changed > 0 ? `${plural(changed, 'school is', 'schools are')} brought up to date.` : '',
  ].filter(Boolean)
  return said.join(' ') || 'Nothing has changed: these schools are in the network as the list says it.'
}
