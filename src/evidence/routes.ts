import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { consentRoutes } from './consent/consent-routes.js'
import { takingBackConsentRoutes } from './consent/taking-back-consent-routes.js'
import { coveringRoutes } from './files/covering-routes.js'
import { fileRoutes } from './files/file-routes.js'
import { sendingFilesRoutes } from './files/sending-files-routes.js'
import { takingOutFilesRoutes } from './files/taking-out-files-routes.js'
import { listingRoutes } from './listing/listing-routes.js'
import { shownAsRoutes } from './listing/shown-as-routes.js'
import { loggingRoutes } from './logging/logging-routes.js'
import './consent/pages.js'
import './files/pages.js'
import './pages.js'
import './showing/pages.js'
import './sharing/pages.js'
import './readable-texts/pages.js'
import './withdrawing/pages.js'
import { pieceRoutes } from './showing/piece-routes.js'
import { nameRoutes } from './names/name-routes.js'
import { namingAPupilRoutes } from './names/naming-a-pupil-routes.js'
import { refusalRoutes } from './consent/refusal-routes.js'
import { revisingRoutes } from './revising/revising-routes.js'
import { sharingRoutes } from './sharing/sharing-routes.js'
import { readableTextRoutes } from './readable-texts/text-routes.js'
import { writingTextRoutes } from './readable-texts/writing-text-routes.js'
import { togetherRoutes } from './together/together-routes.js'
import { versionRoutes } from './files/version-routes.js'
import { erasingRoutes } from './withdrawing/erasing-routes.js'
import { withdrawalListRoutes } from './withdrawing/withdrawal-list-routes.js'
import { withdrawingRoutes } from './withdrawing/withdrawing-routes.js'

export function evidenceRoutes(house: House, brought: Brought): Router {
  const routes = Router()
  routes.use(
    togetherRoutes(house, brought),
    listingRoutes(house, brought),
    shownAsRoutes(house),
    loggingRoutes(house),
    pieceRoutes(house, brought),
    revisingRoutes(house),
    sharingRoutes(house),
    consentRoutes(house),
    takingBackConsentRoutes(house, brought),
    withdrawingRoutes(house, brought),
    erasingRoutes(house, brought),
    namingAPupilRoutes(house),
    withdrawalListRoutes(house),
    fileRoutes(house),
    takingOutFilesRoutes(house, brought),
    sendingFilesRoutes(house),
    refusalRoutes(house),
    nameRoutes(house),
    readableTextRoutes(house),
    writingTextRoutes(house),
    versionRoutes(house),
    coveringRoutes(house),
  )
  return routes
}
