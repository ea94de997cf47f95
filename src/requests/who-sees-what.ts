import { does, may, type Resource } from '../who-sees-what.js'

// A school's data lead, whatever else they are, stands beside its head here: both answer for the data of the school's pupils.
export const whoSeesRequests: Resource[] = [
  {
    resource: 'request about personal data: that there is one, its clock',
    at: ['requests'],
    rights: {
      'network leader': may('R', 'n'),
      headteacher: may('R', 's'),
    },
  },
  {
    resource: 'request about personal data: its words, what was found, its pack',
    at: ['requests'],
    rights: {
      'network leader': may('CRU', 'o', 'there is nobody else'),
      headteacher: may('CRU', 's'),
    },
  },
  {
    resource: 'erasure of a pupil that a colleague asks for',
    at: ['requests'],
    rights: {
      'network leader': does('second', 'n'),
      headteacher: does('second', 's'),
    },
  },
  {
    resource: 'complaint about personal data, and breach',
    at: ['requests'],
    rights: {
      'network leader': may('CRU', 'n'),
      headteacher: may('CRU', 's'),
    },
  },
  {
    resource: 'form to complain about personal data',
    at: ['complaints'],
    rights: {
      'network leader': may('C'),
      'co-leader': may('C'),
      'lead learner': may('C'),
      volunteer: may('C'),
      headteacher: may('C'),
      governor: may('C'),
      facilitator: may('C'),
      partner: may('C'),
      administrator: may('C'),
      public: may('C'),
    },
  },
]
