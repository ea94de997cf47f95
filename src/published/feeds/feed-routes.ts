import { Router } from 'express'
import type { House } from '../../house.js'
import { feedOf } from './feed.js'
import { robotsText } from './robots.js'
import { allPublished, latestWithAuthors } from '../works.js'

const mostInTheFeed = 50

/** What is published, for readers of feeds and for search engines. */
export function feedRoutes({ db, baseUrl }: House): Router {
  const routes = Router()

  routes.get('/published/feed.xml', async (_req, res) => {
    res.type('application/atom+xml').send(feedOf(await latestWithAuthors(db, mostInTheFeed), baseUrl))
  })

  routes.get('/sitemap.xml', async (_req, res) => {
    const { sitemapOf } = await import('./sitemap.js')
    res.type('application/xml').send(sitemapOf(await allPublished(db), baseUrl))
  })

  routes.get('/robots.txt', (_req, res) => {
    res.type('text/plain').send(robotsText(baseUrl))
  })

  return routes
}
