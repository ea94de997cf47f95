import { actionFacts } from './actions/facts.js'
import { capturesFollowers } from './captures/followers.js'
import { claimFacts } from './claims/facts.js'
import { codingFacts } from './coding/facts.js'
import { conferenceFacts } from './conferences/facts.js'
import { copyFacts } from './copies/facts.js'
import { dossierFacts } from './dossiers/facts.js'
import { enquiryFacts } from './enquiries/facts.js'
import { evaluationFacts } from './evaluation/facts.js'
import { evidenceFacts } from './evidence/facts.js'
import { evidenceFollowers } from './evidence/followers.js'
import type { Follower } from './facts/followers.js'
import type { FactBook } from './facts/kinds.js'
import { removeErasedFiles } from './files/removing-erased.js'
import { groupFacts } from './groups/facts.js'
import { instrumentFacts } from './instruments/facts.js'
import { instrumentFollowers } from './instruments/followers.js'
import { keyFacts } from './keys/facts.js'
import { keyFollowers } from './keys/followers.js'
import { knowledgeFacts } from './knowledge/facts.js'
import { networkFacts } from './networks/facts.js'
import { forgetDrawings } from './pdf/forgetting.js'
import { peopleFacts } from './people/facts.js'
import { peopleFollowers } from './people/followers.js'
import { recommendationFacts } from './recommendations/facts.js'
import { recommendationFollowers } from './recommendations/followers.js'
import { reportFacts } from './termly-reports/facts.js'
import { reportFollowers } from './termly-reports/nudging.js'
import { writeUpFacts } from './write-ups/facts.js'

/** Every kind of fact. */
export const factBook: FactBook = {
  ...actionFacts,
  ...claimFacts,
  ...codingFacts,
  ...conferenceFacts,
  ...copyFacts,
  ...dossierFacts,
  ...enquiryFacts,
  ...evaluationFacts,
  ...evidenceFacts,
  ...groupFacts,
  ...instrumentFacts,
  ...keyFacts,
  ...knowledgeFacts,
  ...networkFacts,
  ...peopleFacts,
  ...recommendationFacts,
  ...reportFacts,
  ...writeUpFacts,
}

/** What follows from facts, whoever records them. */
export const followers: Follower[] = [
  removeErasedFiles(factBook),
  forgetDrawings(factBook),
  ...capturesFollowers,
  ...evidenceFollowers,
  ...instrumentFollowers,
  ...keyFollowers,
  ...peopleFollowers,
  ...recommendationFollowers,
  ...reportFollowers,
]
