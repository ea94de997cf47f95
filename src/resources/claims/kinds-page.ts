import type { ResourcesOfNetwork } from '../finding.js'
import type { ClaimKindsPage } from '../pages.js'
import { claimKinds, type ExpenseKind } from '../tables.js'
import { kindSaid } from './in-words.js'

const says: Record<ExpenseKind, string> = {
  release:
    'Half days away from class, for a visit, a meeting or an action. Your head and whoever holds the budget say yes.',
  twilight: 'Hours after school that you gave to a session. Whoever holds the budget says yes.',
  travel: 'Miles in your car, or the fare of a bus or train. Whoever holds the budget says yes.',
  materials: 'What you bought, with its receipt. Whoever holds the budget says yes.',
}

/** What somebody can claim: the first step. @param forHref what it is for, where that is known already */
export function kindsPage({ head, address: at }: ResourcesOfNetwork, forHref: string): ClaimKindsPage {
  const forIt = forHref ? `&for=${encodeURIComponent(forHref)}` : ''
  const kinds = claimKinds.map(kind => ({
    href: `${at}/claims/new?kind=${kind}${forIt}`,
    name: kindSaid[kind],
    says: says[kind],
  }))
  return { title: 'Claim time or money', head, at, kinds }
}
