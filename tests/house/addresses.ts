import type { Express } from 'express'

export interface Address {
  method: string
  path: string
}

interface Layer {
  route?: { path: string | string[]; stack: { method: string }[] }
  handle?: { stack?: Layer[] }
}

/** Every address of the house with its method, read from the routes themselves. */
export function addressesOf(app: Express): Address[] {
  return within((app as unknown as { router: { stack: Layer[] } }).router.stack)
}

function within(layers: Layer[]): Address[] {
  return layers.flatMap(({ route, handle }) => {
    if (!route) return within(handle?.stack ?? [])
    const methods = [...new Set(route.stack.map(one => one.method))]
    return [route.path].flat().flatMap(path => methods.map(method => ({ method, path: String(path) })))
  })
}

/** What an address is about: its first word, and within a group or a network the word that follows. */
export function nounsOf(path: string): string[] {
  const [first = '', , third] = path.split('/').slice(1)
  const inner = ['groups', 'networks'].includes(first) && third && !third.startsWith(':') ? [third] : []
  return [first, ...inner].map(word => word.replace(/\.\w+$|\.:\w+$/, '')).filter(word => word && !word.startsWith(':'))
}
