import { facilitatorsReadAlways } from '../who-sees-what.js'
import type { PictureName } from './pictures.js'
import type { RolePath } from './roles-of.js'

/** What somebody in a role is told: what they can do, their first hour, and what they do most. */
export interface RoleHelp {
  /** Behind `/help/for/`. */
  path: RolePath
  name: string
  about: string
  can: string[]
  firstHour: string[]
  /** The five things they do most, each with how. */
  most: { thing: string; how: string }[]
  never: string
  /** Two or three screens that they meet. */
  pictures: PictureName[]
}

export const roleHelp: RoleHelp[] = [
  {
    path: 'volunteer',
    name: 'Volunteer',
    about: 'You teach or help in a school, and joined a group because its question is yours too.',
    can: [
      'log evidence, and decide who sees it',
      'read and talk about what the others shared with the group',
      'make claims, agree actions and write in every stage',
      'leave whenever you like',
    ],
    firstHour: [
      'Open your group and read its question and why it asks.',
      'Log one thing that you noticed this week. One sentence is enough.',
      'Read two pieces by colleagues, and say something about one of them.',
    ],
    most: [
      {
        thing: 'Log evidence',
        how: 'Write in the box on Your day, or choose **Log evidence** in the group. On a phone, put **The log page** on your home screen.',
      },
      {
        thing: 'Share a piece with the group',
        how: 'Open it and change who sees it, or choose **Share with the group** where it is offered.',
      },
      {
        thing: 'Answer a question from a colleague',
        how: 'It waits on Your day. Choose it, write, and send your answer.',
      },
      { thing: 'Link evidence to a claim', how: 'Open the claim and choose **Link evidence**, for it or against it.' },
      {
        thing: 'Say what happened when you tried it',
        how: 'Open the action of your school and write it down while it is fresh.',
      },
    ],
    never: 'Nobody can put you into a group, and nobody sees a note of yours that you keep for yourself.',
    pictures: ['your-day', 'wall', 'group'],
  },
  {
    path: 'lead-learner',
    name: 'Lead learner',
    about: 'You lead one enquiry group. You are a volunteer too, so you can do all that volunteers can.',
    can: [
      'invite people and facilitators, and hand the group over',
      'move the group to another stage, or back with a reason',
      'submit the write-up and send recommendations',
      'send the term report of the group',
    ],
    firstHour: [
      'Put the question to its four tests under **Question and tests**.',
      'Pass the join link on: a group learns most from several schools.',
      'Log one piece yourself, so that others see how short it can be.',
      'Look at **The next step** on the group’s page. It always names one thing.',
    ],
    most: [
      { thing: 'See what the group needs next', how: 'Open the group. **The next step** stands on its page.' },
      { thing: 'Answer a challenge', how: 'It waits on Your day. Answer it, or revise what was challenged.' },
      {
        thing: 'Move to the next stage',
        how: 'Open the stage that you are in. The way on stands at its end. Nothing is locked if something is missing.',
      },
      {
        thing: 'Get the write-up ready',
        how: 'Choose **Compose the write-up**, then **Open the publication check**. Mend, ask, or leave out what it lists.',
      },
      {
        thing: 'Hand the group over',
        how: 'Choose **Hand the group over** and **Offer the lead** to a colleague. Nothing is lost.',
      },
    ],
    never:
      'You never have to chase people by hand: what waits for them stands on their day and in their weekly letter.',
    pictures: ['group', 'grid', 'writing'],
  },
  {
    path: 'co-leader',
    name: 'Co-leader',
    about: 'You lead the groups of one theme, and carry what one group finds to the others.',
    can: [
      'set objectives and agree activities for your theme',
      'read what its groups share, and challenge it',
      'approve write-ups of the groups of your theme',
    ],
    firstHour: [
      'Open your theme and read the questions of its groups, side by side.',
      'Write one objective for the year.',
      'Ask each lead learner what would help most.',
    ],
    most: [
      { thing: 'See where your groups are', how: 'Open the theme. Each group shows its stage track.' },
      { thing: 'Agree an activity', how: 'Choose **Agree an activity**, and later say what came of it.' },
      {
        thing: 'Read a write-up that was submitted',
        how: 'It waits on Your day. Read it, then choose **Go to your answer**.',
      },
      { thing: 'Write an objective', how: 'Choose **Add the objective** on the page of the theme.' },
      { thing: 'Spread what works', how: 'Choose **Offer it to the network’s other groups**.' },
    ],
    never: 'You do not run the groups of your theme. They are led by their lead learners.',
    pictures: ['theme', 'side-by-side'],
  },
  {
    path: 'network-leader',
    name: 'Network leader',
    about: 'You keep the whole network going: people, terms, meetings, money and reports.',
    can: [
      'invite people, give roles and add schools',
      'plan meetings, keep funds and prepare the conference',
      'put the termly report together and publish it with a second person',
      'read what groups share with the network, and nothing that they keep private',
    ],
    firstHour: [
      'Set the terms of this year under **Terms**.',
      'Paste the list of your schools under **Add schools**.',
      'Paste the list of colleagues under **Invite many people**.',
      'Choose **Invite a second leader**. Publishing takes a second person’s yes.',
    ],
    most: [
      { thing: 'See what is due', how: 'Open **The week** in your network.' },
      { thing: 'Plan a meeting', how: 'Choose **Plan a meeting**, offer dates, and let people say which suit.' },
      { thing: 'Put the termly report together', how: 'Open **Termly reports**. It begins with what groups sent.' },
      { thing: 'Approve a write-up', how: 'It waits on Your day. Read it, then **Approve and publish** or return it.' },
      { thing: 'Answer claims for time and money', how: 'Open **Money and time**. What waits stands first.' },
    ],
    never: 'You never need to compile a report from e-mails.',
    pictures: ['glance', 'people'],
  },
  {
    path: 'headteacher',
    name: 'Headteacher',
    about: 'You back the groups with time, and answer what they recommend to your school.',
    can: [
      'answer recommendations to your school, and say when one is in place',
      'name the data lead of your school',
      'agree to release time for colleagues',
      'read what groups share with your school',
    ],
    firstHour: [
      'Read one recommendation to your school, and the dossier behind it.',
      'Choose **Name the data lead** for your school.',
      'Look at the questions of the groups in which your staff take part.',
    ],
    most: [
      {
        thing: 'Answer a recommendation',
        how: 'It waits on Your day. Say what your school will do, give your reason, and choose **Give this answer**.',
      },
      {
        thing: 'Say that something is in place',
        how: 'Open the recommendation and say so, with evidence if you have some.',
      },
      { thing: 'Answer a colleague who asks for time', how: 'It waits on Your day.' },
      { thing: 'See what your school promised', how: 'It stands on Your day, beneath what waits for you.' },
      { thing: 'Read what groups found', how: 'Choose **Published work** at the foot of every page.' },
    ],
    never: 'You do not run a group, and do not see what it keeps to itself. That is what makes people honest.',
    pictures: ['recommended', 'write-up'],
  },
  {
    path: 'governor',
    name: 'Governor',
    about: 'You read what groups published or released, and ask good questions about it.',
    can: [
      'read what is published, and what groups have released to governors',
      'take part in data evenings to which you are invited',
      'look up words that you do not know in this help',
    ],
    firstHour: [
      'Read the newest termly report of your network.',
      'Read one write-up, and look at how sure the group says it is.',
      'Look up **effect** and **claim** in the glossary.',
    ],
    most: [
      { thing: 'Read a termly report', how: 'Open **Published work** at the foot of the page.' },
      {
        thing: 'Read a write-up',
        how: 'The box at its head says what was found, how sure the group is, and what speaks most against it.',
      },
      { thing: 'Take something to a meeting', how: 'Take the PDF of it, and print what you need.' },
      { thing: 'Find something again', how: 'Type a word in the search box.' },
      { thing: 'Come to a data evening', how: 'The invitation waits on Your day.' },
    ],
    never: 'You never see a school ranked, nor a number about fewer than five pupils.',
    pictures: ['published', 'write-up'],
  },
  {
    path: 'facilitator',
    name: 'Facilitator or other reader',
    about: 'A group asked you, from outside, to read with it and to ask good questions, until an agreed day.',
    can: [
      `read ${facilitatorsReadAlways}`,
      'read what the group has shared of its stages, evidence and numbers, and the write-up it has submitted',
      'comment, and challenge',
      'see who answered what you asked',
    ],
    firstHour: [
      'Read the question and its four tests.',
      'Open what the group shares with you. It is listed on the group’s page.',
      'Ask one question that begins with how do you know.',
    ],
    most: [
      { thing: 'Read what is new', how: 'It stands on Your day, group by group.' },
      { thing: 'Challenge a claim', how: 'Open it, write what does not convince you, and send it as a challenge.' },
      { thing: 'Read the answer', how: 'It comes to Your day when somebody answers.' },
      { thing: 'Point to published work', how: 'Write it in a comment, with the address or the DOI.' },
      { thing: 'See until when you are there', how: 'Open **Your account**, under what you are here.' },
    ],
    never:
      'You do not see a draft, nor evidence or numbers that the group has not shared, and that is no sign of mistrust.',
    pictures: ['visitor', 'write-up'],
  },
  {
    path: 'partner-and-adviser',
    name: 'Partner or adviser',
    about: 'You work with the network from outside: for a university, a charity, an authority, or several schools.',
    can: [
      'come into circles, projects, visits and groups to which you are invited',
      'read the forum where a leader has invited you',
      'keep the days that you give to the network',
    ],
    firstHour: [
      'Look at Your day. What you are invited to stands there.',
      'Open one project or circle and read what it is for.',
      'Read the newest termly report.',
    ],
    most: [
      { thing: 'Answer an invitation', how: 'It waits on Your day.' },
      { thing: 'Come to a meeting', how: 'Open it, read the papers, and say **I come** or **I cannot come**.' },
      { thing: 'Write what a visit taught you', how: 'Open the visit and choose **Write your notes**.' },
      { thing: 'See how your days are spent', how: 'Open your days from Your day.' },
      { thing: 'Find a date', how: 'Open **Calendar**.' },
    ],
    never: 'Nothing is open to you only because you are a partner: each thing is by invitation, and says by whom.',
    pictures: ['meetings', 'published'],
  },
  {
    path: 'administrator',
    name: 'Administrator',
    about: 'You install the workbench, keep it running and let people in.',
    can: [
      'make networks and invite their first leaders',
      'help people who cannot get in, and disable accounts',
      'see who did what to accounts',
      'back up and restore',
    ],
    firstHour: [
      'Choose **Make a network** and invite whoever leads it.',
      'Make a backup, and try to restore it somewhere else.',
      'Read **Who sees what**, to know what you do not see.',
    ],
    most: [
      {
        thing: 'Let somebody in again',
        how: 'Open **Administration**, find the account, and make a link to a new password.',
      },
      { thing: 'Make a network', how: 'Open **Administration**, then **Make a network**.' },
      { thing: 'Disable an account', how: 'Open the account. It can be enabled again, and nothing is lost.' },
      { thing: 'See what was done', how: 'Open the audit trail in **Administration**.' },
      { thing: 'Give somebody the list of accounts', how: 'Choose **Download this list (CSV)**.' },
    ],
    never: 'You cannot read a group’s evidence because you look after the site.',
    pictures: ['accounts', 'published'],
  },
]
