import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { NotFound } from '../../errors.js'
import { roomLeftFor } from '../../evidence/files/room-for-files.js'
import { bringIn } from '../../files/bringing-files-in.js'
import { type Prepared, prepareFile } from '../../files/keeping.js'
import { openArchive } from '../../files/receiving/archive.js'
import { LARGEST } from '../../files/receiving/rules.js'
import type { FoundProject } from '../../files/reading/project/found-project.js'
import type { Store } from '../../files/store.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'

const mostPdfs = 60

/** A project on its way in: what was found in it, and its PDFs, which are safe in the store and have no row yet. */
export interface KeptProject extends FoundProject {
  pdfs: Record<string, Prepared>
}

/**
 * Takes the PDFs of a project out of its archive, through the same checks as any file that comes in.
 * @returns those that came through, and each that did not as it is said in a list
 */
export async function pdfsOf(
  { db, store, enquiry }: { db: Db; store: Store; enquiry: Enquiry },
  path: string,
  found: FoundProject,
): Promise<{ pdfs: Record<string, Prepared>; losses: string[] }> {
  const pdfs: Record<string, Prepared> = {}
  const losses: string[] = []
  const named = found.texts.filter(text => text.pdf !== null)
  if (named.length === 0) return { pdfs, losses }
  let left = await roomLeftFor(db, enquiry.groupId)
  const archive = await openArchive(path)
  try {
    for (const [at, { name, pdf }] of named.entries()) {
      if (at >= mostPdfs || left <= 0) {
        losses.push(`the PDF “${name.slice(0, 80)}”, for which there is no room; its text comes in`)
        continue
      }
      try {
        const bytes = await archive.stream(pdf!, LARGEST.document)
        const arrived = await bringIn(store, asPdf(name), bytes as AsyncIterable<Buffer>)
        pdfs[pdf!] = await prepareFile(store, arrived)
        left -= arrived.bytes
      } catch {
        losses.push(`the PDF “${name.slice(0, 80)}”, which is too large or damaged; its text comes in`)
      }
    }
  } finally {
    archive.close()
  }
  return { pdfs, losses }
}

function asPdf(name: string): string {
  return `${name.replace(/\.pdf$/i, '') || 'document'}.pdf`
}

/** Keeps what was found for a day, so that it can be looked at before it is taken in. @returns its id */
export async function keepProject(
  db: Db,
  enquiry: Enquiry,
  person: Person,
  name: string,
  project: KeptProject,
): Promise<string> {
  const yesterday = new Date(Date.parse(now()) - 86_400_000).toISOString()
  await db.deleteFrom('codingImports').where('madeAt', '<', yesterday).execute()
  const own = db.deleteFrom('codingImports').where('groupId', '=', enquiry.groupId).where('personId', '=', person.id)
  await own.execute()
  const id = newId()
  await db
    .insertInto('codingImports')
    .values({
      id,
      groupId: enquiry.groupId,
      personId: person.id,
      name,
      found: JSON.stringify(project),
      madeAt: now(),
    })
    .execute()
  return id
}

/** What somebody sent and has not taken in yet. Nobody else sees it. @throws NotFound when it is over */
export async function findProject(
  db: Db,
  enquiry: Enquiry,
  person: Person,
  id: string,
): Promise<{ id: string; name: string; project: KeptProject }> {
  const row = await db
    .selectFrom('codingImports')
    .selectAll()
    .where('id', '=', id)
    .where('groupId', '=', enquiry.groupId)
    .where('personId', '=', person.id)
    .executeTakeFirstOrThrow(() => new NotFound('project on its way in'))
  return { id, name: row.name, project: JSON.parse(row.found) as KeptProject }
}

export async function forgetProject(db: Db, id: string): Promise<void> {
  await db.deleteFrom('codingImports').where('id', '=', id).execute()
}
