import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import type { Reader } from '../names/reader.js'
import { personById } from '../people/people.js'
import { consentAudienceNamed } from '../reach/audiences.js'
import { plural } from '../words/words.js'
import { fileNameOf, noCodes } from './fetching.js'
import { formOfCopy } from './forms-of-copy.js'
import { gathered } from './gathering.js'
import type { CopyPage } from './pages.js'
import { codesFor } from './project/codes.js'
import type { Copy } from './tables.js'

/** What a copy holds, and what stays behind, before it is fetched. */
export async function copyPage(db: Db, person: Reader, enquiry: Enquiry, copy: Copy): Promise<CopyPage> {
  const all = await gathered(db, person, enquiry, copy.audience)
  const { codes } = await codesFor(db, person, copy.groupId, all)
  const form = formOfCopy(copy.form)
  const back = `/groups/${copy.groupId}/copies`
  return {
    title: 'A copy of the group’s work',
    breadcrumbs: crumbsOf(enquiry, { href: back, text: 'Copies' }),
    head: headOf(enquiry, 'copies'),
    groupName: enquiry.groupName,
    what: form.name,
    forWhom: consentAudienceNamed(copy.audience).name,
    by: (await personById(db, copy.takenBy))?.name ?? 'somebody who has left',
    at: copy.takenAt,
    holds:
      copy.form === 'codebook'
        ? plural(codes.length, 'code', 'codes')
        : `${plural(all.pieces.length, 'piece', 'pieces')} of evidence`,
    left: copy.form === 'codebook' ? [] : all.left,
    download: `/copies/${copy.id}/${fileNameOf(copy)}`,
    fileName: fileNameOf(copy),
    back,
    nothing: copy.form === 'codebook' && codes.length === 0 ? noCodes : null,
  }
}
