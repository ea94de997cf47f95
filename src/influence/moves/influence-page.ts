import type { Request } from 'express'
import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { networkHead } from '../../networks/head.js'
import type { Network, Term } from '../../networks/tables.js'
import { termOn, termsOf } from '../../networks/terms/terms.js'
import type { Move, MovesOf, Span } from '../../networks/year.js'
import { windowOf } from '../../termly-reports/what-happened/window.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import type { InfluencePage } from '../pages.js'
import { arrivalsOf, movesIn } from './moves-in-network.js'
import { pictureOf } from './picture.js'
import { moveInWords } from './telling.js'

const size = 30
const ever: Span = { from: '1950-01-01T00:00:00.000Z', until: '9999-12-31T00:00:00.000Z' }

export async function influencePage(
  db: Db,
  movesOf: MovesOf[],
  person: Reader,
  network: Network,
  req: Request,
): Promise<InfluencePage> {
  const { moves, term, terms, to, arrivals } = await movesAsked(db, movesOf, person, network, req)
  const from = (pageNumber(req) - 1) * size
  const line = (move: Move) => ({ ...move, sentence: moveInWords(move) })
  return {
    title: 'What moved',
    head: networkHead(network, person, 'influence'),
    address: `/networks/${network.id}/influence`,
    term: term?.name ?? null,
    terms: terms.map(one => ({ value: one.slug, text: one.name })),
    chosen: { term: queried(req, 'term'), to },
    destinations: arrivals.map(({ name }) => ({ value: name, text: name })),
    page: pageOf(req, moves.slice(from, from + size).map(line), moves.length, size),
    arrivals: arrivalsOf(moves).map(one => ({ ...one, moves: one.moves.map(line) })),
    picture: pictureOf(moves.slice(0, 60)) ?? null,
  }
}

/** The moves that the address asks for: of the term now unless another, or all of them, is asked for. */
export async function movesAsked(db: Db, movesOf: MovesOf[], person: Reader, network: Network, req: Request) {
  const terms = await termsOf(db, network.id)
  const term = await termAsked(db, network, terms, queried(req, 'term'))
  const all = await movesIn(db, movesOf, person, network, term ? await windowOf(db, term) : ever)
  const to = queried(req, 'to')
  return {
    moves: to ? all.filter(move => move.to.name === to) : all,
    arrivals: arrivalsOf(all),
    term,
    terms,
    to,
  }
}

async function termAsked(db: Db, network: Network, terms: Term[], slug: string): Promise<Term | undefined> {
  if (slug === 'ever') return undefined
  return terms.find(one => one.slug === slug) ?? termOn(db, network.id)
}
