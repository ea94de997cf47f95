import { howSure } from '../../claims/sure.js'
import type { Db } from '../../database.js'
import type { Document } from '../../documents/document.js'
import { sureness } from '../../handouts/leads.js'
import { type ClaimSaid, whatItSays } from '../../handouts/what-it-says.js'
import type { Names } from '../../names/names.js'
import { plural } from '../../words/words.js'
import { type RecordedClaim, recordedClaims } from './recorded-claims.js'

/** A claim of a write-up that a reader would ask about first, and why. */
export interface WeakClaim {
  claim: string
  because: string[]
}

/**
 * Claims against which nothing was found, or that lean on one school, one person, one kind of evidence or one piece. How sure
 * a group is, and what its claims lean on, is read from what it recorded: the words of a write-up may have been written anew.
 */
export async function weakClaimsOf(
  db: Db,
  cycle: { enquiryId: string },
  document: Document,
  names: Pick<Names, 'read' | 'school'>,
): Promise<WeakClaim[]> {
  return weakAmong(await recordedClaims(db, cycle, names), whatItSays(document).found)
}

/** @param told the claims as the write-up tells them */
export function weakAmong(recorded: RecordedClaim[], told: ClaimSaid[]): WeakClaim[] {
  const known = new Set(recorded.map(one => plain(one.claim)))
  return [
    ...recorded.map(one => ({
      claim: one.claim,
      because: whyWeak(
        one,
        told.find(({ claim }) => plain(claim) === plain(one.claim)),
      ),
    })),
    ...told
      .filter(({ claim, sure }) => sure !== '' && !known.has(plain(claim)))
      .map(({ claim }) => ({ claim, because: [unrecorded] })),
  ].filter(({ because }) => because.length > 0)
}

const unrecorded = 'No claim is recorded in these words, so nothing shows what it leans on.'

function whyWeak({ strength, against, coverage }: RecordedClaim, told: ClaimSaid | undefined): string[] {
  const weak = [
    against === 0 && 'Nothing was found that speaks against it, or nobody looked.',
    ...coverage.warnings.filter(one => one.inWriteUp).map(one => `${one.asks}.`),
    ...(told ? toldOtherwise(strength, against, told) : []),
  ].filter(one => one !== false)
  return weak.length > 0 && !told ? [...weak, 'The write-up does not tell it in the words that were recorded.'] : weak
}

function toldOtherwise(strength: RecordedClaim['strength'], against: number, told: ClaimSaid): (string | false)[] {
  const said = Object.values<string>(sureness).findIndex(words => words.toLowerCase() === told.sure.toLowerCase())
  return [
    against > 0 &&
      told.against === '' &&
      `${plural(against, 'piece of evidence speaks', 'pieces of evidence speak')} against it, and the write-up tells of none.`,
    said > howSure.indexOf(strength) &&
      `The write-up says “${told.sure}”, and it is recorded as ${strength === 'a hunch' ? 'a hunch' : `“${strength}”`}.`,
    told.sure === '' && `The write-up does not say how sure the group is. Recorded is: ${strength}.`,
  ]
}

function plain(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!?]$/, '')
    .toLowerCase()
}
