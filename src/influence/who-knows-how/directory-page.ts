import type { Request } from 'express'
import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { networkHead } from '../../networks/head.js'
import { schoolsByIds } from '../../networks/schools/schools.js'
import type { Network } from '../../networks/tables.js'
import type { KnowsHowOf } from '../../networks/year.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { formOf, type FormState } from '../../web/read.js'
import type { WhoKnowsHowPage } from '../pages.js'
import { maySayThatTheyKnow } from '../permissions.js'
import { ownKnowHows, whoKnowsHow } from './know-hows.js'

const size = 40

export async function directoryPage(
  db: Db,
  knowsHow: KnowsHowOf[],
  person: Reader,
  network: Network,
  req: Request,
  form: FormState = formOf(),
): Promise<WhoKnowsHowPage> {
  const words = queried(req, 'words')
  const found = await whoKnowsHow(db, knowsHow, person, network, words)
  const from = (pageNumber(req) - 1) * size
  const address = `/networks/${network.id}/who-knows-how`
  const rows = found.slice(from, from + size).map(one => ({
    ...one,
    ask: one.personId === person.id ? null : `${address}/people/${one.personId}`,
  }))
  return {
    title: 'Who knows how',
    head: networkHead(network, person, 'who-knows-how'),
    address,
    words,
    page: pageOf(req, rows, found.length, size),
    own: await ownKnowHows(db, person, network),
    schools: await schoolsByIds(db, person.schoolsIn(network.id)),
    form,
    may: { offer: maySayThatTheyKnow(person, network) },
  }
}
