import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { type Enquiry, findEnquiry } from '../../enquiries/enquiry.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { read, withChoices } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { ComparisonForm } from '../forms.js'
import { addressOfMeasures } from '../measures/measure-page.js'
import { measuresPage } from '../measures/measures-page.js'
import { mayKeepMeasures, mayShareComparisons } from '../permissions.js'
import { addComparison, findComparison, removeComparison, shareComparison } from './comparisons.js'

/** What a group compares with: named, shared, taken back and removed. */
export function comparisonRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/groups/:group/comparisons' as const

  routes.post(at, async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(mayKeepMeasures(enquiry))
    const schools = (await schoolsOf(db, enquiry.networkId)).map(({ id }) => ({ value: id }))
    const reading = withChoices(read(ComparisonForm, req.body), req.body, {
      school: { among: schools, otherwise: 'Choose a school of the network' },
    })
    if (!reading.ok)
      return show(res.status(422), 'instruments/measures', await measuresPage(db, person, enquiry, reading.form))
    const { school: schoolId, ...words } = reading.values
    await inOne(db, trx => addComparison(trx, enquiry, person, { schoolId, ...words }))
    await tell(
      db,
      res,
      `${words.name} is measured for comparison from now on. It can be chosen wherever a number is added.`,
    )
    res.redirect(303, `${addressOfMeasures(enquiry)}#comparisons`)
  })

  routes.post(`${at}/:comparison/sharing`, async (req, res) => {
    const { person, enquiry, comparison } = await found(req, res)
    allow(mayShareComparisons(enquiry), 'Whoever leads the group says that its numbers may be shown outside.')
    await inOne(db, trx => shareComparison(trx, enquiry, comparison, person, true))
    await tell(db, res, `The numbers of ${comparison.name} can be read outside the group.`)
    res.redirect(303, `${addressOfMeasures(enquiry)}#comparisons`)
  })

  routes.post(`${at}/:comparison/sharing/end`, async (req, res) => {
    const { person, enquiry, comparison } = await found(req, res)
    allow(mayShareComparisons(enquiry))
    await inOne(db, trx => shareComparison(trx, enquiry, comparison, person, false))
    await tell(db, res, `The numbers of ${comparison.name} are the group’s alone again.`)
    res.redirect(303, `${addressOfMeasures(enquiry)}#comparisons`)
  })

  routes.post(`${at}/:comparison/removal`, async (req, res) => {
    const { person, enquiry, comparison } = await found(req, res)
    allow(mayKeepMeasures(enquiry))
    await inOne(db, trx => removeComparison(trx, enquiry, comparison, person))
    await tell(db, res, `${comparison.name} is no longer there to compare with.`)
    res.redirect(303, addressOfMeasures(enquiry))
  })

  async function found(req: Request<{ group: string; comparison: string }>, res: Response) {
    const person: Reader = signedIn(res)
    const enquiry: Enquiry = await findEnquiry(db, person, req.params.group)
    allow(enquiry.standing.member)
    return { person, enquiry, comparison: await findComparison(db, enquiry, req.params.comparison) }
  }

  return routes
}
