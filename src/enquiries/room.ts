import { nextQuestions } from './moves.js'
import { belongsTo, nothingInTheYear, room } from '../room.js'
import { commentFollowers, commentLetters } from './comments/letters.js'
import { enquiryFacts } from './facts.js'
import { challengesGoAlong, contextCardsGoAlong, expertiseGoesAlong, signsGoAlong } from './cycles/carrying-records.js'
import { compareSigns } from './cycles/comparing-signs.js'
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
import { stageLeaves } from './stages/stage-leaving.js'
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
    {
      tab: 'home',
      part: 'overview',
      text: 'Overview',
      path: '',
      for: 'everybody',
      finds: 'home, start, next step, front page, question',
      first: true,
    },
    {
      tab: 'history',
      part: 'overview',
      text: 'History',
      path: '/history',
      for: 'inside',
      finds: 'what happened, log, audit, record',
    },
    {
      tab: 'stage context',
      part: 'context',
      text: 'Cards',
      path: '/stages/context',
      for: 'readers of the stage',
      finds: 'context cards, schools, starting point, where we start',
      first: true,
    },
    {
      tab: 'expertise',
      part: 'context',
      text: 'Who knows how',
      path: '/stages/context#expertise',
      for: 'readers of the stage',
      finds: 'expertise, map, experts',
    },
    {
      tab: 'stage purpose',
      part: 'purpose',
      text: 'Question and tests',
      path: '/stages/purpose',
      for: 'readers of the stage',
      finds: 'leverage, success, learning, revise the question',
      first: true,
    },
    {
      tab: 'ethics',
      part: 'purpose',
      text: 'Keeping it right',
      path: '/stages/purpose#keeping-it-right',
      for: 'readers of the stage',
      finds: 'ethics, consent, safeguarding',
    },
    {
      tab: 'stage evidence',
      part: 'evidence',
      text: 'What we are seeing',
      path: '/stages/evidence',
      for: 'readers of the stage',
      finds: 'evidence stage, answer',
      first: true,
    },
    {
      tab: 'stage action',
      part: 'action',
      text: 'What we try',
      path: '/stages/action',
      for: 'readers of the stage',
      finds: 'action stage, answer',
      first: true,
    },
    {
      tab: 'stage evaluation',
      part: 'evaluation',
      text: 'What we learned',
      path: '/stages/evaluation',
      for: 'readers of the stage',
      finds: 'evaluation stage, answer',
      first: true,
    },
    {
      tab: 'people',
      part: 'settings',
      text: 'People',
      path: '/people',
      for: 'everybody',
      finds: 'members, volunteers, lead learner, join link, settings',
      first: true,
    },
    {
      tab: 'facilitators',
      part: 'settings',
      text: 'Invite a facilitator',
      path: '/people#facilitator',
      for: 'those who invite',
      finds: 'invite, critical friend, researcher, adviser, outside colleague',
      within: 'people',
    },
    {
      tab: 'handover',
      part: 'settings',
      text: 'Hand the group over',
      path: '/handover',
      for: 'those who hand over',
      finds: 'hand over, handover, new lead, succession, pass on',
      within: 'people',
    },
    {
      tab: 'leaving',
      part: 'settings',
      text: 'Leave the group',
      path: '/leaving',
      for: 'those who leave',
      finds: 'leave, stop',
      within: 'people',
    },
    {
      tab: 'details',
      part: 'settings',
      text: 'Change its name, reason or theme',
      path: '/details',
      for: 'those who change it',
      finds: 'rename, settings, details',
      within: 'people',
    },
    {
      tab: 'closing',
      part: 'settings',
      text: 'Close the group',
      path: '/closing',
      for: 'those who close it',
      finds: 'close, end, archive',
      within: 'people',
    },
    {
      tab: 'reopening',
      part: 'settings',
      text: 'Reopen the group',
      path: '/reopening',
      for: 'those who reopen it',
      finds: 'reopen, open again',
      within: 'people',
    },
    {
      tab: 'next cycle',
      part: 'overview',
      text: 'Begin the next cycle',
      path: '/cycles/new',
      for: 'the lead of a finished cycle',
      finds: 'another cycle, new cycle',
      within: 'home',
    },
  ],
  networkTabs: [
    {
      tab: 'groups',
      part: 'groups',
      text: 'Groups',
      path: '/groups',
      for: 'inside',
      finds: 'enquiry groups, volunteers, schools by groups, matrix',
      first: true,
    },
    {
      tab: 'propose',
      part: 'groups',
      text: 'Propose a question',
      path: '/groups/new',
      for: 'those who propose',
      finds: 'new group, start a group, propose',
      within: 'groups',
    },
  ],
  help: {
    groups: 'group',
    'groups/': 'groups of a network',
    'networks/groups': 'groups of a network',
    history: 'history',
    stages: 'group',
    'stages/context': 'context',
    'stages/purpose': 'purpose',
    'stages/evidence': 'evidence',
    'stages/action': 'actions',
    'stages/evaluation': 'evaluation',
    'context-cards': 'context',
    expertise: 'context',
    leverage: 'purpose',
    'success-signs': 'purpose',
    question: 'purpose',
    comments: 'comments',
    'groups/people': 'people',
    facilitators: 'people',
    'join-link': 'people',
    'groups/details': 'people',
    handover: 'handing over',
    leaving: 'handing over',
    closing: 'handing over',
    reopening: 'handing over',
    cycles: 'handing over',
    finishing: 'handing over',
  },

  facts: enquiryFacts,
  letters: commentLetters,
  followers: commentFollowers,

  onStage: [],
  onPiece: [],
  onMany: [],
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
  holdsSchools: [],

  dependants: [],
  erases: [],
  carriesForward: [
    { carries: challengesGoAlong },
    { carries: contextCardsGoAlong },
    { carries: expertiseGoesAlong },
    { carries: signsGoAlong, compares: compareSigns },
  ],
  beforeLeaving: [],
  leaves: [stageLeaves],
})
