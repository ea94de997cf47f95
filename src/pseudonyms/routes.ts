import { type Response, Router } from 'express'
import { z } from 'zod'
import { type Db, inOne } from '../database.js'
import { type Enquiry, findEnquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import { allow, Conflict, NotFound } from '../errors.js'
import { schoolsOf } from '../groups/people.js'
import type { House } from '../house.js'
import { facilitatorsReadPseudonyms } from '../names/reader.js'
import { pseudonymKinds } from '../names/tables.js'
import type { Person } from '../people/person.js'
import { tell } from '../people/sessions.js'
import { choice, line, optionalLine, text, ticked } from '../web/fields.js'
import { addMistake, formOf, type FormState, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { chooseForFacilitators, choosePseudonym, chosenPseudonyms, keepName, removePseudonym } from './choosing.js'
import './pages.js'
import { mayChoosePseudonyms } from './permissions.js'
import { suggestedFor, suggestedForSchool } from './suggesting.js'
import { type Undecided, undecidedIn } from './undecided.js'

const PseudonymForm = z.strictObject({
  kind: choice(pseudonymKinds, 'Choose what it is'),
  school: optionalLine(40),
  name: optionalLine(120),
  also: text(1000),
  pseudonym: line('Say what it is called outside the group', 120),
})

const KeepForm = z.strictObject({ school: optionalLine(40), name: optionalLine(120), all: optionalLine(10) })

const FacilitatorsForm = z.strictObject({ facilitators: ticked() })

const notYours = 'How schools and people are called is chosen by those in the group.'

/** How a group's schools, the people it interviewed and its places are called in everything that leaves the group. */
export function pseudonymRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/pseudonyms', async (req, res) => {
    const { person, enquiry } = await inside(res, req.params.group)
    await showPseudonyms(res, db, person, enquiry)
  })

  routes.post('/groups/:group/pseudonyms', async (req, res) => {
    const { person, enquiry } = await inside(res, req.params.group)
    allow(mayChoosePseudonyms(enquiry), notYours)
    const reading = read(PseudonymForm, req.body)
    if (!reading.ok) return showPseudonyms(res.status(422), db, person, enquiry, reading.form)
    const { school: schoolId, ...values } = reading.values
    const school = (await networkSchools(db, enquiry)).find(one => one.id === schoolId)
    const isSchool = values.kind === 'school'
    if (isSchool && !school)
      return showPseudonyms(
        res.status(422),
        db,
        person,
        enquiry,
        addMistake(formOf(req.body), 'school', 'Choose the school'),
      )
    if (!isSchool && values.name.length < 2)
      return showPseudonyms(
        res.status(422),
        db,
        person,
        enquiry,
        addMistake(formOf(req.body), 'name', 'Say the name that is to be replaced'),
      )
    const name = school && isSchool ? school.name : values.name
    const wrong = await inOne(db, trx =>
      choosePseudonym(trx, enquiry, person, {
        ...values,
        name,
        schoolId: isSchool ? school!.id : null,
      }),
    )
    if (wrong)
      return showPseudonyms(res.status(422), db, person, enquiry, addMistake(formOf(req.body), 'pseudonym', wrong))
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

  async function inside(res: Response, id: string): Promise<{ person: Person; enquiry: Enquiry }> {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, id)
    if (!enquiry.standing.member) throw new NotFound()
    return { person, enquiry }
  }

  return routes
}

/** What is kept by name: one school, one colleague, or whatever is undecided among the colleagues. */
function keptAmong({ schools, people }: Undecided, asked: { school: string; name: string; all: string }) {
  const school = schools.find(one => one.id === asked.school)
  if (school) return [{ kind: 'school' as const, schoolId: school.id, name: school.name }]
  return people
    .filter(name => asked.all === 'people' || name === asked.name)
    .map(name => ({ kind: 'person' as const, schoolId: null, name }))
}

/** Every school that pieces of the group can come from: those that take part, and the others of the network. */
async function networkSchools(db: Db, enquiry: Enquiry) {
  const rows = await db.selectFrom('schools').select('id').where('networkId', '=', enquiry.networkId).execute()
  return schoolsOf(
    db,
    rows.map(row => row.id),
  )
}

async function showPseudonyms(
  res: Response,
  db: Db,
  person: Person,
  enquiry: Enquiry,
  form?: FormState,
): Promise<void> {
  const chosen = await chosenPseudonyms(db, enquiry.groupId)
  const suggestion = await suggestedForSchool(db, chosen)
  const undecided = await undecidedIn(db, enquiry.groupId, chosen)
  show(res, 'pseudonyms/pseudonyms', {
    title: `Pseudonyms, ${enquiry.groupName}`,
    breadcrumbs: crumbsOf(enquiry, { href: `/groups/${enquiry.groupId}/people`, text: 'People' }),
    head: headOf(enquiry, 'people'),
    address: `/groups/${enquiry.groupId}/pseudonyms`,
    chosen: chosen.map(({ id, kind, name, also, pseudonym }) => ({
      id,
      kind,
      name,
      also: also.split('\n').filter(Boolean).join(', '),
      pseudonym,
    })),
    undecided: [
      ...undecided.schools.map(({ id, name }) => ({
        kind: 'school' as const,
        school: id,
        name,
        pseudonym: suggestion,
      })),
      ...undecided.people.map(name => ({
        kind: 'person' as const,
        school: '',
        name,
        pseudonym: suggestedFor('person', chosen),
      })),
    ],
    form: form ?? formOf({ kind: 'school', pseudonym: suggestion }),
    kinds: [
      {
        value: 'school',
        text: 'A school',
        hint: `Such as ${suggestion}: no real school that we know of is called so.`,
      },
      {
        value: 'person',
        text: 'Somebody who was interviewed',
        hint: `Such as ${suggestedFor('person', chosen)}. Pupils are codes, never pseudonyms.`,
      },
      {
        value: 'place',
        text: 'A place',
        hint: `Such as ${suggestedFor('place', chosen)}: a village can tell which school it is.`,
      },
    ],
    schools: (await networkSchools(db, enquiry)).map(one => ({ value: one.id, text: one.name })),
    facilitators: await facilitatorsReadPseudonyms(db, enquiry.groupId),
    may: { choose: mayChoosePseudonyms(enquiry) },
  })
}
