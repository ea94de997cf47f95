import type { PartnerKind } from '../../networks/tables.js'

export const networks = [
  {
    id: 'hafren',
    name: 'Hafren Learning Network',
    about: 'Eight small primaries along one river, who learn by looking closely at each other’s classrooms.',
  },
  {
    id: 'harbour',
    name: 'Harbour Towns Partnership',
    about: 'Five secondaries around the estuary, very different from each other, who decided to find out together.',
  },
] as const

export type NetworkId = (typeof networks)[number]['id']

export const terms = [
  { network: 'hafren', slug: 'autumn-2025', name: 'Autumn term 2025', startsOn: '2025-09-02', endsOn: '2025-12-19' },
  { network: 'hafren', slug: 'spring-2026', name: 'Spring term 2026', startsOn: '2026-01-05', endsOn: '2026-03-27' },
  { network: 'hafren', slug: 'summer-2026', name: 'Summer term 2026', startsOn: '2026-04-13', endsOn: '2026-07-21' },
  { network: 'hafren', slug: 'autumn-2026', name: 'Autumn term 2026', startsOn: '2026-09-02', endsOn: '2026-12-18' },
  { network: 'harbour', slug: 'summer-2026', name: 'Summer term 2026', startsOn: '2026-04-13', endsOn: '2026-07-21' },
  { network: 'harbour', slug: 'autumn-2026', name: 'Autumn term 2026', startsOn: '2026-09-02', endsOn: '2026-12-18' },
] as const satisfies { network: NetworkId; slug: string; name: string; startsOn: string; endsOn: string }[]

/** Half terms and the holidays within terms; the towns of the estuary have two weeks in autumn. */
export const termBreaks = [
  { term: 'hafren-autumn-2025', name: 'Half term', startsOn: '2025-10-27', endsOn: '2025-10-31' },
  { term: 'hafren-spring-2026', name: 'Half term', startsOn: '2026-02-16', endsOn: '2026-02-20' },
  { term: 'hafren-summer-2026', name: 'Early May bank holiday', startsOn: '2026-05-04', endsOn: '2026-05-04' },
  { term: 'hafren-summer-2026', name: 'Half term', startsOn: '2026-05-25', endsOn: '2026-05-29' },
  { term: 'hafren-autumn-2026', name: 'Half term', startsOn: '2026-10-26', endsOn: '2026-10-30' },
  { term: 'harbour-summer-2026', name: 'Half term', startsOn: '2026-05-25', endsOn: '2026-05-29' },
  { term: 'harbour-autumn-2026', name: 'Half term', startsOn: '2026-10-19', endsOn: '2026-10-30' },
] as const

export const themes = [
  { id: 'language', network: 'hafren', name: 'Talk and reading', about: 'What children say, read and choose.' },
  {
    id: 'world',
    network: 'hafren',
    name: 'Learning from the world',
    about: 'Outdoors, number and the things children can touch.',
  },
  { id: 'memory', network: 'harbour', name: 'What stays learned', about: 'Revision, retrieval and forgetting.' },
] as const satisfies { id: string; network: NetworkId; name: string; about: string }[]

export const partners = [
  {
    id: 'childrens-centre',
    network: 'hafren',
    name: 'Pont-y-felin Children’s Centre',
    kind: 'children’s centre',
    brings:
      'A room by the river with a kitchen, the parents who come on Tuesdays, and what their staff know of the children before they start school.',
    contact: 'Menna Rhydderch, 01632 960131',
    sinceOn: '2025-09-08',
  },
  {
    id: 'education-service',
    network: 'hafren',
    name: 'Hafren Education Service',
    kind: 'local authority',
    brings: 'Gareth’s days, the data the schools would otherwise each pay for, and a minibus when one is free.',
    contact: 'Gareth Ellis-Huws, 01632 960132',
    sinceOn: '2024-09-02',
  },
  {
    id: 'marches-university',
    network: 'hafren',
    name: 'University of the Marches',
    kind: 'university',
    brings: 'Somebody who asks the question we have been avoiding, and a library card for every lead learner.',
    contact: 'Fiona Strand, School of Education',
    sinceOn: '2025-01-13',
  },
  {
    id: 'estuary-science',
    network: 'harbour',
    name: 'Estuary Science Centre',
    kind: 'charity',
    brings: 'Two mornings a term with people who use for a living what the students are meant to remember.',
    contact: 'The schools desk, 01632 960141',
    sinceOn: '2026-04-13',
  },
] as const satisfies {
  id: string
  network: NetworkId
  name: string
  kind: PartnerKind
  brings: string
  contact: string
  sinceOn: string
}[]
