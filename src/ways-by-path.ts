import { type RequestHandler, Router } from 'express'

/** What Express keeps of a route, or of a handler of all addresses beneath one. */
interface Way {
  rawPath: string | string[]
  route?: unknown
  handle: { stack?: Way[] }
}

/**
 * Some hundreds of routes would be asked in their order whether an address is theirs. Here those that cannot be meant are left
 * out beforehand, by what stands literally in an address: its first and third part, and how many it has. Which of the rest is
 * the first to answer is still Express’s own word.
 */
export function waysByPath(rooms: RequestHandler[]): RequestHandler {
  const all = Router()
  all.use(...rooms)
  const ways = flat(all as unknown as Way['handle'])
  const spelt = ways.flatMap(way => spellingsOf(way))
  const words = [0, 2].map(place => new Set(spelt.flatMap(parts => parts[place] ?? [])))
  const longest = Math.max(...spelt.map(parts => parts.length))
  const found = new Map<string, Router>()
  const handle: RequestHandler = (req, res, next) => {
    const parts = partsOf(req.path).slice(0, longest + 1)
    const [first, third] = [0, 2].map((place, at) => (words[at]!.has(parts[place] ?? '') ? parts[place]! : anything))
    const shape = `${parts.length}/${first}/${third}`
    let known = found.get(shape)
    if (!known) {
      const meant = ways.filter(way => spellingsOf(way).some(one => mayMean(one, parts, !way.route)))
      if (meant.length === 0) return next()
      found.set(shape, (known = only(meant)))
    }
    known(req, res, next)
  }
  // As with a router, what is beneath can be looked through.
  return Object.assign(handle, { stack: ways })
}

const anything = '*'

/** Routers within routers as one row, in the same order. */
function flat({ stack = [] }: Way['handle']): Way[] {
  return stack.flatMap(way => (!way.route && way.rawPath === '/' && way.handle.stack ? flat(way.handle) : [way]))
}

function only(ways: Way[]): Router {
  const router = Router()
  const { stack } = router as unknown as Required<Way['handle']>
  stack.push(...ways)
  return router
}

function spellingsOf({ rawPath }: Way): string[][] {
  return [rawPath].flat().map(partsOf)
}

/** @param beneath also every address beneath it */
function mayMean(wanted: string[], parts: string[], beneath: boolean): boolean {
  // What stands for several parts, or for none, may always be meant.
  if (wanted.some(one => /[*{]/.test(one))) return true
  if (beneath ? wanted.length > parts.length : wanted.length !== parts.length) return false
  return [0, 2].every(place => {
    const one = wanted[place]
    return one === undefined || one.includes(':') || one === parts[place]
  })
}

/** Express does not mind the case of an address, nor a stroke at its end. */
function partsOf(path: string): string[] {
  const parts = path.toLowerCase().split('/')
  return parts.slice(1, parts.at(-1) === '' ? -1 : undefined)
}
