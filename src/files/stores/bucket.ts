import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import PQueue from 'p-queue'
import type { Readable } from 'node:stream'
import type { Range } from '../store.js'
import type { BucketAddress } from './bucket-address.js'
import { inOurWords, isMissing, knowsNoVersions } from './bucket-errors.js'

/** Larger ones go in parts of this size, two of which are held in memory. */
const PART = 8 * 1024 ** 2
/** So many go at once, so that the memory they take has an end. */
const WRITES_AT_ONCE = 4

/** What lies under a name, also where only an earlier version is left of it. */
export interface Lying {
  name: string
  at: Date
  bytes: number
}

/**
 * One bucket, asked in the words of S3 that every such store knows. Names are without the prefix that the address gives them.
 * @throws in all that is asked: Away where it cannot be reached or refuses its keys, DiskFull where it has a quota and it is used up
 */
export class Bucket {
  private readonly client: S3Client
  private readonly writes = new PQueue({ concurrency: WRITES_AT_ONCE })
  private versions: Promise<boolean> | undefined

  constructor(readonly address: BucketAddress) {
    const { endpoint, region } = address
    this.client = new S3Client({
      region,
      ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
      // Sums that only Amazon’s own store knows are not sent where nobody asks for them.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      maxAttempts: 3,
      requestHandler: {
        connectionTimeout: 5000,
        // Enough for a part on a slow line; one on which nothing moves is given up far sooner.
        requestTimeout: 120_000,
        throwOnRequestTimeout: true,
        socketTimeout: 15_000,
        httpAgent: { maxSockets: 200, keepAlive: true },
        httpsAgent: { maxSockets: 200, keepAlive: true },
      },
    })
  }

  /** A stream of any length; where it breaks, or the store does, nothing is left. */
  async pour(name: string, source: Readable): Promise<void> {
    await this.writes.add(() =>
      this.asked(async () => {
        const upload = new Upload({
          client: this.client,
          params: { ...this.named(name), Body: source },
          partSize: PART,
          queueSize: 2,
          leavePartsOnError: false,
        })
        try {
          await upload.done()
        } finally {
          source.destroy()
        }
      }),
    )
  }

  async put(name: string, bytes: Buffer): Promise<void> {
    await this.asked(() => this.client.send(new PutObjectCommand({ ...this.named(name), Body: bytes })))
  }

  /** Rejects where there is none of that name. */
  async open(name: string, range?: Range): Promise<Readable> {
    const part = range ? { Range: `bytes=${range.start}-${range.end}` } : {}
    const { Body } = await this.asked(() => this.client.send(new GetObjectCommand({ ...this.named(name), ...part })))
    const bytes = Body as Readable
    // Whoever reads hears of it; until somebody does, it must not end the program.
    bytes.on('error', () => undefined)
    return bytes
  }

  async size(name: string): Promise<number | undefined> {
    try {
      const { ContentLength } = await this.asked(() => this.client.send(new HeadObjectCommand(this.named(name))))
      return ContentLength
    } catch (error) {
      if (!isMissing(error)) throw error
      // Where the whole bucket is gone, the answer is the same.
      await this.asked(() => this.client.send(new HeadBucketCommand({ Bucket: this.address.bucket })), true)
      return undefined
    }
  }

  /** For good: every version, and whatever a bucket writes in place of what was deleted. */
  async remove(name: string): Promise<void> {
    if (!(await this.keepsVersions()))
      return void (await this.asked(() => this.client.send(new DeleteObjectCommand(this.named(name)))))
    await this.removeVersions(name, version => version.name === name)
  }

  /** The same for all whose names begin so. */
  async removeAll(beginning: string): Promise<void> {
    if (!(await this.keepsVersions())) {
      for await (const { name } of this.list(beginning)) await this.remove(name)
      return
    }
    await this.removeVersions(beginning, () => true)
  }

  /** Everything whose name begins so, each name once. */
  async *list(beginning: string): AsyncIterable<Lying> {
    let from: string | undefined
    do {
      const page = await this.asked(() =>
        this.client.send(
          new ListObjectsV2Command({ ...this.beginning(beginning), ...(from ? { ContinuationToken: from } : {}) }),
        ),
      )
      for (const { Key, LastModified, Size } of page.Contents ?? [])
        yield { name: this.without(Key!), at: LastModified!, bytes: Size! }
      from = page.NextContinuationToken
    } while (from)
  }

  /** The same, with names of which only earlier versions are left. */
  async *listAll(beginning: string): AsyncIterable<Pick<Lying, 'name' | 'at'>> {
    if (!(await this.keepsVersions())) {
      yield* this.list(beginning)
      return
    }
    let last: string | undefined
    // Versions of one name stand beside each other, the newest first.
    for await (const page of this.versionsOf(beginning))
      for (const { name, at } of page) {
        if (name !== last) yield { name, at }
        last = name
      }
  }

  /** Removes parts of files whose writing was cut short before then. */
  async forgetParts(before: Date): Promise<number> {
    const { Uploads = [] } = await this.asked(() =>
      this.client.send(new ListMultipartUploadsCommand(this.beginning(''))),
    )
    const old = Uploads.filter(({ Initiated }) => Initiated && Initiated < before)
    for (const { Key, UploadId } of old)
      await this.asked(() =>
        this.client.send(new AbortMultipartUploadCommand({ Bucket: this.address.bucket, Key, UploadId })),
      )
    return old.length
  }

  /** Some stores know of no versions at all; then there are none to remove. */
  private keepsVersions(): Promise<boolean> {
    this.versions ??= this.askForVersions().catch((error: unknown) => {
      this.versions = undefined
      throw error
    })
    return this.versions
  }

  private async askForVersions(): Promise<boolean> {
    try {
      await this.client.send(new ListObjectVersionsCommand({ ...this.beginning(''), MaxKeys: 1 }))
      return true
    } catch (error) {
      if (knowsNoVersions(error)) return false
      throw inOurWords(error)
    }
  }

  /** Each page with the versions and the marks of deletion that stand on it, name by name. */
  private async *versionsOf(beginning: string): AsyncIterable<Version[]> {
    let from: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {}
    while (from) {
      const page = await this.askForPage(beginning, from)
      const all = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].map(({ Key, VersionId, LastModified }) => ({
        name: this.without(Key!),
        version: VersionId,
        at: LastModified!,
      }))
      all.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : +other.at - +one.at))
      from = page.IsTruncated ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } : undefined
      yield all
    }
  }

  private askForPage(beginning: string, from: object) {
    return this.asked(() => this.client.send(new ListObjectVersionsCommand({ ...this.beginning(beginning), ...from })))
  }

  /** The oldest first, so that none of them becomes the present one again meanwhile. */
  private async removeVersions(beginning: string, areMeant: (version: Version) => boolean): Promise<void> {
    const all: Version[] = []
    for await (const page of this.versionsOf(beginning)) all.push(...page.filter(areMeant))
    for (const { name, version } of all.reverse())
      await this.asked(() => this.client.send(new DeleteObjectCommand({ ...this.named(name), VersionId: version })))
  }

  private named(name: string) {
    return { Bucket: this.address.bucket, Key: this.address.prefix + name }
  }

  private beginning(name: string) {
    return { Bucket: this.address.bucket, Prefix: this.address.prefix + name }
  }

  private without(name: string): string {
    return name.slice(this.address.prefix.length)
  }

  private async asked<Answer>(ask: () => Promise<Answer>, ofBucket = false): Promise<Answer> {
    try {
      return await ask()
    } catch (error) {
      throw inOurWords(error, ofBucket)
    }
  }
}

interface Version {
  name: string
  version: string | undefined
  at: Date
}
