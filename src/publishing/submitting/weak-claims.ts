import { howSure } from '../../claims/sure.js'
import type { Db } from '../../database.js'
import type { Document } from '../../documents/document.js'
import { textOfBlocks } from '../../documents/to-text.js'
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
 * @param member whoever is not in the group reads nothing of its records that the write-up itself does not tell
 */
export async function weakClaimsOf(
  db: Db,
  cycle: { enquiryId: string },
  document: Document,
  names: Pick<Names, 'read' | 'school'>,
  member: boolean,
): Promise<WeakClaim[]> {
  const recorded = await recordedClaims(db, cycle, names)
  const { found } = whatItSays(document)
  return weakAmong(member ? recorded : asToldIn(document, recorded, found), found)
}

/** Claims that are told, with what is told of them: neither one that was left out, nor what speaks against it unsaid. */
export function asToldIn(
  document: Pick<Document, 'parts'>,
  recorded: RecordedClaim[],
  told: ClaimSaid[],
): RecordedClaim[] {
  const words = textOfBlocks(document.parts)
  return recorded.flatMap(one => {
    const said = told.find(({ claim }) => plain(claim) === plain(one.claim))
    if (!said) return []
    const warnings = one.coverage.warnings.filter(({ asks }) => words.includes(asks))
    return [{ ...one, against: said.against === '' ? 0 : one.against, coverage: { ...one.coverage, warnings } }]
  })
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

const nothingAgainst = 'Nothing is told that speaks against it: nothing was found, or nobody looked.'
const unrecorded = 'No claim is recorded in these words, so nothing shows what it leans on.'

function whyWeak({ strength, against, coverage }: RecordedClaim, told: ClaimSaid | undefined): string[] {
  const weak = [
    against === 0 && nothingAgainst,
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
