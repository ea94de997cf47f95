import { groupsOwn } from '../enquiries/whose.js'
import { belongsTo, room, stays } from '../room.js'
import { writeUpsRoutes } from './routes.js'
import { dependentWriteUps } from './dependants.js'
import { aboutWriteUps, ofGroup, submittedSearch, writeUpSearch } from './searching.js'
import { writeUpPartTexts } from './text-kinds.js'
import { writeUpsReturned } from './waiting/write-ups-returned.js'
import { writeUpsToApprove } from './waiting/write-ups-to-approve.js'
import { groupOfPart } from './whose.js'

export const writeUps = room({
  name: 'write-ups',
  about: 'composing a write-up, submitting it, approving it by a second person, editions',
  routes: writeUpsRoutes,

  tables: {
    write_ups: belongsTo('group_id', 'groups'),
    write_up_parts: belongsTo('write_up_id', 'write_ups'),
    submissions: stays('on their way to the network'),
    editions: stays('published by the network'),
    edition_evidence: stays('published by the network'),
  },
  whose: {
    'write-ups': groupsOwn('writeUps'),
    'write-up-parts': (db, { id }) => groupOfPart(db, id),
  },
  namesBelongAt: [],
  texts: [writeUpPartTexts],

  groupTabs: [{ tab: 'write-up', text: 'Write-up', path: '/write-up', for: 'everybody' }],
  networkTabs: [],
  onStage: [],
  onPiece: [],
  onNetwork: [],
  waiting: { asked: [writeUpsReturned], 'for the network': [writeUpsToApprove] },

  searchables: [
    { ...writeUpSearch, ofGroup: ofGroup.writeUp },
    { ...submittedSearch, ofGroup: ofGroup.submitted },
  ],
  threads: { 'write-up': aboutWriteUps },
  narrows: [],
  marks: [],

  dependants: [dependentWriteUps],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
