import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { isScript } from '../../web/answering-scripts.js'
import { localPath } from '../../web/local-path.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { codeChoices, findCode, findCodingGroup, type FoundCode } from './book.js'
import { codesCrumb, placeIn } from './book-routes.js'
import { timesUsed } from '../passages/codings.js'
import { MergingForm, NothingForm, ShiftForm, SpotForm, StepForm } from '../forms.js'
import { bringBackCode, retireCode } from './keeping-codes.js'
import { mergeCode } from './merging-codes.js'
import { moveCode, shiftCode } from './moving-codes.js'
import { mayCode } from '../permissions.js'
import { redo, undo } from '../undoing/undoing.js'

/** What changes the book itself: moving, merging and retiring codes; and taking steps back. */
export function settlingRoutes({ db }: House): Router {
  const routes = Router()

  const findToChange = async (res: Parameters<typeof signedIn>[0], id: string) => {
    const code = await findCode(db, signedIn(res), id)
    allow(mayCode(code.enquiry))
    return code
  }

  routes.get('/codes/:code/place', async (req, res) => {
    const code = await findToChange(res, req.params.code)
    show(res, 'coding/move', movePage(code, formOf({ parentId: code.parentId ?? '', beforeId: nextOf(code) })))
  })

  routes.post('/codes/:code/place', async (req, res) => {
    const code = await findToChange(res, req.params.code)
    const reading = read(SpotForm, req.body)
    if (!reading.ok) return show(res.status(422), 'coding/move', movePage(code, reading.form))
    const { parentId, beforeId } = reading.values
    const before = code.book.find(one => one.id === beforeId)
    // A place before another code says by itself which code it is under.
    const spot = { parentId: (before ? before.parentId : parentId) || null, beforeId: before?.id ?? null }
    try {
      await inOne(db, trx => moveCode(trx, code, signedIn(res), spot))
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const form = addMistake(formOf(req.body), 'parentId', error.message)
      return show(res.status(409), 'coding/move', movePage(code, form))
    }
    res.redirect(303, `/groups/${code.groupId}/codes#code-${code.id}`)
  })

  routes.post('/codes/:code/shift', async (req, res) => {
    const code = await findToChange(res, req.params.code)
    const reading = read(ShiftForm, req.body)
    if (reading.ok) await inOne(db, trx => shiftCode(trx, code, signedIn(res), reading.values.way))
    res.redirect(303, `/groups/${code.groupId}/codes#code-${code.id}`)
  })

  routes.get('/codes/:code/merging', async (req, res) => {
    const code = await findToChange(res, req.params.code)
    const times = (await timesUsed(db, signedIn(res), code.enquiry)).get(code.id) ?? 0
    show(res, 'coding/merge', mergePage(code, times, formOf()))
  })

  routes.post('/codes/:code/merging', async (req, res) => {
    const person = signedIn(res)
    const code = await findToChange(res, req.params.code)
    const reading = read(MergingForm, req.body)
    const times = (await timesUsed(db, person, code.enquiry)).get(code.id) ?? 0
    if (!reading.ok) return show(res.status(422), 'coding/merge', mergePage(code, times, reading.form))
    await inOne(db, trx => mergeCode(trx, code, reading.values.into, person))
    await tell(db, res, `“${code.name}” is merged. What was coded with it followed. You can undo this.`)
    res.redirect(303, `/codes/${reading.values.into}`)
  })

  routes.get('/codes/:code/retirement', async (req, res) => {
    const code = await findToChange(res, req.params.code)
    show(res, 'coding/confirm', {
      title: `Retire the code ${code.name}`,
      breadcrumbs: placeIn(code.enquiry, codesCrumb(code), { href: code.href, text: code.name }).breadcrumbs,
      confirm: {
        heading: `Retire the code “${code.name}”`,
        what: [
          'What was coded with it stays coded, and is still counted.',
          'It is not offered any more when somebody codes a passage. The codes beneath it stay in use.',
        ],
        undo: 'You can bring it back from the codebook at any time.',
        address: `${code.href}/retirement`,
        button: 'Retire the code',
        cancel: { href: code.href, text: 'Keep using it' },
      },
    })
  })

  routes.post('/codes/:code/retirement', async (req, res) => {
    const code = await findToChange(res, req.params.code)
    read(NothingForm, req.body)
    await inOne(db, trx => retireCode(trx, code, signedIn(res)))
    await tell(db, res, `“${code.name}” is retired.`)
    res.redirect(303, `/groups/${code.groupId}/codes`)
  })

  routes.post('/codes/:code/retirement/end', async (req, res) => {
    const code = await findToChange(res, req.params.code)
    await inOne(db, trx => bringBackCode(trx, code, signedIn(res)))
    await tell(db, res, `“${code.name}” is in use again.`)
    res.redirect(303, `/groups/${code.groupId}/codes#code-${code.id}`)
  })

  for (const [way, step] of Object.entries({ undo, redo })) {
    routes.post(`/groups/:group/codes/${way}`, async (req, res) => {
      const person = signedIn(res)
      const enquiry = await findCodingGroup(db, person, String(req.params.group))
      allow(mayCode(enquiry))
      const reading = read(StepForm, req.body)
      if (!reading.ok) throw new Conflict('There is nothing to take back.')
      const { act } = reading.values
      const taken = await inOne(db, trx => step(trx, person, enquiry, act))
      if (isScript(req)) return void res.json({ said: `${way === 'undo' ? 'Undone' : 'Done again'}: ${taken.did}.` })
      await tell(db, res, `${way === 'undo' ? 'Undone' : 'Done again'}: ${taken.did}.`)
      res.redirect(303, localPath(reading.values.back, `/groups/${enquiry.groupId}/codes`))
    })
  }

  return routes
}

function nextOf(code: FoundCode): string {
  const beside = code.book.filter(one => one.parentId === code.parentId)
  return beside[beside.findIndex(one => one.id === code.id) + 1]?.id ?? ''
}

function movePage(code: FoundCode, form: FormState) {
  const others = code.book.filter(one => one.id !== code.id && !code.below.includes(one.id))
  return {
    title: `Move the code ${code.name}`,
    ...placeIn(code.enquiry, codesCrumb(code), { href: code.href, text: code.name }),
    code,
    form,
    parents: codeChoices(others),
    befores: others.map(one => ({ value: one.id, text: one.path })),
  }
}

function mergePage(code: FoundCode, times: number, form: FormState) {
  return {
    title: `Merge the code ${code.name}`,
    ...placeIn(code.enquiry, codesCrumb(code), { href: code.href, text: code.name }),
    code,
    form,
    others: codeChoices(code.book.filter(one => one.id !== code.id)),
    times,
  }
}
