import { kindNamed, kinds } from '../../evidence/kinds.js'
import { byName, listed } from '../../words/words.js'
import type { CodeInBook } from '../codebook/book.js'
import { narrowedCodings } from '../passages/codings.js'
import type { Counting } from './cross-tables.js'

import { schoolsOfPieces } from '../passages/passage-lines.js'

/** A piece with the codes that it carries, and how often each. */
export interface CodedPiece {
  href: string
  number: string
  title: string
  kind: string
  schools: string
  gatheredOn: string
  codes: (CodeInBook & { times: number })[]
}

/** How many codings the person may read, as they are narrowed. */
export async function countPassages({ db, person, enquiry, filters }: Counting): Promise<number> {
  const { count } = await narrowedCodings(db, person, enquiry, filters)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * The pieces that carry codes, by their numbers, each with how often it carries which.
 * @param page so many after so many; left out for all of them
 */
export async function codedPieces(
  counting: Counting,
  page?: { size: number; number: number },
): Promise<{ pieces: CodedPiece[]; total: number }> {
  const { db, person, enquiry, book, filters } = counting
  const coded = () => narrowedCodings(db, person, enquiry, filters)
  const { total } = await coded()
    .select(eb => eb.fn.count<number>('evidence.id').distinct().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await coded()
    .select(['evidence.id', 'evidence.number', 'evidence.title', 'evidence.kind', 'evidence.gatheredOn'])
    .distinct()
    .orderBy('evidence.number')
    .$if(page !== undefined, query => query.limit(page!.size).offset((page!.number - 1) * page!.size))
    .execute()
  const counts =
    rows.length === 0
      ? []
      : await coded()
          .where('evidence.number', '>=', rows[0]!.number)
          .where('evidence.number', '<=', rows.at(-1)!.number)
          .select(['codings.evidenceId', 'codings.codeId', eb => eb.fn.countAll<number>().as('times')])
          .groupBy(['codings.evidenceId', 'codings.codeId'])
          .execute()
  const times = new Map(counts.map(one => [`${one.evidenceId} ${one.codeId}`, Number(one.times)]))
  const schools = await schoolsOfPieces(
    db,
    rows.map(row => row.id),
  )
  const { read } = await person.namesIn(db, enquiry.groupId)
  const pieces = read(rows).map(({ id, number, title, kind, gatheredOn }) => ({
    href: `/evidence/${id}/coding`,
    number: `E${number}`,
    ...{ title, gatheredOn },
    kind: kindNamed(kind),
    schools: listed((schools.get(id) ?? []).map(school => school.name)),
    codes: book.flatMap(code => {
      const count = times.get(`${id} ${code.id}`)
      return count === undefined ? [] : [{ ...code, times: count }]
    }),
  }))
  return { pieces, total: Number(total) }
}

/** The schools, kinds and people that occur among the codings of a group: only these can be chosen, so that a filter tells nothing that the list does not. */
export async function whatOccurs({ db, person, enquiry }: Pick<Counting, 'db' | 'person' | 'enquiry'>) {
  const coded = () => narrowedCodings(db, person, enquiry)
  const schools = await coded()
    .innerJoin('evidenceSchools', 'evidenceSchools.evidenceId', 'evidence.id')
    .innerJoin('schools', 'schools.id', 'evidenceSchools.schoolId')
    .select(['schools.id', 'schools.name'])
    .distinct()
    .execute()
  const used = new Set((await coded().select('evidence.kind').distinct().execute()).map(row => row.kind))
  const people = await coded().select(['people.id', 'people.name']).distinct().execute()
  return {
    schools: schools.sort(byName),
    kinds: kinds.filter(one => used.has(one.key)),
    people: people.sort(byName),
  }
}
