import type { Db } from '../../database.js'
import type { Person } from '../../people/person.js'
import { today } from '../../web/now.js'
import type { FormState } from '../../web/read.js'
import { networkHead } from '../head.js'
import { hasLeader } from '../networks.js'
import type { TermEditPage, TermsPage } from '../pages.js'
import { mayPrepare } from '../permissions.js'
import type { Network, Term } from '../tables.js'
import { fieldsOfBreaks } from './break-rows.js'
import { breaksIn } from './breaks.js'
import { spanInWords } from './school-days.js'
import { type TermDates, termOn, termsOf } from './terms.js'

/** The terms of a network, with the one that is now. @param form of a term that is added */
export async function termsPage(db: Db, person: Person, network: Network, form: FormState): Promise<TermsPage> {
  const current = await termOn(db, network.id)
  const terms = await termsOf(db, network.id)
  const breaks = await breaksIn(
    db,
    terms.map(term => term.id),
  )
  return {
    title: 'Terms',
    head: networkHead(network, person, 'terms'),
    network,
    terms: terms.map(term => ({
      ...term,
      now: term.id === current?.id && term.endsOn >= today(),
      holidays: breaks.filter(one => one.termId === term.id).map(spanInWords),
    })),
    form,
    may: { change: mayPrepare(person, network, await hasLeader(db, network)) },
  }
}

/** A term's name and dates in a form. */
export function termEditPage(person: Person, network: Network, term: Term, form: FormState): TermEditPage {
  return { title: term.name, head: networkHead(network, person, 'terms'), network, term, form }
}

/** A term, with the holidays within it, as the fields of its form. */
export function termFields(term: TermDates | undefined): Record<string, string> {
  if (!term) return {}
  const { name, startsOn, endsOn, breaks } = term
  return { name, startsOn, endsOn, ...fieldsOfBreaks(breaks) }
}
