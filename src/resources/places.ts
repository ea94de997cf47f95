import type { PlaceWithin } from './pages.js'
import type { ResourcesOfNetwork } from './finding.js'
import { mayKeepMoney, mayRing, mayTakePartInSwot } from './permissions.js'

/** The places within money and time, as far as this person is led to them; of an outside colleague the two of their work. */
export function placesWithin({ person, network, address }: ResourcesOfNetwork, here: string): PlaceWithin[] {
  const keeps = mayKeepMoney(person, network)
  const works = person.works(network.id)
  const places: [path: string, text: string, open: boolean][] = [
    ['', keeps ? 'Funds and budgets' : 'Money and time', works],
    ['/claims', 'Claims', works],
    ['/bids', 'Bids', keeps],
    ['/together', 'What it costs and brings', keeps],
    ['/colleagues', 'Outside colleague', true],
    ['/swots', 'SWOT together', !works || mayTakePartInSwot(person, network)],
    ['/evenings', 'Data evenings', works],
    ['/ringing', 'Heads to ring', mayRing(person, network)],
  ]
  return places
    .filter(([, , open]) => open)
    .map(([path, text]) => ({ href: address + path, text, current: path === here }))
}
