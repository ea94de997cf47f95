import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { backUp } from '../../src/backups/backing-up.js'
import { checkBackup } from '../../src/backups/checking.js'
import { restore } from '../../src/backups/restoring.js'
import { openFile } from '../../src/database.js'
import { newKey } from '../../src/files/store.js'
import { Bucket } from '../../src/files/stores/bucket.js'
import { objectStore } from '../../src/files/stores/objects.js'
import { template } from '../made-once.js'
import { bytesIn } from '../files/bytes-in.js'
import { objectStoreServer, ownAddress } from '../on-objects.js'

// They run where there is an object store (npm run test:objects).
describe.runIf(objectStoreServer)('a backup of an installation whose files stand in a bucket', () => {
  const home = mkdtempSync(join(tmpdir(), 'bucket-backup-'))
  const [database, uploads, monday] = [join(home, 'data/w.db'), join(home, 'uploads'), join(home, 'monday')]
  const quiet = () => undefined

  afterAll(() => rmSync(home, { recursive: true, force: true }))

  test('holds their bytes, says what is damaged, and goes back into an empty bucket alone', async () => {
    const bucket = ownAddress()
    const store = objectStore(new Bucket(bucket), uploads)
    mkdirSync(join(home, 'data'))
    copyFileSync(template, database)
    const key = newKey()
    await store.write(Readable.from([Buffer.from('What the children read')]), key)
    await nameFile(key, 'What the children read')

    expect(await backUp({ database, beside: database, uploads, bucket }, monday, quiet)).toMatchObject({
      files: 1,
      missing: 0,
    })
    expect((await checkBackup(monday, store)).keys).toEqual([key])
    // A database alone is looked through beside the files as they are now.
    await expect(checkBackup(join(monday, 'workbench.db'), store)).resolves.toMatchObject({ uploads: null, files: 1 })
    await store.write(Readable.from([Buffer.from('What somebody else wrote')]), key)
    await expect(checkBackup(join(monday, 'workbench.db'), store)).rejects.toThrow('is damaged')

    const stranger = newKey()
    await store.write(Readable.from([Buffer.from('later')]), stranger)
    await expect(restore({ database, beside: database, uploads, bucket }, monday)).rejects.toThrow(
      /There are files in the bucket “tests” at .+ that the backup does not name/,
    )
    const empty = ownAddress()
    expect((await restore({ database, beside: database, uploads, bucket: empty }, monday)).checked.files).toBe(1)
    const there = objectStore(new Bucket(empty), uploads)
    expect(String(await bytesIn(there, key))).toBe('What the children read')
    expect(String(await bytesIn(store, stranger))).toBe('later')
  })

  async function nameFile(key: string, words: string): Promise<void> {
    const { db } = openFile(database)
    const sizes = { width: null, height: null, thumbnailAs: null, smallAs: null }
    const sha256 = createHash('sha256').update(words).digest('hex')
    const what = { kind: 'text', name: 'Read.txt', mediaType: 'text/plain', bytes: words.length, sha256 } as const
    const when = { uploadedBy: 'sam', uploadedAt: '2026-11-01T09:00:00.000Z', erasedAt: null }
    await db
      .insertInto('files')
      .values({ id: key, storedAs: key, sentSha256: null, middleAs: null, ...what, ...sizes, ...when })
      .execute()
    await db.destroy()
  }
})
