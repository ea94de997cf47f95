import type { Enquiry } from '../enquiries/enquiry.js'

const ways = [
  { path: '/codes', text: 'Codebook' },
  { path: '/coding', text: 'Passages' },
  { path: '/coding/pieces', text: 'By piece' },
  { path: '/coding/schools', text: 'By school' },
  { path: '/coding/kinds', text: 'By kind' },
  { path: '/coding/together', text: 'Together' },
  { path: '/readings', text: 'Blind readings' },
  { path: '/coding/history', text: 'Steps' },
]

/** The ways inside a group's coding (shared/_tabs-nav). */
export function waysOf({ groupId }: Pick<Enquiry, 'groupId'>, here: string) {
  return ways.map(({ path, text }) => {
    const href = `/groups/${groupId}${path}`
    return { href, text, current: href === here }
  })
}
