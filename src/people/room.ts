import { nothingInTheYear, room, stays } from '../room.js'
import { peopleFacts } from './facts.js'
import { peopleFollowers } from './followers.js'
import { peopleRoutes } from './routes.js'
import { secondStepOff } from './second-step/asking-to-take-off.js'
import { secondStepTakenOff } from './second-step/taken-off.js'
import './passkeys/tables.js'
import './school-accounts/tables.js'
import './second-step/tables.js'
import { formsKept } from './waiting/forms-kept.js'
import { lettersComingBack, ownLettersComingBack } from './waiting/letters-coming-back.js'
import { resetLinksMade } from './waiting/reset-links-made.js'
import { rolesToConfirm } from './waiting/roles-to-confirm.js'
import { whoSeesPeople } from './who-sees-what.js'

export const people = room({
  name: 'people',
  about: 'signing in, invitations, accounts, roles, the audit trail',
  routes: peopleRoutes,

  tables: {
    people: 'around',
    network_roles: stays('made anew for those who come along'),
    role_confirmations: stays('open doors of this installation'),
    audit: stays('the installation’s own trail'),
    settings: stays('the installation’s own'),
    sessions: stays('open doors of this installation'),
    invitations: stays('open doors of this installation'),
    password_resets: stays('open doors of this installation'),
    second_steps: stays('open doors of this installation'),
    recovery_codes: stays('open doors of this installation'),
    second_steps_asked: stays('open doors of this installation'),
    second_steps_taken_off: stays('open doors of this installation'),
    begun_sign_ins: stays('passing'),
    networks_that_ask: stays('the network’s own'),
    passkeys: stays('open doors of this installation'),
    passkey_questions: stays('passing'),
    issuers: stays('the installation’s own'),
    issuer_accounts: stays('open doors of this installation'),
    issuer_sign_ins: stays('passing'),
    issuer_arrivals: stays('passing'),
    sign_in_attempts: stays('passing'),
    sent_forms: stays('passing'),
    handed_to_pages: stays('passing'),
    kept_forms: stays('people’s own unsaved words'),
  },
  whoSees: whoSeesPeople,
  whose: {},
  namesBelong: {
    '/account/name': ['name'],
    '/account/email': ['email'],
    '/account/second-step/…': 'every box',
    '/account/school-accounts/…': 'every box',
    '/setup': 'every box',
    '/invitations/…': 'every box',
    '/administration/…': 'every box',
    '/forgotten-password': 'every box',
    '/sign-in/…': 'every box',
  },
  texts: [],

  groupTabs: [],
  networkTabs: [],
  help: {
    account: 'account',
    'sign-in': 'signing in',
    'forgotten-password': 'signing in',
    'password-resets': 'signing in',
    'kept-forms': 'signing in',
    setup: 'signing in',
    invitations: 'signing in',
    confirmations: 'people and schools',
    administration: 'administration',
    'who-sees-what': 'who sees what',
    privacy: 'who sees what',
  },

  facts: peopleFacts,
  letters: [],
  followers: peopleFollowers,

  onStage: [],
  onPiece: [],
  onMany: [],
  onNetwork: [],
  waiting: {
    'at once': [formsKept, resetLinksMade, secondStepTakenOff, ownLettersComingBack, lettersComingBack],
    asked: [rolesToConfirm],
  },
  inTheYear: nothingInTheYear,

  searchables: [],
  threads: {},
  narrows: [],
  marks: [],
  holdsSchools: [],

  dependants: [],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
  graveActs: [secondStepOff],
})
