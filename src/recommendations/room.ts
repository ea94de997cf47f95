import { adoptedRecommendations } from './moves.js'
import { groupsOwn } from '../enquiries/whose.js'
import { belongsTo, nothingInTheYear, room, stays } from '../room.js'
import { daysToLookAgain } from './dates.js'
import { recommendationFacts } from './facts.js'
import { recommendationFollowers } from './followers.js'
import { compareRecommendations } from './listing/comparing-cycles.js'
import { recommendationList } from './listing/list-of-network.js'
import { recommendedBesideSchool } from './of-school/beside-school.js'
import { recommendationsRoutes } from './routes.js'
import { dependentRecommendations } from './dependants.js'
import { answerSearch, ofGroup, recommendationSearch } from './searching.js'
import { headsAskedFor } from './waiting/heads-to-invite.js'
import { slipsToConfirm } from './waiting/slips-to-confirm.js'
import { answersToLookAtAgain } from './waiting/answers-to-look-at-again.js'
import { recommendationsWithdrawn } from './waiting/recommendations-withdrawn.js'
import { recommendationsToAnswer } from './waiting/recommendations-to-answer.js'
import { whoSeesRecommendations } from './who-sees-what.js'

export const recommendations = room({
  name: 'recommendations',
  about: 'what schools are asked to do, and what each head answers',
  routes: recommendationsRoutes,

  tables: {
    recommendations: belongsTo('group_id', 'groups', { claim_id: 'claims', effect_id: 'effects' }),
    recommendation_evidence: belongsTo('recommendation_id', 'recommendations', { evidence_id: 'evidence' }),
    responses: belongsTo('recommendation_id', 'recommendations'),
    response_answers: belongsTo('response_id', 'responses'),
    response_files: stays('files of the head’s school'),
    recommendation_schools: belongsTo('recommendation_id', 'recommendations'),
    heads_asked_for: stays('what leaders of this network are asked'),
  },
  whoSees: whoSeesRecommendations,
  whose: { recommendations: groupsOwn('recommendations') },
  // The addresses of heads to be invited.
  namesBelong: { '/recommendations/:id/sending': 'every box' },
  texts: [],

  groupTabs: [
    {
      tab: 'recommendations',
      part: 'evaluation',
      text: 'Recommendations and dossiers',
      path: '/recommendations',
      for: 'everybody',
      finds: 'recommend, dossier, heads, responses, adoption',
    },
  ],
  networkTabs: [
    {
      tab: 'recommendations',
      part: 'recommendations',
      text: 'Recommendations',
      path: '/recommendations',
      for: 'inside',
      finds: 'dossier, responses, adoption, heads answer',
      first: true,
    },
  ],
  help: { recommendations: 'recommending', 'networks/recommendations': 'recommendations' },

  facts: recommendationFacts,
  letters: [
    {
      letter: 'answers-of-heads',
      name: 'A head answers our recommendation',
      holds: 'When a school accepts, adapts or declines what your group recommended, or tells how far it is in place.',
      of: 'Recommendations',
    },
    {
      letter: 'recommendations',
      name: 'A recommendation to my school',
      holds: 'When a group recommends something to a school that you answer for, or withdraws what it recommended.',
      of: 'Recommendations',
    },
    {
      letter: 'slips',
      name: 'Answers from paper to confirm',
      holds: 'When colleagues entered from reply slips what your school answered before you had an account.',
      of: 'Recommendations',
    },
    {
      letter: 'heads-wanted',
      name: 'A school without a head here',
      holds: 'When you lead a network, and somebody asks you to invite the head of a school.',
      of: 'Recommendations',
    },
  ],
  followers: recommendationFollowers,

  onStage: [],
  onPiece: [],
  onMany: [],
  onNetwork: [],
  waiting: {
    asked: [slipsToConfirm, recommendationsToAnswer, answersToLookAtAgain, recommendationsWithdrawn],
    'for the network': [headsAskedFor],
  },
  inTheYear: {
    ...nothingInTheYear,
    dates: [daysToLookAgain],
    moves: [adoptedRecommendations],
    lists: [recommendationList],
    beside: [recommendedBesideSchool],
  },

  searchables: [
    { ...recommendationSearch, ofGroup: ofGroup.recommendation },
    { ...answerSearch, ofGroup: ofGroup.answer },
  ],
  threads: {},
  narrows: [],
  marks: [],
  holdsSchools: [],

  dependants: [dependentRecommendations],
  erases: [],
  carriesForward: [{ compares: compareRecommendations }],
  beforeLeaving: [],
})
