import { may, read, type Resource } from '../who-sees-what.js'

const ifInIt = may('CRU', 'n', 'in the circle')
const whatIsSaid = may('R', 'n', 'present or in the circle')

export const whoSeesMeetings: Resource[] = [
  {
    resource: 'circle, its meetings, agenda, agreed minutes, decisions',
    at: ['meetings', 'circles', 'decisions', 'meeting-actions'],
    rights: {
      'network leader': [...may('R', 'n'), ...ifInIt],
      'co-leader': [...may('R', 'n'), ...ifInIt],
      'lead learner': [...read, ...ifInIt],
      volunteer: [...read, ...ifInIt],
      headteacher: [...may('R', 'n'), ...ifInIt],
      governor: may('R', null, 'invited'),
      facilitator: may('R', null, 'invited'),
      partner: may('R', null, 'invited'),
    },
  },
  {
    resource: 'confidential item, or minutes not yet agreed',
    at: ['meetings'],
    rights: {
      'network leader': whatIsSaid,
      'co-leader': whatIsSaid,
      'lead learner': whatIsSaid,
      volunteer: whatIsSaid,
      headteacher: whatIsSaid,
      facilitator: may('R', null, 'present'),
      partner: may('R', null, 'present'),
    },
  },
  {
    resource: 'a group’s own meetings',
    at: ['meetings'],
    rights: {
      'lead learner': may('CRU', 'g'),
      volunteer: may('CRU', 'g'),
      facilitator: may('R', 'i'),
    },
  },
]
