import type { Db } from '../../database.js'
import type { House } from '../../house.js'
import { type NamesAround, namesAround, noticedAmong } from '../../keys/noticing.js'
import { renaming } from '../../names/renaming.js'
import type { Finder } from '../looking/spots.js'
import { finderOf } from '../looking/spots.js'
import type { Said } from '../said.js'
import type { DataRequest } from '../tables.js'

export const otherPupil = 'another pupil'
export const colleague = 'a colleague'
export const leftOut = '[left out]'

/** Writes the names of everybody but the one whom a case is about in other words. */
export interface Masking {
  masked(text: string, groupId: string | null): Promise<string>
  finder: Finder
}

/**
 * What a third party is called in what goes along: whoever stands in one of the network's keys, and what looks like a first name,
 * is "another pupil"; whoever has an account here "a colleague"; words marked by hand are left out. It errs on the side of too
 * many; what it does not know stays, so that a person reads it before it goes.
 */
export async function maskingFor(
  house: Pick<House, 'db' | 'keys'>,
  { networkId, personId }: Pick<DataRequest, 'networkId' | 'personId'>,
  said: Said,
): Promise<Masking> {
  const finder = finderOf(said)
  const around = await aroundAll(house, networkId)
  const colleagues = renaming(
    (await peopleAround(house.db, networkId, personId)).map(name => ({
      names: [name],
      instead: colleague,
      isPerson: true,
    })),
  )
  const byHand = said.masks.length > 0 ? finderOf({ names: said.masks, codes: [] }) : null
  const others = async (words: string): Promise<string> => {
    const first = byHand ? inPlace(words, byHand(words, null), leftOut) : words
    const second = colleagues(first)
    const noticed = await noticedAmong(around, second)
    return inPlace(second, noticed, otherPupil).replace(/(?<![\p{L}\p{N}])P\d{1,4}(?![\p{L}\p{N}])/gu, otherPupil)
  }
  return {
    finder,
    async masked(text, groupId) {
      let from = 0
      let said = ''
      for (const { startsAt, endsAt } of finder(text, groupId)) {
        if (startsAt < from) continue
        said += (await others(text.slice(from, startsAt))) + text.slice(startsAt, endsAt)
        from = endsAt
      }
      return said + (await others(text.slice(from)))
    },
  }
}

/** Every key of the network at once: what goes out of the school is held against all of them. */
async function aroundAll(house: Pick<House, 'db' | 'keys'>, networkId: string): Promise<NamesAround> {
  const around = await namesAround(house, { groupId: null, networkId }, null)
  const keys = await house.db
    .selectFrom('pupilKeys')
    .innerJoin('schools', 'schools.id', 'pupilKeys.schoolId')
    .select('pupilKeys.id')
    .where('schools.networkId', '=', networkId)
    .where('pupilKeys.erasedAt', 'is', null)
    .execute()
  return { ...around, keyIds: keys.map(one => one.id) }
}

async function peopleAround(db: Db, networkId: string, except: string | null): Promise<string[]> {
  const rows = await db
    .selectFrom('people')
    .select(['people.id', 'people.name'])
    .where(eb =>
      eb.or([
        eb('people.id', 'in', eb.selectFrom('networkRoles').select('personId').where('networkId', '=', networkId)),
        eb(
          'people.id',
          'in',
          eb
            .selectFrom('groupPeople')
            .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
            .select('groupPeople.personId')
            .where('groups.networkId', '=', networkId),
        ),
      ]),
    )
    .execute()
  return rows.filter(row => row.id !== except).map(row => row.name)
}

function inPlace(text: string, spots: { startsAt: number; endsAt: number }[], instead: string): string {
  let from = 0
  let said = ''
  for (const { startsAt, endsAt } of spots) {
    if (startsAt < from) continue
    said += text.slice(from, startsAt) + instead
    from = endsAt
  }
  return said + text.slice(from)
}
