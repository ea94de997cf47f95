import type { RolePath } from '../../help/roles-of.js'

export interface TourNote {
  heading: string
  text: string
}

export const tourNames = ['day', 'group'] as const

export type TourName = (typeof tourNames)[number]

/** The notes of a first visit, for whatever somebody is here. @param roles as the help names them */
export function notesOf(tour: TourName, roles: RolePath[]): TourNote[] {
  return tour === 'day' ? notesOfDay(roles) : notesOfGroup(roles)
}

const thinksForYou = {
  heading: 'This page thinks of things for you',
  text: 'What waits for you stands here, with a button that leads to it. When nothing waits, you are done.',
}

const everywhere = [
  {
    heading: 'Help is always near',
    text: 'Help at the top tells you about the page that you are on. On a phone it is behind More.',
  },
  {
    heading: 'You can find everything again',
    text: 'Type a word into the search. You find only what you may see, and so does everybody else.',
  },
]

/** What Your day is for somebody in this role. */
const dayOfRole: Partial<Record<RolePath, TourNote>> = {
  volunteer: {
    heading: 'One sentence is enough',
    text: 'In a group, you find a box here for what you notice in class. You choose who sees it, and that can be only you.',
  },
  'lead-learner': {
    heading: 'You lead, and need not chase',
    text: 'What waits for your colleagues stands on their day, not on yours. Yours names what only you can do for the group.',
  },
  'co-leader': {
    heading: 'Your theme and its groups',
    text: 'Write-ups of its groups wait here for your yes. The page of your theme shows where each group is.',
  },
  'network-leader': {
    heading: 'The network’s week is one page',
    text: 'What is due, what comes, and which school has been quiet stand in The week of your network.',
  },
  headteacher: {
    heading: 'Groups ask your school for an answer',
    text: 'A recommendation waits here until you say what your school will do, and why. What you promised stays in sight.',
  },
  governor: {
    heading: 'You read what was found',
    text: 'What groups published, or released to governors, stands on this page. An invitation to a data evening waits here.',
  },
  facilitator: {
    heading: 'You were asked to read and to question',
    text: 'The groups that invited you stand here, with what is new in each. An answer to a challenge of yours comes here.',
  },
  'partner-and-adviser': {
    heading: 'You come in where you are invited',
    text: 'The circles, projects, visits and groups that invited you stand here, and nothing else of the network.',
  },
  administrator: {
    heading: 'You keep the workbench running',
    text: 'What only you can settle waits here, such as a link for somebody who lost their password. What groups write stays theirs.',
  },
}

function notesOfDay(roles: RolePath[]): TourNote[] {
  const mine = [...new Set(roles)].flatMap(role => dayOfRole[role] ?? [])
  return [thinksForYou, ...(mine.length > 0 ? mine : [dayOfRole.volunteer!]), ...everywhere]
}

const groupAtWork = [
  {
    heading: 'The five shapes are the way',
    text: 'Each leads to a stage of the enquiry. You can work in any of them; the filled ones say how far the group is.',
  },
  {
    heading: 'There is always a next step',
    text: 'It stands on this page and names one thing. Nothing is locked if you do something else first.',
  },
  {
    heading: 'Log evidence from every page',
    text: 'The button stays at the top right, and on a phone at the bottom. A note is private until you share it.',
  },
]

const whoeverLeadsIt = {
  heading: 'What only you can do here',
  text: 'You move the group on, or back with a reason. People and settings, behind the people, is where you invite colleagues.',
}

const visitors = [
  {
    heading: 'You see what the group shows you',
    text: 'Its question, its people and what it shared with you. The rest is its own, and that is no sign of mistrust.',
  },
  {
    heading: 'Challenge what does not convince you',
    text: 'Wherever you may say something, Challenge this leads to the box. The group is asked to answer.',
  },
]

function notesOfGroup(roles: RolePath[]): TourNote[] {
  if (!roles.includes('volunteer')) return visitors
  return roles.includes('lead-learner') ? [...groupAtWork, whoeverLeadsIt] : groupAtWork
}
