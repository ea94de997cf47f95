import { findAction } from '../../actions/actions.js'
import type { Db } from '../../database.js'
import { findEnquiry } from '../../enquiries/enquiry.js'
import { NotFound } from '../../errors.js'
import { findMeeting } from '../../meetings/meetings.js'
import type { Reader } from '../../names/reader.js'
import type { ForKind } from '../tables.js'

export interface ForWhat {
  forKind: ForKind | null
  forId: string | null
  forHref: string
}

export const forNothingHere: ForWhat = { forKind: null, forId: null, forHref: '' }

const inNetwork: Record<string, ForKind> = {
  themes: 'theme',
  projects: 'project',
  visits: 'visit',
  conferences: 'session',
}

/** Things whose address does not begin with their network. */
const ofTheirOwn: Record<string, ForKind> = { actions: 'action', groups: 'group', meetings: 'meeting' }

/** What stands at an address, as far as the address itself says it. */
export function placeAt(typed: string): { kind: ForKind; id: string; networkId?: string; href: string } | undefined {
  const path = pathOf(typed)
  const own = /^\/(actions|groups|meetings)\/([\w-]+)/.exec(path)
  if (own) return { kind: ofTheirOwn[own[1]!]!, id: own[2]!, href: own[0] }
  const evening = /^\/networks\/([\w-]+)\/resources\/evenings\/([\w-]+)/.exec(path)
  if (evening) return { kind: 'evening', networkId: evening[1]!, id: evening[2]!, href: evening[0] }
  const within = /^\/networks\/([\w-]+)\/(themes|projects|visits|conferences)\/([\w-]+)/.exec(path)
  // What two colleagues keep to themselves is named by no claim.
  return within && within[3] !== 'supporting'
    ? { kind: inNetwork[within[2]!]!, networkId: within[1]!, id: within[3]!, href: within[0] }
    : undefined
}

/** `http://host/actions/a1?x#y` → `/actions/a1` */
function pathOf(typed: string): string {
  return typed
    .trim()
    .replace(/^https?:\/\/[^/]{1,200}/i, '')
    .replace(/[?#].*$/, '')
}

/**
 * What a claim is for, by the address that somebody pasted. An action, a group or a meeting has to be one that they may open.
 * @returns undefined where the address is none of this network
 */
export async function forWhatAt(
  db: Db,
  person: Reader,
  networkId: string,
  typed: string,
): Promise<ForWhat | undefined> {
  if (typed.trim() === '') return forNothingHere
  const place = placeAt(typed)
  if (!place) return undefined
  const where = place.networkId ?? (await networkOf(db, person, place))
  if (where !== networkId || !(await isThere(db, networkId, place))) return undefined
  return { forKind: place.kind, forId: place.id, forHref: place.href }
}

const tables = { theme: 'themes', project: 'projects', visit: 'visits', session: 'conferences' } as const

/** Whether the network has it; what stands at an address of its own was found by whoever claims. */
async function isThere(db: Db, networkId: string, { kind, id }: { kind: ForKind; id: string }): Promise<boolean> {
  if (!(kind in tables)) return true
  const row = await db
    .selectFrom(tables[kind as keyof typeof tables])
    .select('id')
    .where('id', '=', id)
    .where('networkId', '=', networkId)
    .executeTakeFirst()
  return row !== undefined
}

async function networkOf(db: Db, person: Reader, { kind, id }: { kind: ForKind; id: string }) {
  try {
    if (kind === 'group') return (await findEnquiry(db, person, id)).networkId
    if (kind === 'meeting') return (await findMeeting(db, person, id)).meeting.networkId
    return (await findAction(db, person, id)).enquiry.networkId
  } catch (error) {
    if (error instanceof NotFound) return undefined
    throw error
  }
}

/** What stands there, in a word: for the link on a claim. */
export const placeSaid: Record<ForKind, string> = {
  action: 'The action',
  group: 'The enquiry group',
  meeting: 'The meeting',
  theme: 'The theme',
  project: 'The project',
  visit: 'The visit',
  session: 'The conference',
  evening: 'The data evening',
}
