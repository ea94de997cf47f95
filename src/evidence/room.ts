import { groupsOwnOrChosen } from '../enquiries/whose.js'
import { belongsTo, nothingInTheYear, room, stays } from '../room.js'
import { piecesCommentedOn } from './showing/comments-on-pieces.js'
import { evidenceFacts } from './facts.js'
import { evidenceFollowers } from './followers.js'
import { evidenceRoutes } from './routes.js'
import { ownFilesAndPassages } from './withdrawing/dependants.js'
import { kinds } from './kinds.js'
import { evidenceOnStages } from './on-stage.js'
import { pieceSearch, piecesOfGroup } from './searching/piece-search.js'
import { textSearch, textsOfGroup } from './searching/text-search.js'
import { consentsNeverAsked, consentsTakenBack } from './waiting/consents-to-settle.js'
import { draftsNotShared } from './waiting/drafts-not-shared.js'
import { newlyShared } from './waiting/newly-shared.js'
import { piecesNamingAPupil } from './waiting/pieces-naming-a-pupil.js'
import { consentTogether } from './together/consent-together.js'
import { shareTogether } from './together/sharing-together.js'
import { stageTogether } from './together/staging-together.js'
import { pieceLeaves } from './sharing/names-before-sharing.js'
import { whoSeesEvidence } from './who-sees-what.js'

export const evidence = room({
  name: 'evidence',
  about: 'pieces, their files, who may see them, consent, the publication check',
  routes: evidenceRoutes,

  tables: {
    evidence: belongsTo('group_id', 'groups', {}, row => row.shared_with_group_at !== null),
    evidence_schools: belongsTo('evidence_id', 'evidence'),
    withdrawals: belongsTo('evidence_id', 'evidence'),
    withdrawal_touches: belongsTo('withdrawal_id', 'withdrawals'),
    consents: belongsTo('evidence_id', 'whole pieces'),
    evidence_files: belongsTo('evidence_id', 'whole pieces', {}, row => row.removed_at === null),
    done_together: stays('what can still be undone, by those who did it'),
    file_readings: belongsTo('evidence_id', 'whole pieces'),
    readable_texts: belongsTo('evidence_id', 'whole pieces'),
    passages: belongsTo(
      'evidence_id',
      'whole pieces',
      { readable_text_id: 'readable_texts' },
      row => row.removed_at === null && row.lost_at === null,
    ),
    school_refusals: 'around',
    consent_wordings: stays('the network’s own'),
    evidence_counts: stays('counted anew where the copy is read back'),
  },
  whoSees: whoSeesEvidence,
  whose: { evidence: groupsOwnOrChosen('evidence') },
  namesBelong: {
    '/evidence/:piece/names': 'every box',
    '/evidence/:piece/consent': ['givenBy'],
  },
  texts: [],

  groupTabs: [
    {
      tab: 'evidence',
      part: 'evidence',
      text: 'Pieces',
      path: '/evidence',
      for: 'everybody',
      finds: 'evidence, notes, observations, photographs, withdrawn',
    },
    {
      tab: 'log',
      part: 'evidence',
      text: 'Log evidence',
      path: '/evidence/new',
      for: 'members',
      finds: 'add evidence, upload, photograph, note',
      within: 'evidence',
    },
  ],
  networkTabs: [],
  help: { evidence: 'evidence', 'evidence/new': 'logging', files: 'evidence', withdrawals: 'withdrawing' },

  facts: evidenceFacts,
  letters: [
    {
      letter: 'withdrawals',
      name: 'A piece of my group was withdrawn',
      holds: 'When you lead the group, and there is a list of what leaned on the piece.',
      of: 'My group',
    },
  ],
  followers: evidenceFollowers,

  onStage: evidenceOnStages,
  onPiece: [],
  onMany: [shareTogether, stageTogether, consentTogether],
  onNetwork: [],
  waiting: {
    'at once': [piecesNamingAPupil],
    'when there is time': [consentsTakenBack, consentsNeverAsked, newlyShared, draftsNotShared],
  },
  inTheYear: nothingInTheYear,

  searchables: [
    {
      ...pieceSearch,
      ofGroup: piecesOfGroup,
      alsoCalled: [
        ...kinds.map(({ key, name }) => ({ names: [key, name, `${name}s`], kinds: [key] })),
        { names: ['evidence', 'piece', 'pieces'], kinds: ['piece', 'text', 'passage'] },
      ],
    },
    {
      ...textSearch,
      ofGroup: textsOfGroup,
      alsoCalled: [
        { names: ['document', 'documents'], kinds: ['document'] },
        { names: ['transcript', 'transcripts'], kinds: ['transcript'] },
      ],
    },
  ],
  threads: { evidence: piecesCommentedOn },
  narrows: [],
  marks: [],
  holdsSchools: [],

  dependants: [ownFilesAndPassages],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
  leaves: [pieceLeaves],
})
