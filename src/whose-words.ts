import type { Db } from './database.js'
import type { GroupOf, WhoseWords } from './keys/whose-words.js'

type OwnedByGroup =
  | 'evidence'
  | 'claims'
  | 'actions'
  | 'recommendations'
  | 'codes'
  | 'memos'
  | 'blindReadings'
  | 'instruments'
  | 'questionnaires'
  | 'writeUps'
  | 'measures'
  | 'comments'
  | 'publishedReferences'

const ofTable =
  (table: OwnedByGroup): GroupOf =>
  async (db, id) =>
    (await db.selectFrom(table).select('groupId').where('id', '=', id).executeTakeFirst())?.groupId

/** The first word of an address, and whose group the thing after it belongs to. */
const owners: Record<string, GroupOf> = {
  groups: (_db, id) => Promise.resolve(id),
  evidence: ofTable('evidence'),
  claims: ofTable('claims'),
  actions: ofTable('actions'),
  recommendations: ofTable('recommendations'),
  codes: ofTable('codes'),
  memos: ofTable('memos'),
  readings: ofTable('blindReadings'),
  instruments: ofTable('instruments'),
  questionnaires: ofTable('questionnaires'),
  fillings: ofFilling,
  'write-ups': ofTable('writeUps'),
  'write-up-parts': ofPart,
  measures: ofTable('measures'),
  comments: ofTable('comments'),
  texts: ofText,
  references: (db, id, rest) =>
    rest[0] === 'stances' ? ofTable('publishedReferences')(db, id, rest) : Promise.resolve(undefined),
}

/** The first words of the addresses at which names are noticed while they are typed. */
export const typedUnder = [...Object.keys(owners), 'networks', 'captures', 'log']

const namesBelong =
  /^\/groups\/[^/]+\/(?:keys|pseudonyms|facilitators|knowledge|published-knowledge|people|join-link|measures)(?:\/|$)|^\/evidence\/[^/]+\/names$/

/** Whose words are typed at each address of the house. A room whose words are a group's is added here. */
export const whoseWords: WhoseWords = async (db, address, fields) => {
  if (namesBelong.test(address)) return undefined
  const [first = '', id = '', ...rest] = address.split('/').slice(1).map(decoded)
  if (first === 'networks') return rest[0] === 'reports' ? { groupId: null, networkId: id } : undefined
  if (first === 'texts' && id === 'termly-report') return ofNetworkText(db, rest[0] ?? '')
  const chosen = typeof fields.group === 'string' ? fields.group : ''
  const groupId = id === '' || first === 'captures' || first === 'log' ? chosen : await owners[first]?.(db, id, rest)
  const row = groupId
    ? await db.selectFrom('groups').select(['id', 'networkId']).where('id', '=', groupId).executeTakeFirst()
    : undefined
  return row && { groupId: row.id, networkId: row.networkId }
}

async function ofFilling(db: Db, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('fillings').select('instrumentId').where('id', '=', id).executeTakeFirst()
  return row && ofTable('instruments')(db, row.instrumentId, [])
}

async function ofPart(db: Db, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('writeUpParts')
    .innerJoin('writeUps', 'writeUps.id', 'writeUpParts.writeUpId')
    .select('writeUps.groupId')
    .where('writeUpParts.id', '=', id)
    .executeTakeFirst()
  return row?.groupId
}

/** `/texts/<kind>/<owner>/<field>`: the owner is a cycle, a card, a part, or a group and its term. */
async function ofText(db: Db, kind: string, [owner = '']: string[]): Promise<string | undefined> {
  if (kind === 'stage') return ofCycle(db, owner)
  if (kind === 'write-up-part') return ofPart(db, owner)
  if (owner.includes('~')) return owner.split('~')[0]
  const card = await db.selectFrom('contextCards').select('enquiryId').where('id', '=', owner).executeTakeFirst()
  return card && ofCycle(db, card.enquiryId)
}

async function ofCycle(db: Db, id: string): Promise<string | undefined> {
  return (await db.selectFrom('enquiries').select('groupId').where('id', '=', id).executeTakeFirst())?.groupId
}

async function ofNetworkText(db: Db, termId: string) {
  const term = await db.selectFrom('terms').select('networkId').where('id', '=', termId).executeTakeFirst()
  return term && { groupId: null, networkId: term.networkId }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
