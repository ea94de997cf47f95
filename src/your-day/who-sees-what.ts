import { may, type Resource } from '../who-sees-what.js'

export const whoSeesTheWeek: Resource[] = [
  { resource: 'the network’s week', at: ['week'], rights: { 'network leader': may('R', 'n') } },
]
