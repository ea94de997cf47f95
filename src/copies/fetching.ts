import type { Response } from 'express'
import type { Enquiry } from '../enquiries/enquiry.js'
import { allow, Conflict } from '../errors.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import type { Brought } from '../room.js'
import { dayOf } from '../web/now.js'
import { folderEntries } from './folder.js'
import { formOfCopy } from './forms-of-copy.js'
import { gathered } from './gathering.js'
import { mayTakeWhole } from './permissions.js'
import { codesFor } from './project/codes.js'
import type { Copy } from './tables.js'
import { wholeEntries, wholeGroup } from './moving-a-group/gathering-all.js'
import { notWhileReadingBlind } from './moving-a-group/not-while-reading-blind.js'
import { sendZip } from './zipping.js'

export const noCodes = 'The group has no codes yet. Make the first one, and fetch its codebook then.'

/** What writes a form is opened when it is fetched. Made anew and checked anew: what was withdrawn since the copy was first taken is not in it any more. */
export async function sendCopy(
  res: Response,
  house: House,
  brought: Brought,
  person: Reader,
  enquiry: Enquiry,
  copy: Copy,
): Promise<void> {
  const { db, store } = house
  if (copy.form === 'whole') {
    allow(mayTakeWhole(enquiry), 'The lead learner takes the whole group along.')
    await notWhileReadingBlind(db, person, copy.groupId)
    const whole = await wholeGroup(db, store, brought, copy.groupId, copy.takenAt)
    res.attachment(fileNameOf(copy)).type(formOfCopy(copy.form).mediaType)
    return sendZip(res, house.log, wholeEntries(store, whole))
  }
  const all = await gathered(db, person, enquiry, copy.audience)
  const codes = await codesFor(db, person, copy.groupId, all)
  if (copy.form === 'codebook' && codes.codes.length === 0) throw new Conflict(noCodes)
  res.attachment(fileNameOf(copy)).type(formOfCopy(copy.form).mediaType)
  res.set('X-Content-Type-Options', 'nosniff')
  switch (copy.form) {
    case 'folder':
      return sendZip(res, house.log, folderEntries(house, person, enquiry, all, copy.takenAt))
    case 'project':
      return sendZip(
        res,
        house.log,
        (await import('./project/project.js')).projectEntries(house, person, enquiry, all, codes, copy.takenAt),
      )
    case 'workbook':
      return void res.send(
        await (await import('./workbook.js')).workbook(house, person, enquiry, all, codes, copy.takenAt),
      )
    case 'codebook':
      return void res.send((await import('./project/codebook.js')).codebook(codes.codes))
  }
}

/** `talk-2026-03-14.zip` */
export function fileNameOf({ groupId, takenAt, form }: Copy): string {
  return `${groupId}-${dayOf(takenAt)}.${formOfCopy(form).ending}`
}
