import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { findVisitsAtWork, type VisitsOfNetwork } from '../finding.js'
import { ReleaseForm } from '../forms.js'
import type { ReleasePage } from '../pages.js'
import { whenInWords } from '../times.js'
import { answerAndBook } from './answering.js'
import { findRelease, type ReleaseAsked } from './releasing.js'

/** A head says yes or no to releasing a colleague. */
export function releaseRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/visits/releases/:release' as const

  routes.get(at, async (req, res) => {
    const { there, release } = await found(res, req.params)
    show(res, 'visits/release', page(there, release, formOf()))
  })

  routes.post(at, async (req, res) => {
    const { there, release } = await found(res, req.params)
    const reading = read(ReleaseForm, req.body)
    if (!reading.ok) return show(res.status(422), 'visits/release', page(there, release, reading.form))
    await inOne(db, trx => answerAndBook(trx, release, there.person, reading.values))
    await tell(db, res, `You said ${reading.values.answer}. ${release.name} is told.`)
    res.redirect(303, '/')
  })

  async function found(res: Parameters<typeof signedIn>[0], params: { network: string; release: string }) {
    const there = await findVisitsAtWork(db, signedIn(res), params.network)
    return { there, release: await findRelease(db, there.person, params) }
  }

  return routes
}

function page({ head, listAddress }: VisitsOfNetwork, release: ReleaseAsked, form: FormState): ReleasePage {
  const what = release.visitTitle === null ? 'a colleague’s visit' : 'a visit'
  const party = (release.people ?? 1) - 1
  return {
    title: `Release ${release.name}?`,
    head,
    listAddress,
    address: `${listAddress}/releases/${release.id}`,
    release,
    asks: `${release.name} asks to be released for ${what}.`,
    facts: [
      { key: 'When', value: whenInWords(release) },
      ...(release.visitTitle ? [{ key: 'What there is to see', value: release.visitTitle }] : []),
      ...(release.hostSchool ? [{ key: 'Where', value: release.hostSchool }] : []),
      ...(party > 0
        ? [
            {
              key: 'Who else',
              value: [plural(party, 'colleague', 'colleagues'), release.alongside].filter(Boolean).join(': '),
            },
          ]
        : []),
    ],
    visitHref: release.visitId ? `${listAddress}/${release.visitId}` : null,
    form,
  }
}
