import { does, may, read, type Resource } from '../who-sees-what.js'

export const whoSeesPublished: Resource[] = [
  {
    resource: 'published work',
    at: ['published', 'sitemap', 'robots'],
    rights: {
      'network leader': [...may('RA', 'n'), ...does('edition', 'n')],
      'co-leader': [...read, ...does('second', 't')],
      'lead learner': read,
      volunteer: read,
      headteacher: read,
      governor: read,
      facilitator: read,
      administrator: [...read, ...does('take down')],
      public: read,
    },
  },
  {
    resource: 'anonymous copy of published work',
    at: ['published'],
    rights: {
      'network leader': may('CR', 'n'),
      'lead learner': may('CR', 'g'),
      volunteer: may('CR', 'g'),
    },
  },
]
