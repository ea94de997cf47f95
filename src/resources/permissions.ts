import type { Network } from '../networks/tables.js'
import type { Person } from '../people/person.js'
import type { Budget, ColleagueWish, ExpenseClaim, ExpenseKind, OutsideColleague } from './tables.js'

type InNetwork = Pick<Network, 'id'>

/** How money and time are shared is for those who work in the network. */
export function maySeeResources(person: Person, network: InNetwork): boolean {
  return person.works(network.id)
}

/** Funds, what schools give, bids, rates, and what working together costs. */
export function mayKeepMoney(person: Person, network: InNetwork): boolean {
  return person.isNetworkLeaderOf(network.id)
}

/** What a school promised and paid: the network’s leaders, and the head of that school. */
export function mayReadContribution(person: Person, network: InNetwork, schoolId: string): boolean {
  return mayKeepMoney(person, network) || person.answersFor(schoolId)
}

/** Whoever was named for it, the group’s lead learner, the theme’s co-leaders. */
export function holdsBudget(
  person: Person,
  budget: Pick<Budget, 'holderId' | 'ofKind' | 'ofId' | 'networkId'>,
): boolean {
  if (!person.works(budget.networkId)) return false
  if (budget.holderId === person.id) return true
  if (budget.ofId === null) return false
  return (
    (budget.ofKind === 'group' && person.leads(budget.ofId)) ||
    (budget.ofKind === 'theme' && person.isCoLeaderOf(budget.ofId))
  )
}

export function mayReadBudget(person: Person, budget: Budget): boolean {
  return mayKeepMoney(person, { id: budget.networkId }) || holdsBudget(person, budget)
}

/** Somebody claims for what they did from a school where they work. */
export function mayClaim(person: Person, network: InNetwork): boolean {
  return person.schoolsIn(network.id).length > 0
}

/** A claim with what decides who has a say in it. */
export interface ClaimInHand extends ExpenseClaim {
  budget: Budget | null
  /** Whether the school has a head here who is somebody else than whoever claims. */
  hasOtherHead: boolean
}

/** A draft is whoever wrote it’s own. What was sent is read by those who have a say in it. */
export function mayReadClaim(person: Person, claim: Omit<ClaimInHand, 'hasOtherHead'>): boolean {
  if (!person.works(claim.networkId)) return false
  if (claim.personId === person.id) return true
  if (claim.state === 'draft') return false
  return (
    person.isNetworkLeaderOf(claim.networkId) ||
    person.answersFor(claim.schoolId) ||
    (claim.budget !== null && holdsBudget(person, claim.budget))
  )
}

export function mayChangeClaim(person: Person, claim: ExpenseClaim): boolean {
  return claim.personId === person.id && ['draft', 'sent back'].includes(claim.state) && person.works(claim.networkId)
}

/** Whose yes a claim needs: a head lets a colleague go; whoever holds the budget pays. */
export function needsHead(kind: ExpenseKind): boolean {
  return kind === 'release'
}

/** The head of the school; a network leader where there is no other head than whoever claims. Nobody for themselves. */
export function maySayYesAsHead(person: Person, claim: ClaimInHand): boolean {
  if (claim.state !== 'sent' || claim.headYesAt || !needsHead(claim.kind) || claim.personId === person.id) return false
  return person.answersFor(claim.schoolId) || (!claim.hasOtherHead && person.isNetworkLeaderOf(claim.networkId))
}

/** Whoever holds the budget, or a network leader. Nobody for themselves. */
export function maySayYesForBudget(person: Person, claim: ClaimInHand): boolean {
  if (claim.state !== 'sent' || claim.holderYesAt || claim.personId === person.id) return false
  return person.isNetworkLeaderOf(claim.networkId) || (claim.budget !== null && holdsBudget(person, claim.budget))
}

export function mayAnswerClaim(person: Person, claim: ClaimInHand): boolean {
  return maySayYesAsHead(person, claim) || maySayYesForBudget(person, claim)
}

/** More than a budget holds is given by a network leader alone, with the reason. */
export function mayGoOver(person: Person, claim: Pick<ExpenseClaim, 'networkId' | 'personId'>): boolean {
  return person.isNetworkLeaderOf(claim.networkId) && claim.personId !== person.id
}

export function mayPayClaim(person: Person, claim: ExpenseClaim): boolean {
  return claim.state === 'agreed' && person.isNetworkLeaderOf(claim.networkId)
}

/** The colleague themselves. */
export function isTheColleague(person: Person, colleague: OutsideColleague): boolean {
  return colleague.personId === person.id && colleague.endedAt === null
}

/** How much there is in common, what is left and who gave: heads, co-leaders, lead learners, leaders and the colleague. */
export function mayReadPool(person: Person, colleague: OutsideColleague, leadsGroupHere: boolean): boolean {
  const { networkId } = colleague
  return (
    isTheColleague(person, colleague) ||
    person.isNetworkLeaderOf(networkId) ||
    person.isHeadIn(networkId) ||
    person.rolesWith('leads the theme').some(role => role.networkId === networkId) ||
    leadsGroupHere
  )
}

export function mayNameColleague(person: Person, network: InNetwork): boolean {
  return mayKeepMoney(person, network)
}

/** The colleague and the leaders enter what was used, and read all of it; a head reads that of the own school. */
export function mayEnterDays(person: Person, colleague: OutsideColleague): boolean {
  return isTheColleague(person, colleague) || person.isNetworkLeaderOf(colleague.networkId)
}

export function mayReadDaysOf(person: Person, colleague: OutsideColleague, schoolId: string | null): boolean {
  return mayEnterDays(person, colleague) || (schoolId !== null && person.answersFor(schoolId))
}

/** The head of a school wishes for more. */
export function mayWish(person: Person, colleague: OutsideColleague, schoolId: string): boolean {
  return person.answersFor(schoolId) && colleague.endedAt === null
}

export function mayReadWish(person: Person, colleague: OutsideColleague, wish: ColleagueWish): boolean {
  if (!person.works(colleague.networkId)) return false
  return wish.askedBy === person.id || person.isNetworkLeaderOf(colleague.networkId) || person.answersFor(wish.schoolId)
}

/** Network leaders enter what the circle agreed; nobody for the school that they lead. */
export function mayAnswerWish(person: Person, colleague: OutsideColleague, wish: ColleagueWish): boolean {
  return (
    person.isNetworkLeaderOf(colleague.networkId) &&
    wish.answeredAt === null &&
    wish.askedBy !== person.id &&
    !person.answersFor(wish.schoolId)
  )
}

/** Heads, leaders and the outside colleague look together. */
export function mayTakePartInSwot(person: Person, network: InNetwork): boolean {
  return person.isNetworkLeaderOf(network.id) || person.isHeadIn(network.id)
}

export function mayPrepareEvening(person: Person, network: InNetwork): boolean {
  return mayKeepMoney(person, network)
}

/** Those who work in the network, and the governors of the schools that are invited. */
export function mayReadEvening(person: Person, network: InNetwork, schoolIds: string[]): boolean {
  return person.works(network.id) || isInvitedToEvening(person, network, schoolIds)
}

/** A governor of one of the schools: they say whether they come. */
export function isInvitedToEvening(person: Person, network: InNetwork, schoolIds: string[]): boolean {
  return person
    .rolesWith('reads what is released')
    .some(role => role.networkId === network.id && role.schoolId !== null && schoolIds.includes(role.schoolId))
}

/** Names to ring are between heads alone. */
export function mayRing(person: Person, network: InNetwork): boolean {
  return person.isHeadIn(network.id)
}
