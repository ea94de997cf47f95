import { nextQuestions } from './moves.js'
import { belongsTo, nothingInTheYear, room } from '../room.js'
import { commentFollowers, commentLetters } from './comments/letters.js'
import { enquiryFacts } from './facts.js'
import { enquiriesRoutes } from './routes.js'
import { schoolsByGroups } from './on-network.js'
import { ofGroup } from './searching/cycles.js'
import { commentSearch } from './searching/comments.js'
import { questionSearch } from './searching/questions.js'
import { expertiseSearch, successSignSearch } from './searching/records.js'
import { aboutStages, contextCardSearch, stageTextSearch, textsOfGroup } from './searching/stages.js'
import { contextCardTexts, stageTexts } from './stages/text-kinds.js'
import { challengesAnswered } from './waiting/challenges-answered.js'
import { challengesToAnswer } from './waiting/challenges-to-answer.js'
import { mentionsToRead } from './waiting/mentions-to-read.js'
import { groupsWithoutLead } from './waiting/groups-without-lead.js'
import { handoversOffered } from './waiting/handovers-offered.js'
import { invitationsUnanswered } from './waiting/invitations-unanswered.js'
import { secondSchoolsNeeded } from './waiting/second-schools-needed.js'
import { groupsOwn } from './whose.js'
import { whoSeesEnquiries } from './who-sees-what.js'

export const enquiries = room({
  name: 'enquiries',
  about: 'cycles and their five stages, comments and challenges',
  routes: enquiriesRoutes,

  tables: {
    enquiries: belongsTo('group_id', 'groups'),
    comments: belongsTo('group_id', 'groups'),
    mentions: belongsTo('comment_id', 'comments'),
    shared_stages: belongsTo('enquiry_id', 'enquiries'),
    stage_moves: belongsTo('enquiry_id', 'enquiries'),
    context_cards: belongsTo('enquiry_id', 'enquiries'),
    expertise: belongsTo('enquiry_id', 'enquiries'),
    leverage_tests: belongsTo('enquiry_id', 'enquiries'),
    success_signs: belongsTo('enquiry_id', 'enquiries'),
  },
  whoSees: whoSeesEnquiries,
  whose: { comments: groupsOwn('comments') },
  namesBelong: {
    '/groups/:group/people/…': 'every box',
    '/groups/:group/facilitators': 'every box',
    '/groups/:group/join-link': 'every box',
    '/groups/:group/expertise': ['who'],
  },
  texts: [stageTexts, contextCardTexts],

  groupTabs: [
    { tab: 'home', text: 'The group', path: '', for: 'everybody' },
    { tab: 'people', text: 'People', path: '/people', for: 'everybody', last: true },
    { tab: 'history', text: 'History', path: '/history', for: 'inside', last: true },
  ],
  networkTabs: [],

  facts: enquiryFacts,
  letters: commentLetters,
  followers: commentFollowers,

  onStage: [],
  onPiece: [],
  onNetwork: [schoolsByGroups],
  waiting: {
    'at once': [handoversOffered],
    asked: [challengesToAnswer, mentionsToRead],
    'for the network': [groupsWithoutLead, invitationsUnanswered],
    'when there is time': [secondSchoolsNeeded, challengesAnswered],
  },
  inTheYear: { ...nothingInTheYear, moves: [nextQuestions] },

  searchables: [
    { ...questionSearch, ofGroup: ofGroup.question },
    {
      ...stageTextSearch,
      ofGroup: textsOfGroup.stageText,
      alsoCalled: [{ names: ['stage', 'stages'], kinds: ['stage-text'] }],
    },
    { ...contextCardSearch, ofGroup: textsOfGroup.contextCard },
    { ...expertiseSearch, ofGroup: ofGroup.record('expertise') },
    { ...successSignSearch, ofGroup: ofGroup.record('successSigns') },
    ({ threads }) => ({
      ...commentSearch(threads),
      ofGroup: ofGroup.comment,
      alsoCalled: [{ names: ['challenge', 'challenges'], kinds: ['challenge'] }],
    }),
  ],
  threads: { stage: aboutStages },
  narrows: [],
  marks: [],

  dependants: [],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
