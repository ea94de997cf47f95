import { type Request, Router } from 'express'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { notTooOften } from '../../web/limits/not-too-often.js'
import { feedText } from './feed-text.js'

/** A calendar for a program elsewhere that has its secret address. */
export function readingRoutes({ db, baseUrl }: House, { inTheYear }: Pick<Brought, 'inTheYear'>): Router {
  const routes = Router()

  // So that nobody tries addresses one after another. A whole school asks from one place, a few times a day each.
  const counted = notTooOften({
    times: 120,
    seconds: 60,
    sentence: 'That is many requests from one place. Please try again in a minute.',
  })
  routes.use('/calendars', async (req, res, next) => {
    await counted(req)
    res.set({
      'X-Robots-Tag': 'noindex, nofollow',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'private, no-cache',
    })
    next()
  })

  // No Last-Modified: what somebody may not read any more leaves a calendar without leaving a date behind. The tag knows.
  routes.get('/calendars/:token.ics', async (req: Request<{ token: string }>, res) => {
    const { text, tag } = await feedText(db, inTheYear.dates, req.params.token, baseUrl)
    res.set({ ETag: tag, 'Content-Disposition': 'inline; filename="calendar.ics"' })
    res.type('text/calendar; charset=utf-8').send(text)
  })

  return routes
}
