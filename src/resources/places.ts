import type { PlaceWithin } from './pages.js'
import type { ResourcesOfNetwork } from './finding.js'
import { mayKeepMoney, mayRing, mayTakePartInSwot } from './permissions.js'

/** The places within money and time, as far as this person is led to them. */
export function placesWithin({ person, network, address }: ResourcesOfNetwork, here: string): PlaceWithin[] {
  const keeps = mayKeepMoney(person, network)
  const places: [path: string, text: string, open: boolean][] = [
    ['', keeps ? 'Funds and budgets' : 'Money and time', true],
    ['/claims', 'Claims', true],
    ['/bids', 'Bids', keeps],
    ['/together', 'What it costs and brings', keeps],
    ['/colleagues', 'Outside colleague', true],
    ['/swots', 'SWOT together', mayTakePartInSwot(person, network)],
    ['/evenings', 'Data evenings', true],
    ['/ringing', 'Heads to ring', mayRing(person, network)],
  ]
  return places
    .filter(([, , open]) => open)
    .map(([path, text]) => ({ href: address + path, text, current: path === here }))
}
