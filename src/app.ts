import { join } from 'node:path'
import express, { type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import { actionsRoutes } from './actions/routes.js'
import { carryForward } from './carry-forward.js'
import { claimsRoutes } from './claims/routes.js'
import { codingRoutes } from './coding/routes.js'
import { conferencesRoutes } from './conferences/routes.js'
import { copiesRoutes } from './copies/routes.js'
import { erasingAlong } from './erasing-along.js'
import { dossiersRoutes } from './dossiers/routes.js'
import { callOutsidersBy } from './enquiries/names-outside.js'
import { enquiriesRoutes } from './enquiries/routes.js'
import { evaluationRoutes } from './evaluation/routes.js'
import { eraseAlongWith } from './evidence/erasing-along.js'
import { pseudonymsByGroup } from './evidence/pseudonyms.js'
import { evidenceRoutes } from './evidence/routes.js'
import { groupsRoutes } from './groups/routes.js'
import { followBeforeAnswering } from './facts/before-answering.js'
import type { Following } from './facts/following.js'
import type { House } from './house.js'
import { knowledgeRoutes } from './knowledge/routes.js'
import { keysLeftBehind } from './keys/leaving-notes.js'
import { noticeNames } from './keys/names-typed.js'
import { keysRoutes } from './keys/routes.js'
import { leanings } from './leanings.js'
import { instrumentsRoutes } from './instruments/routes.js'
import { narrowings } from './narrowings.js'
import { measureMoments } from './measure-moments.js'
import { networkParts } from './network-parts.js'
import { networksRoutes } from './networks/routes.js'
import { peopleRoutes } from './people/routes.js'
import { recogniseSession } from './people/sessions.js'
import { signInFirst } from './people/signing-in-first.js'
import { pieceParts } from './piece-parts.js'
import { publishedRoutes } from './published/routes.js'
import { recommendationsRoutes } from './recommendations/routes.js'
import { root } from './root.js'
import { searchRoutes } from './search/routes.js'
import { findable } from './searchables.js'
import { stageParts } from './stage-parts.js'
import { termlyReportsRoutes } from './termly-reports/routes.js'
import { textKinds } from './text-kinds.js'
import { textRoutes } from './texts/routes.js'
import { errorPage, nothingHere } from './web/error-page.js'
import { healthRoutes } from './web/health.js'
import { actsOnce } from './web/once.js'
import { logRequests } from './web/request-log.js'
import { sameSite } from './web/same-site.js'
import { writeUpsRoutes } from './write-ups/routes.js'
import { typedUnder, whoseWords } from './whose-words.js'
import { yourDayRoutes } from './your-day/routes.js'

/** Puts the house together: what every request passes, then the rooms in their order, then the way out. */
export function createApp(house: House, following: Following): Express {
  eraseAlongWith(erasingAlong)
  callOutsidersBy((db, person) => {
    const namesOf = pseudonymsByGroup(db, person)
    return async groupId => (await namesOf(groupId)).words
  })
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.locals.baseUrl = house.baseUrl
  app.locals.demo = house.demo
  app.locals.namesUnder = typedUnder.join(' ')

  app.use(logRequests(house.log))
  app.use(safeHeaders(house.baseUrl))
  app.use('/assets', express.static(join(root, 'dist/assets'), { immutable: true, maxAge: '1y', index: false }))
  app.get('/service-worker.js', serviceWorker)
  app.use(healthRoutes(house))
  app.use(sameSite(house.baseUrl))
  app.use(followBeforeAnswering(following))
  app.use(recogniseSession(house.db))
  app.use(express.urlencoded({ extended: false, limit: '400kb', parameterLimit: 500 }))
  app.use(noticeNames(house.db, whoseWords))
  app.use(actsOnce(house.db))

  app.use(yourDayRoutes(house))
  app.use(peopleRoutes(house))
  app.use(networksRoutes(house, networkParts))
  app.use(groupsRoutes(house, [keysLeftBehind]))
  app.use(textRoutes(house.db, textKinds))
  app.use(enquiriesRoutes(house, stageParts, carryForward))
  app.use(knowledgeRoutes(house))
  app.use(keysRoutes(house, whoseWords))
  app.use(evidenceRoutes(house, pieceParts, leanings, narrowings))
  app.use(codingRoutes(house))
  app.use(instrumentsRoutes(house, measureMoments))
  app.use(claimsRoutes(house))
  app.use(actionsRoutes(house))
  app.use(evaluationRoutes(house))
  app.use(recommendationsRoutes(house))
  app.use(writeUpsRoutes(house))
  app.use(dossiersRoutes(house))
  app.use(termlyReportsRoutes(house))
  app.use(publishedRoutes(house, findable))
  app.use(conferencesRoutes(house))
  app.use(copiesRoutes(house))
  app.use(searchRoutes(house, findable))

  app.use(nothingHere)
  app.use(errorPage(house.log, signInFirst(house)))
  return app
}

/** At the root, so that it may look after every page; asked for anew each time, so that a new one is found at once. */
const serviceWorker: RequestHandler = (_req, res) => {
  res.set('Cache-Control', 'no-cache').sendFile(join(root, 'dist/assets/service-worker.js'))
}

function safeHeaders(baseUrl: string) {
  const https = baseUrl.startsWith('https:')
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  })
}
