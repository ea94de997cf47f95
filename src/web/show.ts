import type { Response } from 'express'
import type { Read } from '../names/written.js'
import type { Heard } from '../mail/heard.js'
import type { Citations } from '../documents/citations.js'
import type { Crumb } from './crumb.js'
import { answerOf, isScript } from './answering-scripts.js'
import { layoutOf } from './layout.js'
import { factsInPage, type PageMeta } from './showing/page-meta.js'
import type { PlaceHead, Places } from './places.js'
import { sendPage } from './sending/page.js'
import { render } from './showing/views.js'

/** What each page is given. Every room adds its own in pages.ts, so that a wrong name or a missing field does not compile. */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface Pages {}

export type { Crumb }

/** What every page may say besides its own fields. */
interface AroundPage {
  title: string
  breadcrumbs?: Crumb[]
  citations?: Citations
  meta?: PageMeta
  /** The group or network that the page is of. */
  head?: PlaceHead | null
}

/** Words that `show` hands to every view itself: a page with a field of such a name does not compile. */
type NotAField = { [Name in 'here' | 'heard' | 'include']?: never }

/**
 * Shows a page inside the layout. Views never know more than the page they are given and the words below; whatever was
 * written in a group has been read under somebody’s names (`Read`), or it does not compile. A script that sent a form is
 * told what is to be mended instead.
 */
export function show<Name extends keyof Pages>(
  res: Response,
  name: Name,
  page: Read<Pages[Name]> & AroundPage & NotAField,
): void {
  if (res.req.method === 'POST' && res.statusCode < 300)
    throw new Error(
      `${name}: a form that did what it should is answered by 303, so that loading the page again does nothing.`,
    )
  if (res.req.method === 'POST' && isScript(res.req)) return void res.json(answerOf(page))
  const layout = layoutOf(res, page, res.app.locals.places as Places)
  const heard = res.app.locals.heard as Heard
  const body = render(name, { here: layout.here, heard, breadcrumbs: [], ...page })
  sendPage(res, render('layout', { meta: page.meta, factsInPage, body, ...layout }))
}
