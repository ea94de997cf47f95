import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { networkHead } from '../../networks/head.js'
import type { Network } from '../../networks/tables.js'
import { keptAsItIs } from '../kinds/kinds.js'
import type { KeptKind } from '../kinds/kind.js'
import type { KeepingPage, PeriodPage } from '../pages.js'
import { maySetPeriods } from '../permissions.js'
import type { FormState } from '../../web/read.js'
import { monthsInWords } from '../words.js'
import { type Period, periodsOf } from './periods.js'

/** How long a network keeps things, in words that one can tell a parent. */
export async function keepingPage(db: Db, person: Reader, network: Network): Promise<KeepingPage> {
  const periods = await periodsOf(db, network.id)
  return {
    title: 'How long we keep things',
    head: networkHead(network, person, 'keeping'),
    network: { id: network.id, name: network.name },
    kinds: periods.map(period => ({
      kind: period.kind.kind,
      name: period.kind.name,
      holds: period.kind.holds,
      howLong: howLongOf(period),
      because: period.chosen && period.months === null ? period.never : period.kind.because,
      erased: period.kind.erased,
    })),
    fixed: keptAsItIs,
    unsaid: periods.filter(period => !period.chosen).length,
    coming: person.works(network.id) ? `/networks/${network.id}/keeping/coming` : null,
    may: { change: maySetPeriods(person, network), end: maySetPeriods(person, network) || person.isAdministrator },
  }
}

function howLongOf({ kind, months, chosen }: Period): string {
  if (!chosen) return `Not said yet (usual: ${monthsInWords(kind.usual)} ${kind.from})`
  return months === null ? 'Never erased by itself' : `${monthsInWords(months)} ${kind.from}`
}

/** The choice of a period. */
export function periodPage(network: Network, person: Reader, kind: KeptKind, form: FormState): PeriodPage {
  const options = kind.offered.map(months => ({
    value: String(months),
    text: `${monthsInWords(months)} ${kind.from}`,
    ...(months === kind.usual ? { hint: 'What is usual here' } : {}),
  }))
  return {
    title: `How long: ${kind.name}`,
    head: networkHead(network, person, 'keeping'),
    address: `/networks/${network.id}/keeping/${kind.kind}`,
    back: `/networks/${network.id}/keeping`,
    name: kind.name,
    holds: kind.holds,
    erased: kind.erased,
    options: [...options, { value: 'never', text: 'Never by itself', hint: 'People may ask why: say it below' }],
    form,
  }
}
