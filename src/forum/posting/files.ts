import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { type Prepared, recordFile } from '../../files/keeping.js'
import { inSizes, type PictureInSizes } from '../../files/pictures/sizes.js'
import type { FileKind, StoredFile } from '../../files/tables.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import type { ForumPost } from '../tables.js'

export interface FileOnPost {
  id: string
  name: string
  kind: FileKind
  bytes: number
  alt: string
  address: string
  picture: PictureInSizes | null
}

/** @param postAddress under which its files are opened */
export async function filesOf(db: Db, post: Pick<ForumPost, 'id'>, postAddress: string): Promise<FileOnPost[]> {
  const rows = await files(db).where('forumFiles.postId', '=', post.id).orderBy('files.uploadedAt').execute()
  return rows.map(row => {
    const { id, name, kind, bytes, alt } = row
    const address = `${postAddress}/files/${id}`
    return {
      ...{ id, name, kind, bytes, alt },
      address: `${address}/${encodeURIComponent(name)}`,
      picture:
        kind === 'image' ? inSizes(row, size => `${address}/picture/${encodeURIComponent(name)}?size=${size}`) : null,
    }
  })
}

/** @throws NotFound */
export async function findFileOf(db: Db, post: Pick<ForumPost, 'id'>, fileId: string): Promise<StoredFile> {
  const file = await files(db)
    .where('forumFiles.postId', '=', post.id)
    .where('files.id', '=', fileId)
    .executeTakeFirst()
  if (!file) throw new NotFound('file')
  return file
}

export async function addFiles(
  trx: Trx,
  post: Pick<ForumPost, 'id'>,
  person: Person,
  prepared: Prepared[],
  alt: string,
): Promise<void> {
  for (const one of prepared) {
    const file = await recordFile(trx, one, person)
    await trx.insertInto('forumFiles').values({ postId: post.id, fileId: file.id, alt, removedAt: null }).execute()
  }
}

export async function takeOutFile(trx: Trx, post: Pick<ForumPost, 'id'>, file: StoredFile): Promise<void> {
  await trx
    .updateTable('forumFiles')
    .set({ removedAt: now() })
    .where('postId', '=', post.id)
    .where('fileId', '=', file.id)
    .execute()
}

function files(db: Db) {
  return db
    .selectFrom('forumFiles')
    .innerJoin('files', 'files.id', 'forumFiles.fileId')
    .selectAll('files')
    .select('forumFiles.alt')
    .where('forumFiles.removedAt', 'is', null)
    .where('files.erasedAt', 'is', null)
}
