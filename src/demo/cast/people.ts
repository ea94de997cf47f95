import type { NetworkRoleName } from '../../people/roles/roles.js'
import type { NetworkId } from './networks.js'

interface CastRole {
  network: NetworkId
  role: NetworkRoleName
  school?: string
  theme?: string
  partner?: string
}

export interface CastPerson {
  id: string
  name: string
  administrator?: true
  roles: CastRole[]
  /** One line for the demo's sign-in page. */
  is: string
}

const staff = (network: NetworkId, school: string): CastRole => ({ network, role: 'staff', school })
const head = (network: NetworkId, school: string): CastRole => ({ network, role: 'headteacher', school })

export const people: CastPerson[] = [
  {
    id: 'nia',
    name: 'Nia Prŷs',
    is: 'network leader, Hafren',
    roles: [{ network: 'hafren', role: 'network leader' }, staff('hafren', 'bryn')],
  },
  {
    id: 'rhian',
    name: 'Rhian Ap Dafydd',
    is: 'network leader, Hafren (second person)',
    roles: [{ network: 'hafren', role: 'network leader' }, staff('hafren', 'coed')],
  },
  {
    id: 'tomasz',
    name: 'Tomasz Wójcik',
    is: 'co-leader, Talk and reading',
    roles: [{ network: 'hafren', role: 'co-leader', theme: 'language', school: 'river' }, staff('hafren', 'river')],
  },
  { id: 'sadia', name: 'Sadia Qureshi', is: 'lead learner, Reading by choice', roles: [staff('hafren', 'st-davids')] },
  { id: 'gwen', name: 'Gwen Llŷr-Hughes', is: 'lead learner, Talk in mathematics', roles: [staff('hafren', 'bryn')] },
  { id: 'sam', name: 'Sam O’Neill', is: 'volunteer, Reading by choice', roles: [staff('hafren', 'weir')] },
  {
    id: 'kasia',
    name: 'Kasia Żółtowska',
    is: 'lead learner, Learning outdoors',
    roles: [staff('hafren', 'upper-marsh')],
  },
  {
    id: 'ifan',
    name: 'Ifan Wyn Rhŷs',
    is: 'lead learner, Marking that children use',
    roles: [staff('hafren', 'coed')],
  },
  { id: 'bilal', name: 'بلال احمد (Bilal Ahmed)', is: 'volunteer in three groups', roles: [staff('hafren', 'river')] },
  { id: 'eleri', name: 'Eleri Gwynne', is: 'lead learner, Two languages at home', roles: [staff('hafren', 'glanwy')] },
  {
    id: 'maeve',
    name: 'Maeve D’Arcy',
    is: 'lead learner, Number sense (took it over)',
    roles: [staff('hafren', 'holly')],
  },
  { id: 'zofia', name: 'Zofia Łukasik', is: 'handed Number sense over; volunteer', roles: [staff('hafren', 'weir')] },
  { id: 'huw', name: 'Huw ap Siôn', is: 'volunteer, teaching assistant', roles: [staff('hafren', 'bryn')] },
  {
    id: 'alys',
    name: 'Alys Tŷ’n-y-coed',
    is: 'volunteer, just invited to nothing yet',
    roles: [staff('hafren', 'coed')],
  },
  { id: 'mair', name: 'Mair Llwyd', is: 'headteacher, Ysgol y Bryn', roles: [head('hafren', 'bryn')] },
  {
    id: 'geraint',
    name: 'Geraint Bowen',
    is: 'headteacher, Ysgol Glan-wŷ',
    roles: [head('hafren', 'glanwy'), staff('hafren', 'glanwy')],
  },
  { id: 'joanna', name: 'Joanna Nowak', is: 'headteacher, St David’s', roles: [head('hafren', 'st-davids')] },
  { id: 'imran', name: 'Imran Siddiqui', is: 'headteacher, Weir Lane', roles: [head('hafren', 'weir')] },
  {
    id: 'carys',
    name: 'Carys Fôn',
    is: 'headteacher, Upper Marsh and Holly Bank',
    roles: [head('hafren', 'upper-marsh'), head('hafren', 'holly')],
  },
  { id: 'owen', name: 'Owen O’Brien', is: 'headteacher, River Road', roles: [head('hafren', 'river')] },
  {
    id: 'dilys',
    name: 'Dilys Prosser',
    is: 'governor, Ysgol y Bryn',
    roles: [{ network: 'hafren', role: 'governor', school: 'bryn' }],
  },
  { id: 'fiona', name: 'Fiona Strand', is: 'facilitator from a university, invited to two groups', roles: [] },
  {
    id: 'menna',
    name: 'Menna Rhydderch',
    is: 'partner, Pont-y-felin Children’s Centre',
    roles: [{ network: 'hafren', role: 'partner', partner: 'childrens-centre' }],
  },
  {
    id: 'gareth',
    name: 'Gareth Ellis-Huws',
    is: 'adviser to the eight schools, Hafren Education Service',
    roles: [{ network: 'hafren', role: 'adviser', partner: 'education-service' }],
  },
  {
    id: 'ruth',
    name: 'Ruth Adeyemi',
    is: 'network leader, Harbour Towns',
    roles: [{ network: 'harbour', role: 'network leader' }, staff('harbour', 'quay')],
  },
  {
    id: 'marek',
    name: 'Marek Šimek',
    is: 'lead learner, Revision that lasts',
    roles: [
      staff('harbour', 'lighthouse'),
      { network: 'harbour', role: 'co-leader', theme: 'memory', school: 'lighthouse' },
    ],
  },
  { id: 'yusra', name: 'Yusra Hassan', is: 'volunteer, Harbour Towns', roles: [staff('harbour', 'dunes')] },
  { id: 'bridie', name: 'Bridie MacCarthy', is: 'headteacher, St Brigid’s', roles: [head('harbour', 'st-brigid')] },
  { id: 'alex', name: 'Alex Thorne', is: 'site administrator', administrator: true, roles: [] },
]

export function emailOf(person: Pick<CastPerson, 'id'>): string {
  return `${person.id}@schools.example`
}
