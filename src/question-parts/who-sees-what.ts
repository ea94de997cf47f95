import { may, type Resource } from '../who-sees-what.js'

export const whoSeesQuestionParts: Resource[] = [
  {
    resource: 'part of a question',
    at: ['question-parts'],
    rights: {
      'network leader': may('R', 'n'),
      'co-leader': may('R', 't'),
      'lead learner': may('CRUD', 'g'),
      volunteer: may('CRUD', 'g'),
      headteacher: may('R', 's'),
      facilitator: may('R', 'i'),
    },
  },
]
