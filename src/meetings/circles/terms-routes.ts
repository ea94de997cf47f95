import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { unread } from '../../names/names.js'
import { tell } from '../../people/sessions.js'
import { textInPlace } from '../../texts/in-place.js'
import { readTexts } from '../../texts/texts.js'
import { today } from '../../web/now.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import type { CircleTermsPage } from '../pages.js'
import { mayAgreeTerms, mayWriteTerms } from '../permissions.js'
import { topOf } from './circle-page.js'
import { findCircle, type FoundCircle, namesOfPeople } from './circles.js'
import { AgreeTermsForm } from './forms.js'
import { agreedTerms, agreeTerms, termsField, termsKind, termsText } from './terms.js'

/** The terms of reference of a circle: worded by its members, agreed and dated by the circle. */
export function termsRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/circles/:circle/terms', async (req, res) => {
    const found = await findCircle(db, signedIn(res), req.params.circle)
    show(res, 'meetings/circle-terms', await termsPage(db, found, formOf({ agreedOn: today() })))
  })

  routes.post('/circles/:circle/terms/agreement', async (req, res) => {
    const found = await findCircle(db, signedIn(res), req.params.circle)
    allow(mayAgreeTerms(found), 'Chair and note-taker write down what the circle agreed.')
    const reading = read(AgreeTermsForm, req.body)
    if (!reading.ok) return show(res.status(422), 'meetings/circle-terms', await termsPage(db, found, reading.form))
    const { agreedOn } = reading.values
    if (agreedOn > today()) {
      const form = addMistake(formOf(req.body), 'agreedOn', 'Enter a day that has come already')
      return show(res.status(422), 'meetings/circle-terms', await termsPage(db, found, form))
    }
    const page = await termsPage(db, found, formOf())
    if (!page.isNewer) throw new Conflict('There is no new wording to agree.')
    await inOne(db, trx => agreeTerms(trx, found.circle, found.person, agreedOn))
    await tell(db, res, 'The terms of reference are agreed.')
    res.redirect(303, `${found.address}/terms`)
  })

  return routes
}

async function termsPage(db: Db, found: FoundCircle, form: FormState): Promise<CircleTermsPage> {
  const { circle, address, names } = found
  const agreed = await agreedTerms(db, circle)
  const called = await namesOfPeople(
    db,
    agreed.map(one => one.agreedBy),
  )
  const texts = await termsText(db, circle)
  const now = unread(texts[termsField]?.body ?? '')
  const write = mayWriteTerms(found)
  const place = { kind: termsKind, owner: circle.id, field: termsField }
  const hint =
    'What the circle is for, who is in it, how it decides, how often it meets, and when you look at this again.'
  return names.read({
    ...topOf(found, `Terms of reference: ${circle.name}`),
    ...{ circle, address, form },
    text: write ? textInPlace(place, readTexts(texts, names), { label: 'Terms of reference', hint, rows: 16 }) : null,
    agreed: agreed.map(one => ({ ...one, by: called.get(one.agreedBy) ?? '' })),
    isNewer: now.trim() !== '' && now !== agreed[0]?.words,
    may: { write, agree: mayAgreeTerms(found) },
  })
}
