import { type Response, Router } from 'express'
import { type Db, inOne } from '../database.js'
import { allow, BadInput, Conflict } from '../errors.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import type { Reader } from '../names/reader.js'
import { type ConsentAudience, consentAudienceNamed } from '../reach/audiences.js'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { personById } from '../people/people.js'
import { addMistake, formOf, type FormState, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { takeTurns } from '../web/limits/taking-turns.js'
import { plural } from '../words/words.js'
import { codebook } from './codebook.js'
import { codesFor } from './codes.js'
import { copiesOf, findCopy, findEnquiryToCopy, takeCopy } from './copies.js'
import { folderEntries } from './folder.js'
import { CopyForm } from './forms.js'
import { formOfCopy, formsOfCopy } from './forms-of-copy.js'
import { gathered } from './gathering.js'
import './pages.js'
import { mayTakeWhole } from './permissions.js'
import { projectEntries } from './project.js'
import type { Copy } from './tables.js'
import { workbook } from './workbook.js'
import { wholeEntries, wholeGroup } from './whole/gathering-all.js'
import { sendZip } from './zipping.js'
import { dayOf } from '../web/now.js'

const inTurn = takeTurns({
  atOnce: 2,
  waiting: 6,
  full: () => new BadInput('Several copies are being made just now. Please fetch this one again in a minute.', 503),
})

/** Out again: a copy of a group's work, for the group itself or for others, as far as everybody in it agreed. */
export function copiesRoutes(house: House, brought: Brought): Router {
  const { db } = house
  const routes = Router()

  routes.get('/groups/:group/copies', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiryToCopy(db, person, req.params.group)
    await showCopies(res, house, person, enquiry, formOf({ audience: 'group', form: 'folder' }))
  })

  routes.post('/groups/:group/copies', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiryToCopy(db, person, req.params.group)
    const reading = read(CopyForm, req.body)
    if (!reading.ok) return showCopies(res.status(422), house, person, enquiry, reading.form)
    if (reading.values.form === 'whole') {
      allow(mayTakeWhole(enquiry), 'The lead learner takes the whole group along.')
      if (reading.values.audience !== 'group') {
        const form = addMistake(
          formOf(req.body),
          'audience',
          'The whole group holds everything, so its copy is only for you',
        )
        return showCopies(res.status(422), house, person, enquiry, form)
      }
    }
    const copy = await inOne(db, trx => takeCopy(trx, enquiry, person, reading.values))
    res.redirect(303, `/copies/${copy.id}`)
  })

  routes.get('/copies/:id', async (req, res) => {
    const person = signedIn(res)
    const { copy, enquiry } = await findCopy(db, person, req.params.id)
    const all = await gathered(db, person, enquiry, copy.audience)
    const { codes } = await codesFor(db, person, copy.groupId, all)
    const form = formOfCopy(copy.form)
    const back = `/groups/${copy.groupId}/copies`
    show(res, 'copies/copy', {
      title: 'A copy of the group’s work',
      breadcrumbs: crumbsOf(enquiry, { href: back, text: 'Copies' }),
      groupName: enquiry.groupName,
      what: form.name,
      forWhom: consentAudienceNamed(copy.audience).name,
      by: (await personById(db, copy.takenBy))?.name ?? 'somebody who has left',
      at: copy.takenAt,
      holds:
        copy.form === 'codebook'
          ? plural(codes.length, 'code', 'codes')
          : `${plural(all.pieces.length, 'piece', 'pieces')} of evidence`,
      left: copy.form === 'codebook' ? [] : all.left,
      download: `/copies/${copy.id}/${fileNameOf(copy)}`,
      fileName: fileNameOf(copy),
      back,
      nothing: copy.form === 'codebook' && codes.length === 0 ? noCodes : null,
    })
  })

  routes.get('/copies/:id/:name', async (req, res) => {
    const person = signedIn(res)
    const { copy, enquiry } = await findCopy(db, person, req.params.id)
    await inTurn(() => sendCopy(res, house, brought, person, enquiry, copy))
  })

  return routes
}

/** Whoever a copy is for, in the order of how far it goes; to a single school a copy is not given. */
const forWhom = [
  { value: 'group', text: 'Only us, the enquiry group' },
  { value: 'network', text: 'Colleagues in the schools of our network' },
  { value: 'outside', text: 'A researcher or another colleague from outside' },
  { value: 'public', text: 'Anyone' },
] satisfies { value: ConsentAudience; text: string }[]

const noCodes = 'The group has no codes yet. Make the first one, and fetch its codebook then.'

/** Made anew and checked anew: what was withdrawn since the copy was first taken is not in it any more. */
async function sendCopy(
  res: Response,
  house: House,
  { tables }: Brought,
  person: Reader,
  enquiry: Enquiry,
  copy: Copy,
): Promise<void> {
  const { db, store } = house
  if (copy.form === 'whole') {
    allow(mayTakeWhole(enquiry), 'The lead learner takes the whole group along.')
    await notWhileReadingBlind(db, person, copy.groupId)
    const whole = await wholeGroup(db, store, tables, copy.groupId, copy.takenAt)
    res.attachment(fileNameOf(copy)).type(formOfCopy(copy.form).mediaType)
    return sendZip(res, wholeEntries(store, whole))
  }
  const all = await gathered(db, person, enquiry, copy.audience)
  const codes = await codesFor(db, person, copy.groupId, all)
  if (copy.form === 'codebook' && codes.codes.length === 0) throw new Conflict(noCodes)
  res.attachment(fileNameOf(copy)).type(formOfCopy(copy.form).mediaType)
  res.set('X-Content-Type-Options', 'nosniff')
  switch (copy.form) {
    case 'folder':
      return sendZip(res, folderEntries(house, person, enquiry, all, copy.takenAt))
    case 'project':
      return sendZip(res, projectEntries(house, person, enquiry, all, codes, copy.takenAt))
    case 'workbook':
      return void res.send(await workbook(house, person, enquiry, all, codes, copy.takenAt))
    case 'codebook':
      return void res.send(codebook(codes.codes))
  }
}

/** A second reader would find in the records what they must not know yet. @throws Conflict */
async function notWhileReadingBlind(db: Db, person: Reader, groupId: string): Promise<void> {
  const reading = await db
    .selectFrom('blindReadings')
    .select('number')
    .where('groupId', '=', groupId)
    .where('secondReader', '=', person.id)
    .where('comparedAt', 'is', null)
    .where('stoppedAt', 'is', null)
    .executeTakeFirst()
  if (reading)
    throw new Conflict(
      `You are the second reader of blind reading ${reading.number}. Take the whole group when both of you are done.`,
    )
}

function fileNameOf({ groupId, takenAt, form }: Copy): string {
  return `${groupId}-${dayOf(takenAt)}.${formOfCopy(form).ending}`
}

async function showCopies(res: Response, { db }: House, person: Reader, enquiry: Enquiry, form: FormState) {
  const address = `/groups/${enquiry.groupId}/copies`
  show(res, 'copies/index', {
    title: `Take a copy of the work of ${enquiry.groupName}`,
    breadcrumbs: crumbsOf(enquiry),
    head: headOf(enquiry, 'copies'),
    form,
    audiences: forWhom,
    forms: formsOfCopy
      .filter(({ key }) => key !== 'whole' || mayTakeWhole(enquiry))
      .map(({ key, name, hint }) => ({ value: key, text: name, hint })),
    pieces: (await gathered(db, person, enquiry, 'group')).pieces.length,
    address,
    taken: (await copiesOf(db, enquiry.groupId)).map(copy => ({
      href: `/copies/${copy.id}`,
      what: formOfCopy(copy.form).name,
      by: copy.takenByName,
      at: copy.takenAt,
      forWhom: consentAudienceNamed(copy.audience).name,
      pieces: Number(copy.pieces),
    })),
  })
}
