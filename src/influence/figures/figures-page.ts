import type { Db } from '../../database.js'
import { namesOutside } from '../../names/names.js'
import type { Reader } from '../../names/reader.js'
import { networkHead } from '../../networks/head.js'
import type { Network, Term } from '../../networks/tables.js'
import { termsOf } from '../../networks/terms/terms.js'
import { byName } from '../../words/words.js'
import type { FiguresPage } from '../pages.js'
import { communityFigure, type SchoolReading } from './community.js'

const termsShown = 6

/** What all schools of a network come to together, measure by measure and term by term. */
export async function figuresPage(db: Db, person: Reader, network: Network): Promise<FiguresPage> {
  const terms = (await termsOf(db, network.id)).slice(0, termsShown).reverse()
  const readings = await readingsIn(db, network)
  return {
    title: 'The community’s figures',
    head: networkHead(network, person, 'figures'),
    terms: terms.map(term => term.name),
    measures: measuresIn(readings)
      .map(({ name, of }) => ({
        name,
        figures: terms.map(term => communityFigure(of.filter(one => falls(one, term)))),
      }))
      .filter(({ figures }) => figures.some(one => one.schools > 1)),
  }
}

function measuresIn(readings: SchoolReading[]): { name: string; of: SchoolReading[] }[] {
  const measures = new Map<string, SchoolReading[]>()
  for (const one of readings) measures.set(one.measure, [...(measures.get(one.measure) ?? []), one])
  return [...measures.values()].map(of => ({ name: of[0]!.name, of })).sort(byName)
}

function falls({ measuredOn }: SchoolReading, { startsOn, endsOn }: Term): boolean {
  return measuredOn >= startsOn && measuredOn <= endsOn
}

/** Every reading that says how many pupils stand behind it; the others are seen in no figure outside their group. */
async function readingsIn(db: Db, network: Network): Promise<SchoolReading[]> {
  const rows = await db
    .selectFrom('readings')
    .innerJoin('measures', 'measures.id', 'readings.measureId')
    .innerJoin('groups', 'groups.id', 'measures.groupId')
    .leftJoin('measureShares', join =>
      join
        .onRef('measureShares.measureId', '=', 'measures.id')
        .onRef('measureShares.schoolId', '=', 'readings.schoolId'),
    )
    .select(['measures.folded as measure', 'measures.name', 'measures.counts', 'measures.groupId'])
    .select(['readings.schoolId', 'readings.measuredOn', 'readings.value', 'readings.pupils', 'measureShares.sharedAt'])
    .where('groups.networkId', '=', network.id)
    .where('readings.comparisonId', 'is', null)
    .where('readings.value', 'is not', null)
    .where('readings.pupils', 'is not', null)
    .execute()
  const outside = namesOutside()
  return Promise.all(
    rows.map(async ({ sharedAt, value, pupils, ...row }) => {
      const { read } = await outside.namesIn(db, row.groupId)
      return { ...read(row), value: value!, pupils: pupils!, shared: sharedAt !== null }
    }),
  )
}
