import type { RequestHandler } from 'express'
import { inOne } from '../../database.js'
import { chosenBy } from '../../names/names.js'
import type { Reader } from '../../names/reader.js'
import type { Instead } from '../../texts/instead.js'
import { insteadOfNames } from '../../texts/instead-of-names.js'
import type { Leaving, WayOut } from '../../texts/ways-out.js'
import { show } from '../../web/show.js'
import { around, insteadOf, mayLetBe, placeTypedIn, somebody } from './names-typed.js'
import { namesAround, type Noticed, noticedAmong } from '../noticing.js'
import '../pages.js'
import type { DbAndKeys } from '../store.js'

interface InText {
  words: string
  one: Noticed
}

/**
 * Before words leave their group, names that look like pupils' are noticed in them, and nothing is shared until each is
 * written as a code or somebody said that it is no pupil. Unlike a form that is saved, this is shared by nobody as it is.
 * Stands before the routes of every room.
 */
export function noticeBeforeLeaving(house: DbAndKeys, waysOut: WayOut[]): RequestHandler {
  const ways = waysOut.map(way => ({ ...way, pattern: patternOf(way.at) }))
  return async (req, res, next) => {
    const person = res.locals.person
    const way = req.method === 'POST' && person ? ways.find(one => one.pattern.test(req.path)) : undefined
    if (!way || !person) return next()
    const body = (req.body ?? {}) as Record<string, unknown>
    const answer = body['names-out']
    delete body['names-out']
    const { cycle } = req.query
    const at = { ...way.pattern.exec(req.path)?.groups, ...(typeof cycle === 'string' && { cycle }) }
    const leaving = await way.leaving(house.db, person, at, body)
    if (!leaving) return next()

    const found = await namesLeaving(house, person, leaving, placeTypedIn(req.path))
    if (found.length === 0) return next()
    if (answer === 'code' && leaving.reword) {
      await inOne(house.db, trx => leaving.reword!(trx, changesFor(found.map(({ one }) => one))))
      return next()
    }
    const each = new Map(found.toReversed().map(name => [name.one.words, name]))
    show(res.status(422), 'keys/noticed', {
      title: each.size === 1 ? 'This may name a pupil' : 'These may name pupils',
      address: req.originalUrl,
      names: [...each.values()].map(({ words, one }) => ({
        words: one.words,
        instead: insteadOf(words, one),
        around: around(words, one),
      })),
      fields: Object.entries(body).flatMap(([name, value]) =>
        [value].flat().flatMap(one => (typeof one === 'string' ? [{ name, value: one }] : [])),
      ),
      may: { letBe: mayLetBe(person, leaving) },
      leaves: { page: leaving.page, reworded: leaving.reword !== undefined },
    })
  }
}

/**
 * What looks like a pupil's name in these words, where nobody has said that it is none. Whoever goes by a pseudonym outside the
 * group is named to nobody there.
 */
export async function namesLeaving(
  house: DbAndKeys,
  person: Reader,
  leaving: Pick<Leaving, 'groupId' | 'networkId' | 'texts'>,
  ...places: string[]
): Promise<InText[]> {
  const here = await namesAround(house, leaving, person)
  const { read } = await chosenBy(house.db, leaving.groupId)
  const found: InText[] = []
  for (const { words, place } of leaving.texts)
    for (const one of await noticedAmong(here, words, [place, ...places]))
      if (read(one.words) === one.words) found.push({ words, one })
  return found
}

/** Writes these names as their codes, or as "a pupil", wherever they stand. */
export function changesFor(names: Pick<Noticed, 'words' | 'code'>[]): (words: string) => Instead[] {
  return insteadOfNames(new Map(names.map(one => [one.words, one.code ?? somebody])))
}

function patternOf(address: string): RegExp {
  return new RegExp(`^${address.replace(/:([a-z]+)/g, '(?<$1>[^/]+)')}$`)
}
