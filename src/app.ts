import { join } from 'node:path'
import express, { type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import { followBeforeAnswering } from './facts/before-answering.js'
import { pagesFound } from './enquiries/searching/pages-found.js'
import type { Following } from './facts/following.js'
import { directoryOf } from './groups/directory.js'
import { graveActRoutes } from './grave-acts/routes.js'
import { helpRoutes } from './help/routes.js'
import type { House } from './house.js'
import { heardBy } from './mail/heard.js'
import { noticeBeforeLeaving } from './keys/typed/names-before-leaving.js'
import { forgetNamesTakenOut } from './keys/typed/names-taken-out.js'
import { noticeNames } from './keys/typed/names-typed.js'
import { whoseWordsBy } from './keys/whose-words.js'
import { recogniseSession } from './people/sessions.js'
import { secondStepFirst } from './people/second-step/second-step-first.js'
import { signInFirst } from './people/signing-in/signing-in-first.js'
import { broughtBy, type Room } from './room.js'
import { rooms as allRooms } from './rooms.js'
import { root } from './root.js'
import { searchRoutes } from './search/routes.js'
import { textRoutes } from './texts/routes.js'
import { errorPage } from './web/error-page.js'
import { healthRoutes } from './web/health.js'
import { knownMethods, nothingHere } from './web/limits/methods.js'
import { oneAfterTheOther } from './web/limits/one-after-the-other.js'
import { readForms } from './web/limits/reading-forms.js'
import { answerScripts } from './web/answering-scripts.js'
import { actsOnce } from './web/once.js'
import type { Places } from './web/places.js'
import { waysByPath } from './ways-by-path.js'
import { lookRoutes } from './web/sending/look-routes.js'
import { madeSmall } from './web/sending/making-small.js'
import { countedRequests } from './running/numbers.js'
import { logRequests } from './web/request-log.js'
import { underOwnAddress } from './web/limits/own-address.js'
import { sameSite } from './web/same-site.js'

/**
 * Puts the house together: what every request passes, then the rooms in their order, then the way out.
 * @param rooms other rooms than those of src/rooms.ts
 */
export function createApp(house: House, following: Following, rooms: Room[] = allRooms): Express {
  const brought = broughtBy(rooms)
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', house.trustedProxy)
  app.set('query parser', 'simple')
  app.locals.baseUrl = house.baseUrl
  app.locals.demo = house.cast !== null
  const places: Places = { group: brought.groupTabs, network: brought.networkTabs }
  app.locals.places = places
  app.locals.help = brought.help
  app.locals.heard = heardBy(house.mail)

  app.use(logRequests(house.log))
  app.use(countedRequests(house))
  app.use(safeHeaders(house.baseUrl))
  app.use(knownMethods)
  app.use('/assets', lookRoutes())
  app.get('/service-worker.js', serviceWorker)
  app.use(madeSmall)
  app.use(healthRoutes(house))
  app.use(underOwnAddress(house.baseUrl))
  app.use(sameSite(house.baseUrl))
  app.use(followBeforeAnswering(following))
  app.use(answerScripts)
  app.use(recogniseSession(house.db))
  app.use(readForms())
  app.use(secondStepFirst(house))
  const whose = whoseWordsBy(brought)
  app.use(noticeNames(house, whose))
  app.use(noticeBeforeLeaving(house, brought.leaves))
  app.use(actsOnce(house.db))
  app.use(oneAfterTheOther())

  const findable = { searchables: brought.searchables, directory: directoryOf(brought.searchables) }
  app.use(
    waysByPath([
      ...rooms.map(room => room.routes(house, brought)),
      textRoutes(house.db, brought.texts, forgetNamesTakenOut(house, whose)),
      graveActRoutes(house, brought.graveActs),
      helpRoutes(),
      searchRoutes(house, findable, following, (person, q) => pagesFound(house.db, person, places, q)),
    ]),
  )

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
