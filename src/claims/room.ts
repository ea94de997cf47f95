import { linkTogether } from './linking/linking-together.js'
import { groupsOwn } from '../enquiries/whose.js'
import { belongsTo, nothingInTheYear, room } from '../room.js'
import { claimFacts } from './facts.js'
import { byClaim } from './narrowing.js'
import { claimsRoutes } from './routes.js'
import { claimsGoAlong } from './carrying-forward.js'
import { compareClaims } from './comparing-cycles.js'
import { dependentClaims } from './dependants.js'
import { claimsOnPiece } from './on-piece.js'
import { claimsOnStage } from './on-stage.js'
import { aboutClaims, claimSearch, claimsOfGroup } from './searching.js'
import { claimLeaves } from './sharing/claim-leaving.js'
import { whoSeesClaims } from './who-sees-what.js'

export const claims = room({
  name: 'claims',
  about: 'what the group says it knows, and what speaks for and against it',
  routes: claimsRoutes,

  tables: {
    claims: belongsTo('group_id', 'groups'),
    claim_revisions: belongsTo('claim_id', 'claims'),
    claim_evidence: belongsTo('claim_id', 'claims', { evidence_id: 'evidence' }),
    claim_passages: belongsTo('claim_id', 'claims', { evidence_id: 'evidence', passage_id: 'passages' }),
    passage_numbers: belongsTo('passage_id', 'passages', { evidence_id: 'evidence' }),
  },
  whoSees: whoSeesClaims,
  whose: { claims: groupsOwn('claims') },
  namesBelong: {},
  texts: [],

  groupTabs: [
    {
      tab: 'claims',
      part: 'evidence',
      text: 'Claims',
      path: '/claims',
      for: 'everybody',
      finds: 'findings, for and against, sureness',
    },
    {
      tab: 'claim map',
      part: 'evidence',
      text: 'Map of the claims',
      path: '/claims/map',
      for: 'everybody',
      finds: 'map, picture',
      within: 'claims',
    },
  ],
  networkTabs: [],
  help: { claims: 'claims' },

  facts: claimFacts,
  letters: [],
  followers: [],

  onStage: [claimsOnStage],
  onPiece: [claimsOnPiece],
  onMany: [linkTogether],
  onNetwork: [],
  waiting: {},
  inTheYear: nothingInTheYear,

  searchables: [{ ...claimSearch, ofGroup: claimsOfGroup }],
  threads: { claim: aboutClaims },
  narrows: [byClaim],
  marks: [],
  holdsSchools: [],

  dependants: [dependentClaims],
  erases: [],
  carriesForward: [{ carries: claimsGoAlong, compares: compareClaims }],
  beforeLeaving: [],
  leaves: [claimLeaves],
})
