import { forgetChosenDrafts } from './document/forgetting-drafts.js'
import { writeUpTogether } from './document/write-up-together.js'
import { groupsOwn } from '../enquiries/whose.js'
import { belongsTo, nothingInTheYear, room } from '../room.js'
import { writeUpFacts } from './facts.js'
import { writeUpsRoutes } from './routes.js'
import { dependentParts } from './dependants.js'
import { writeUpPartTexts } from './text-kinds.js'
import { groupOfPart } from './whose.js'
import { whoSeesWriteUps } from './who-sees-what.js'

export const writeUps = room({
  name: 'write-ups',
  about: 'a write-up composed from what a group logged, and written part by part',
  routes: writeUpsRoutes,

  tables: {
    write_ups: belongsTo('group_id', 'groups'),
    write_up_parts: belongsTo('write_up_id', 'write_ups'),
    write_up_pieces: belongsTo('write_up_id', 'write_ups', { evidence_id: 'evidence' }),
    write_up_authors: belongsTo('write_up_id', 'write_ups'),
    write_up_schools: belongsTo('write_up_id', 'write_ups'),
  },
  whoSees: whoSeesWriteUps,
  whose: {
    'write-ups': groupsOwn('writeUps'),
    'write-up-parts': (db, { id }) => groupOfPart(db, id),
  },
  namesBelong: { '/write-ups/:writeUp/authors': ['authors'] },
  texts: [writeUpPartTexts],

  groupTabs: [],
  networkTabs: [],
  help: { 'write-up-parts': 'write-up' },

  facts: writeUpFacts,
  letters: [],
  followers: [],

  onStage: [],
  onPiece: [],
  onMany: [writeUpTogether],
  onNetwork: [],
  waiting: {},
  inTheYear: nothingInTheYear,

  searchables: [],
  threads: {},
  narrows: [],
  marks: [],
  holdsSchools: [],

  dependants: [dependentParts],
  erases: [forgetChosenDrafts],
  carriesForward: [],
  beforeLeaving: [],
})
