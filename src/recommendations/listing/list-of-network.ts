import { maySeeInside } from '../../networks/permissions.js'
import { networkList } from '../../networks/year.js'
import { recommendationsAcross } from '../recommendations.js'
import { recommendationColumns, responseLines } from './columns.js'

/** What was recommended across a network, as far as the reader may know of it. */
export const recommendationList = networkList({
  name: 'recommendations',
  title: 'Recommendations and what schools answered',
  columns: recommendationColumns,
  lines: async (db, person, network) =>
    maySeeInside(person, network) ? responseLines(await recommendationsAcross(db, person, network.id)) : [],
})
