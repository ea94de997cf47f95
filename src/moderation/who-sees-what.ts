import { may, type Resource } from '../who-sees-what.js'

const asJudge = may('RU', 'i')

export const whoSeesModeration: Resource[] = [
  {
    resource: 'moderation round: its pieces, own judgement, those of others once it is open',
    at: ['moderation'],
    rights: {
      'network leader': asJudge,
      'co-leader': asJudge,
      'lead learner': asJudge,
      volunteer: asJudge,
      headteacher: asJudge,
    },
  },
  {
    resource: 'moderation round in which somebody does not judge: its title, who leads it, asking to be let in',
    at: ['moderation'],
    rights: {
      'network leader': may('CR', 'n'),
      'co-leader': may('CR', 'n'),
      'lead learner': may('CR', 'n'),
      volunteer: may('CR', 'n'),
      headteacher: may('CR', 'n'),
    },
  },
  {
    resource: 'what was agreed about a piece of pupils’ work',
    at: ['moderation'],
    rights: {
      'network leader': may('R', 'n'),
      'co-leader': may('R', 'n'),
      'lead learner': may('R', 'n'),
      volunteer: may('R', 'n'),
      headteacher: may('R', 'n'),
    },
  },
]
