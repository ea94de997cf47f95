import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { Reader } from '../../names/reader.js'
import { aroundCoding, codesCrumb } from '../around-coding.js'
import { bookOf } from '../codebook/book.js'
import type { BlindReadingPage, BlindReadingsPage } from './pages.js'
import { mayCode, mayStartBlindReading, mayStopBlindReading } from '../permissions.js'
import { waysOf } from '../ways.js'
import {
  blindReadingsOf,
  type FoundBlindReading,
  isGoingOn,
  isReaderOf,
  piecesReadBlind,
  readersOf,
} from './blind-readings.js'

/** All blind readings of a group, going on or over. */
export async function blindReadingsPage(db: Db, enquiry: Enquiry): Promise<BlindReadingsPage> {
  const address = `/groups/${enquiry.groupId}/readings`
  return {
    title: 'Blind readings',
    ...aroundCoding(enquiry, codesCrumb(enquiry)),
    ways: waysOf(enquiry, address),
    readings: (await blindReadingsOf(db, enquiry)).map(one => ({ ...one, href: `/readings/${one.id}` })),
    address,
    may: { start: mayStartBlindReading(enquiry) },
  }
}

export function blindReadingsCrumb({ groupId }: Pick<Enquiry, 'groupId'>) {
  return { href: `/groups/${groupId}/readings`, text: 'Blind readings' }
}

/** A blind reading that is not compared yet, or was stopped. */
export async function blindReadingPage(db: Db, person: Reader, reading: FoundBlindReading): Promise<BlindReadingPage> {
  const { enquiry } = reading
  const book = await bookOf(db, enquiry)
  const isSecond = person.id === reading.secondReader
  return {
    title: `Blind reading ${reading.number}`,
    ...aroundCoding(enquiry, codesCrumb(enquiry), blindReadingsCrumb(enquiry)),
    reading,
    readers: await readersOf(db, reading),
    pieces: (await piecesReadBlind(db, person, reading)).map(piece => ({
      ...piece,
      href: `/evidence/${piece.id}/coding`,
    })),
    codes: book.filter(code => reading.codeIds.includes(code.id)),
    isSecond,
    mine: isSecond ? reading.secondDoneAt : reading.firstDoneAt,
    address: `/readings/${reading.id}`,
    may: {
      done: mayCode(enquiry) && isGoingOn(reading) && isReaderOf(reading, person),
      stop: isGoingOn(reading) && mayStopBlindReading(enquiry, reading, person),
    },
  }
}
