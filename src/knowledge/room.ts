import { ofGroup } from '../enquiries/searching/cycles.js'
import { groupsOwn } from '../enquiries/whose.js'
import { belongsTo, nothingInTheYear, room, stays } from '../room.js'
import { knowledgeFacts } from './facts.js'
import { knowledgeRoutes } from './routes.js'
import { keysOnStages, knowledgeOnStage } from './on-stage.js'
import { stanceSearch } from './searching.js'
import { whoSeesKnowledge } from './who-sees-what.js'

export const knowledge = room({
  name: 'knowledge',
  about: 'published works, how they are cited and listed',
  routes: knowledgeRoutes,

  tables: {
    published_references: belongsTo('group_id', 'groups'),
    reference_stances: belongsTo('reference_id', 'published_references', { enquiry_id: 'enquiries' }),
    reference_imports: stays('passing'),
  },
  whoSees: whoSeesKnowledge,
  whose: { references: groupsOwn('publishedReferences') },
  namesBelong: {
    '/groups/:group/knowledge/…': 'every box',
    '/groups/:group/published-knowledge/…': 'every box',
    '/references/:reference': 'every box',
  },
  texts: [],

  groupTabs: [
    {
      tab: 'knowledge',
      part: 'purpose',
      text: 'Published reading',
      path: '/knowledge',
      for: 'members',
      finds: 'references, literature, research, knowledge, bibliography',
    },
  ],
  networkTabs: [],
  help: { knowledge: 'reading', references: 'reading', 'published-knowledge': 'reading' },

  facts: knowledgeFacts,
  letters: [],
  followers: [],

  onStage: [knowledgeOnStage, ...keysOnStages],
  onPiece: [],
  onMany: [],
  onNetwork: [],
  waiting: {},
  inTheYear: nothingInTheYear,

  searchables: [
    {
      ...stanceSearch,
      ofGroup: ofGroup.record('referenceStances'),
      alsoCalled: [
        { names: ['knowledge', 'reference', 'references', 'source', 'sources'], kinds: ['published-knowledge'] },
      ],
    },
  ],
  threads: {},
  narrows: [],
  marks: [],
  holdsSchools: [],

  dependants: [],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
