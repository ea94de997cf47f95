import { nothingInTheYear, room, stays } from '../room.js'
import { forgetAskedDrafts } from './asking/forgetting-drafts.js'
import { dependentSubmissions } from './dependants.js'
import { publishingFacts } from './facts.js'
import { publishingRoutes } from './routes.js'
import { draftsOfGroup, writeUpSearch } from './searching/draft-search.js'
import { submittedOfGroup, submittedSearch } from './searching/submitted-search.js'
import { publishingFollowers, publishingLetters } from './letters.js'
import { aboutWriteUps } from './searching/write-up-threads.js'
import { piecesAskedFor } from './waiting/pieces-asked-for.js'
import { writeUpsReturned } from './waiting/write-ups-returned.js'
import { writeUpsToApprove } from './waiting/write-ups-to-approve.js'
import { whoSeesPublishing } from './who-sees-what.js'

export const publishing = room({
  name: 'publishing',
  about: 'a write-up on its way out: checked, submitted, approved by a second person, editions, taken away',
  routes: publishingRoutes,

  tables: {
    piece_requests: stays('asked of people of this installation'),
    submissions: stays('on their way to the network'),
    editions: stays('published by the network'),
    edition_evidence: stays('published by the network'),
    edition_schools: stays('published by the network'),
  },
  whoSees: whoSeesPublishing,
  whose: {},
  namesBelong: { '/write-ups/:writeUp/check/names': ['words'] },
  texts: [],

  groupTabs: [
    {
      tab: 'write-up',
      part: 'sharing',
      text: 'Write-up',
      path: '/write-up',
      for: 'everybody',
      finds: 'publish, report, handout, summary, slides, poster, edition, PDF, Word',
      first: true,
    },
  ],
  networkTabs: [],
  help: { 'write-up': 'write-up', 'write-ups': 'write-up' },

  facts: publishingFacts,
  letters: publishingLetters,
  followers: publishingFollowers,

  onStage: [],
  onPiece: [],
  onMany: [],
  onNetwork: [],
  waiting: { asked: [writeUpsReturned, piecesAskedFor], 'for the network': [writeUpsToApprove] },
  inTheYear: nothingInTheYear,

  searchables: [
    { ...writeUpSearch, ofGroup: draftsOfGroup },
    { ...submittedSearch, ofGroup: submittedOfGroup },
  ],
  threads: { 'write-up': aboutWriteUps },
  narrows: [],
  marks: [],
  holdsSchools: [],

  dependants: [dependentSubmissions],
  erases: [forgetAskedDrafts],
  carriesForward: [],
  beforeLeaving: [],
})
