export { claims, type DemoClaim } from './claims.js'
export { adviser, evenings, swots, toRing } from './colleague.js'
export { harbour } from './harbour.js'
export { bids, carriedOn, grant, schoolsPutIn } from './money.js'
