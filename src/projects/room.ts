import { room, stays } from '../room.js'
import { projectsBeside } from './beside.js'
import { projectTexts, schoolVersions } from './drafting/text-kinds.js'
import { projectFacts } from './facts.js'
import { projectFollowers, projectLetters } from './followers.js'
import { projectsOnNetwork } from './on-network.js'
import { projectsRoutes } from './routes.js'
import { projectSearch, projectTextSearch } from './searching.js'
import { challengesToTexts } from './waiting/challenges-to-texts.js'
import { invitationsToProjects } from './waiting/invitations-to-projects.js'
import { outcomesToSay } from './waiting/outcomes-to-say.js'
import { projectsToBegin } from './waiting/projects-to-begin.js'
import { projectsToEnd } from './waiting/projects-to-end.js'
import { whoSeesProjects } from './who-sees-what.js'
import { projectDates } from './year/dates.js'
import { projectContacts } from './year/knows-how.js'
import { projectLists } from './year/lists.js'
import { projectMoves } from './year/moves.js'
import { projectNews } from './year/news.js'
import { projectsInReport } from './year/report.js'

const own = stays('the network’s own')

export const projects = room({
  name: 'projects',
  about: 'what schools and colleagues do together for a while, texts drafted together, and what came of it',
  routes: projectsRoutes,

  tables: {
    projects: own,
    project_members: own,
    project_steps: own,
    project_outcomes: own,
    project_texts: own,
    project_writers: own,
    project_issues: own,
    project_homes: own,
    project_comments: own,
  },
  whoSees: whoSeesProjects,
  whose: {},
  namesBelong: {},
  texts: [projectTexts, schoolVersions],

  groupTabs: [],
  networkTabs: [
    {
      tab: 'projects',
      part: 'groups',
      text: 'Projects',
      path: '/projects',
      for: 'inside',
      finds: 'policy, texts written together, project',
    },
  ],
  help: { projects: 'projects' },

  facts: projectFacts,
  letters: projectLetters,
  followers: projectFollowers,

  onStage: [],
  onPiece: [],
  onMany: [],
  onNetwork: [projectsOnNetwork],
  waiting: { asked: [invitationsToProjects, projectsToBegin, projectsToEnd, outcomesToSay, challengesToTexts] },
  inTheYear: {
    dates: [projectDates],
    reportParts: [projectsInReport],
    moves: [projectMoves],
    hours: [],
    knowsHow: [projectContacts],
    news: [projectNews],
    lists: projectLists,
    beside: projectsBeside,
  },

  searchables: [projectSearch, projectTextSearch],
  threads: {},
  narrows: [],
  marks: [],
  holdsSchools: [],

  dependants: [],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
