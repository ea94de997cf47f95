import { type Response, Router } from 'express'
import { inOne } from '../database.js'
import { type Enquiry, findEnquiry } from '../enquiries/enquiry.js'
import { allow, Conflict, NotFound } from '../errors.js'
import type { House } from '../house.js'
import type { Person } from '../people/person.js'
import { tell } from '../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { chooseForFacilitators, choosePseudonym, keepName, removePseudonym } from './choosing.js'
import { FacilitatorsForm, KeepForm, PseudonymForm } from './forms.js'
import './pages.js'
import { mayChoosePseudonyms } from './permissions.js'
import { networkSchools, pseudonymsPage } from './pseudonyms-page.js'
import { keptAmong, undecidedIn } from './undecided.js'

const notYours = 'How schools and people are called is chosen by those in the group.'

/** How a group's schools, the people it interviewed and its places are called in everything that leaves the group. */
export function pseudonymRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/pseudonyms', async (req, res) => {
    const { enquiry } = await inside(res, req.params.group)
    show(res, 'pseudonyms/pseudonyms', await pseudonymsPage(db, enquiry))
  })

  routes.post('/groups/:group/pseudonyms', async (req, res) => {
    const { person, enquiry } = await inside(res, req.params.group)
    allow(mayChoosePseudonyms(enquiry), notYours)
    const reading = read(PseudonymForm, req.body)
    if (!reading.ok) return again(res, enquiry, reading.form)
    const { school: schoolId, ...values } = reading.values
    const school = (await networkSchools(db, enquiry)).find(one => one.id === schoolId)
    const isSchool = values.kind === 'school'
    if (isSchool && !school) return again(res, enquiry, addMistake(formOf(req.body), 'school', 'Choose the school'))
    if (!isSchool && values.name.length < 2)
      return again(res, enquiry, addMistake(formOf(req.body), 'name', 'Say the name that is to be replaced'))
    const name = school && isSchool ? school.name : values.name
    const wrong = await inOne(db, trx =>
      choosePseudonym(trx, enquiry, person, {
        ...values,
        name,
        schoolId: isSchool ? school!.id : null,
      }),
    )
    if (wrong) return again(res, enquiry, addMistake(formOf(req.body), 'pseudonym', wrong))
    await tell(db, res, `Outside the group it is called ${values.pseudonym} from now on.`)
    res.redirect(303, `/groups/${enquiry.groupId}/pseudonyms`)
  })

  routes.post('/groups/:group/pseudonyms/facilitators', async (req, res) => {
    const { person, enquiry } = await inside(res, req.params.group)
    allow(mayChoosePseudonyms(enquiry), notYours)
    const reading = read(FacilitatorsForm, req.body)
    const yes = reading.ok && reading.values.facilitators
    await inOne(db, trx => chooseForFacilitators(trx, enquiry, person, yes))
    await tell(
      db,
      res,
      yes ? 'Facilitators read the pseudonyms from now on.' : 'Facilitators read the names from now on.',
    )
    res.redirect(303, `/groups/${enquiry.groupId}/pseudonyms`)
  })

  routes.post('/groups/:group/pseudonyms/kept', async (req, res) => {
    const { person, enquiry } = await inside(res, req.params.group)
    allow(mayChoosePseudonyms(enquiry), notYours)
    const reading = read(KeepForm, req.body)
    const undecided = await undecidedIn(db, enquiry.groupId)
    const kept = reading.ok ? keptAmong(undecided, reading.values) : []
    if (kept.length === 0) throw new Conflict('Somebody has decided about this name meanwhile.')
    await inOne(db, async trx => {
      for (const one of kept) await keepName(trx, enquiry, person, one)
    })
    await tell(db, res, kept.length === 1 ? `${kept[0]!.name} keeps its name.` : 'These names may stand.')
    res.redirect(303, `/groups/${enquiry.groupId}/pseudonyms`)
  })

  routes.post('/groups/:group/pseudonyms/:id/removal', async (req, res) => {
    const { person, enquiry } = await inside(res, req.params.group)
    allow(mayChoosePseudonyms(enquiry), notYours)
    const { pseudonym } = await inOne(db, trx => removePseudonym(trx, enquiry, person, req.params.id))
    await tell(
      db,
      res,
      pseudonym
        ? `${pseudonym} is not used any more. The name stands as it is, also outside the group.`
        : 'Nothing is decided about this name any more.',
    )
    res.redirect(303, `/groups/${enquiry.groupId}/pseudonyms`)
  })

  async function again(res: Response, enquiry: Enquiry, form: FormState): Promise<void> {
    show(res.status(422), 'pseudonyms/pseudonyms', await pseudonymsPage(db, enquiry, form))
  }

  async function inside(res: Response, id: string): Promise<{ person: Person; enquiry: Enquiry }> {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, id)
    if (!enquiry.standing.member) throw new NotFound()
    return { person, enquiry }
  }

  return routes
}
