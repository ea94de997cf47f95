import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { ownNames, unread } from '../../names/names.js'
import { findTerm, termsOf } from '../../networks/terms/terms.js'
import { namesOf } from '../../people/people.js'
import { tell } from '../../people/sessions.js'
import { reportKind } from '../../termly-reports/short-reports/fields.js'
import { textInPlace } from '../../texts/in-place.js'
import { readTexts, textsOf } from '../../texts/texts.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import '../pages.js'
import type { NotePage } from '../pages.js'
import { type FoundTheme, findTheme } from '../themes.js'
import { beginReportFrom, ownerOfTerm, sendNote, sentNotesOf, termTexts, themeTermOf } from './theme-terms.js'

/** The termly note of a theme to the network’s research and development circle. */
export function noteRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/themes/:theme/notes' as const

  routes.get(at, async (req, res) => {
    const { theme, network, head, address, may } = await findTheme(db, signedIn(res), req.params)
    const terms = await termsOf(db, network.id)
    const sent = await sentNotesOf(db, { networkId: network.id, themeId: theme.id })
    const nameOf = await namesOf(
      db,
      sent.map(one => one.sentBy),
    )
    const notes = sent.map(one => ({
      ...one,
      term: terms.find(term => term.id === one.termId)?.name ?? '',
      by: nameOf(one.sentBy),
    }))
    show(res, 'themes/notes', { title: `Notes of ${theme.name}`, head, theme, address, notes, terms, may })
  })

  routes.get(`${at}/:term`, async (req, res) => {
    show(res, 'themes/note', await notePage(db, await toWrite(signedIn(res), req.params), req.params.term))
  })

  routes.post(`${at}/:term/sending`, async (req, res) => {
    const found = await toWrite(signedIn(res), req.params)
    const term = await findTerm(db, found.network.id, req.params.term)
    await inOne(db, trx => sendNote(trx, found.theme, term, found.person))
    await tell(db, res, 'The note is sent. Network leaders and co-leaders have been told.')
    res.redirect(303, `${found.address}/notes`)
  })

  routes.post(`${at}/:term/report`, async (req, res) => {
    const found = await toWrite(signedIn(res), req.params)
    const term = await findTerm(db, found.network.id, req.params.term)
    await inOne(db, trx => beginReportFrom(trx, found.theme, term, found.person))
    await tell(db, res, 'Your part of the termly report begins with the note. Make it what everybody may read.')
    res.redirect(303, `/networks/${found.network.id}/reports/${term.slug}#f-theme-${found.theme.id}`)
  })

  async function toWrite(person: Reader, params: { network: string; theme: string }): Promise<FoundTheme> {
    const found = await findTheme(db, person, params)
    if (!found.may.lead) throw new NotFound('note')
    allow(found.may.change)
    return found
  }

  return routes
}

async function notePage(db: Db, { theme, network, head, address }: FoundTheme, slug: string): Promise<NotePage> {
  const term = await findTerm(db, network.id, slug)
  const owner = ownerOfTerm(theme, term)
  const texts = readTexts(await textsOf(db, termTexts, owner), ownNames)
  const { noteSentAt } = await themeTermOf(db, theme.id, term.id)
  const report = (await textsOf(db, reportKind, term.id))[`theme-${theme.id}`]
  return {
    title: `Note for ${term.name}`,
    head,
    theme,
    address,
    term,
    sentAt: noteSentAt,
    text: textInPlace({ kind: termTexts, owner, field: 'note' }, texts, {
      label: 'To the research and development circle',
      hint: 'What the groups of the theme are finding, what went well, what did not, and what you would like the circle to decide or to help with.',
      rows: 12,
    }),
    report: {
      href: `/networks/${network.id}/reports/${term.slug}#f-theme-${theme.id}`,
      written: unread(report?.body ?? '').trim() !== '',
    },
  }
}
