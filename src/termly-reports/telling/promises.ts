import type { Block } from '../../documents/document.js'
import type { Term } from '../../networks/tables.js'
import { adoptions } from '../../recommendations/answers.js'
import { paragraph, text } from '../../documents/making-blocks.js'
import { bullets, tableOf } from './blocks.js'
import { outcomeInWords } from '../arranging/outcomes.js'
import { saidYesBefore } from '../sentences.js'
import type { ReportPromise } from '../tables.js'

/** What the network promised last term and what became of it, and what the schools' heads said yes to before. */
export function promisedBlocks(
  before: Term | undefined,
  promises: ReportPromise[],
  adopted: { adoption: string; schools: number }[],
): Block[] {
  return [...whatBecame(before, promises), ...whatIsAdopted(adopted)]
}

function whatBecame(before: Term | undefined, promises: ReportPromise[]): Block[] {
  if (!before || promises.length === 0) return []
  return [
    tableOf(
      `Promised in the report for ${before.name}`,
      ['What we promised', 'Where it stands', 'What became of it'],
      promises.map(one => [one.promise, outcomeInWords(one.outcome), one.became]),
    ),
  ]
}

function whatIsAdopted(adopted: { adoption: string; schools: number }[]): Block[] {
  const total = adopted.reduce((sum, one) => sum + one.schools, 0)
  if (total === 0) return []
  const states = adoptions.flatMap(({ adoption, said }) => {
    const schools = adopted.find(one => one.adoption === adoption)?.schools ?? 0
    return schools > 0 ? [{ said, schools }] : []
  })
  return [paragraph(saidYesBefore(total, states))]
}

export function promisesBlocks(promises: ReportPromise[]): Block[] {
  return bullets(promises.map(one => text(one.promise)))
}
