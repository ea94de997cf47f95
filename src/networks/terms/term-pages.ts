import type { Db } from '../../database.js'
import type { Person } from '../../people/person.js'
import type { FormState } from '../../web/read.js'
import { networkHead } from '../head.js'
import { hasLeader } from '../networks.js'
import type { TermEditPage, TermsPage } from '../pages.js'
import { mayPrepare } from '../permissions.js'
import type { Network, Term } from '../tables.js'
import { termOn, termsOf } from './terms.js'

/** The terms of a network, with the one that is now. @param form of a term that is added */
export async function termsPage(db: Db, person: Person, network: Network, form: FormState): Promise<TermsPage> {
  const current = await termOn(db, network.id)
  const terms = await termsOf(db, network.id)
  return {
    title: 'Terms',
    head: networkHead(network, person, 'terms'),
    network,
    terms: terms.map(term => ({ ...term, now: term.id === current?.id })),
    form,
    may: { change: mayPrepare(person, network, await hasLeader(db, network)) },
  }
}

/** A term's name and dates in a form. */
export function termEditPage(person: Person, network: Network, term: Term, form: FormState): TermEditPage {
  return { title: term.name, head: networkHead(network, person, 'terms'), network, term, form }
}
