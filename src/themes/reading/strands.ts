import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { bookOf } from '../../coding/codebook/book.js'
import type { Theme } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { folded } from '../../words/folded.js'
import { byName } from '../../words/words.js'
import { ofTheme } from '../describing/describing.js'
import type { ThemeStrand } from '../tables.js'

/** The words under which a theme reads its groups side by side, by name. */
export async function strandsOf(db: Db, themeId: string): Promise<ThemeStrand[]> {
  const rows = await db
    .selectFrom('themeStrands')
    .selectAll()
    .where('themeId', '=', themeId)
    .where('removedAt', 'is', null)
    .execute()
  return rows.sort((one, other) => byName({ name: one.strand }, { name: other.strand }))
}

/** @throws NotFound */
export async function findStrand(db: Db, theme: Theme, id: string): Promise<ThemeStrand> {
  const found = (await strandsOf(db, theme.id)).find(one => one.id === id)
  if (!found) throw new NotFound('word')
  return found
}

export async function addStrand(trx: Trx, theme: Theme, by: Person, strand: string): Promise<void> {
  if ((await strandsOf(trx, theme.id)).some(one => folded(one.strand) === folded(strand)))
    throw new Conflict(`The theme is read by “${strand}” already.`)
  await trx
    .insertInto('themeStrands')
    .values({ id: newId(), themeId: theme.id, strand, addedAt: now(), addedBy: by.id, removedAt: null })
    .execute()
}

export async function removeStrand(trx: Trx, strand: ThemeStrand): Promise<void> {
  await trx.updateTable('themeStrands').set({ removedAt: now() }).where('id', '=', strand.id).execute()
}

/** What a co-leader has put under these strands or taken out of them by hand. */
export async function placedIn(db: Db, strandIds: string[]) {
  if (strandIds.length === 0) return []
  return db.selectFrom('themeStrandClaims').selectAll().where('strandId', 'in', strandIds).execute()
}

/** Puts a claim under a strand, or takes it out, whatever its words say. */
export async function placeClaim(
  trx: Trx,
  strand: ThemeStrand,
  claimId: string,
  by: Person,
  belongs: 'yes' | 'no',
): Promise<void> {
  const said = { belongs, saidAt: now(), saidBy: by.id }
  await trx
    .insertInto('themeStrandClaims')
    .values({ strandId: strand.id, claimId, ...said })
    .onConflict(same => same.columns(['strandId', 'claimId']).doUpdateSet(said))
    .execute()
}

/** A code that a group has shared with its theme, and the claims that lean on words with this code. */
export interface SharedCode {
  codeId: string
  groupId: string
  name: string
}

/** The codes that the groups of a theme have shared with it, as long as the group asks about the theme. */
export async function sharedCodesOf(db: Db, themeId: string): Promise<SharedCode[]> {
  return db
    .selectFrom('themeCodes')
    .innerJoin('codes', 'codes.id', 'themeCodes.codeId')
    .innerJoin('groups', 'groups.id', 'themeCodes.groupId')
    .select(['themeCodes.codeId', 'themeCodes.groupId', 'codes.name'])
    .where('themeCodes.themeId', '=', themeId)
    .where('groups.themeId', '=', themeId)
    .where('codes.removedAt', 'is', null)
    .where('codes.mergedInto', 'is', null)
    .execute()
}

/** Which of these claims lean on words that carry one of these codes; blind readings do not count. */
export async function claimsWithCodes(
  db: Db,
  claimIds: string[],
  codeIds: string[],
): Promise<{ claimId: string; codeId: string }[]> {
  if (claimIds.length === 0 || codeIds.length === 0) return []
  return db
    .selectFrom('claimPassages')
    .innerJoin('codings', 'codings.passageId', 'claimPassages.passageId')
    .innerJoin('passages', 'passages.id', 'claimPassages.passageId')
    .select(['claimPassages.claimId', 'codings.codeId'])
    .distinct()
    .where('claimPassages.claimId', 'in', claimIds)
    .where('codings.codeId', 'in', codeIds)
    .where('codings.removedAt', 'is', null)
    .where('codings.readingId', 'is', null)
    .where('passages.removedAt', 'is', null)
    .execute()
}

/** A group’s codes, each with whether its theme is read by it. */
export async function codesToShare(db: Db, theme: Theme, enquiry: Enquiry) {
  const shared = new Set((await sharedCodesOf(db, theme.id)).map(one => one.codeId))
  return (await bookOf(db, enquiry))
    .filter(code => code.retiredAt === null)
    .map(({ id, path }) => ({ value: id, text: path, shared: shared.has(id) }))
}

/** A group says which of its codes the theme is read by; the names of these codes leave the group, and nothing else. */
export async function shareCodes(
  trx: Trx,
  theme: Theme,
  enquiry: Enquiry,
  by: Person,
  codeIds: string[],
): Promise<void> {
  const known = new Set((await codesToShare(trx, theme, enquiry)).map(one => one.value))
  await trx.deleteFrom('themeCodes').where('themeId', '=', theme.id).where('groupId', '=', enquiry.groupId).execute()
  const chosen = codeIds.filter(id => known.has(id))
  if (chosen.length > 0)
    await trx
      .insertInto('themeCodes')
      .values(
        chosen.map(codeId => ({
          themeId: theme.id,
          codeId,
          groupId: enquiry.groupId,
          sharedAt: now(),
          sharedBy: by.id,
        })),
      )
      .execute()
  await record(trx, { kind: 'codes shared with the theme', by, groupId: enquiry.groupId, ...ofTheme(theme) })
}
