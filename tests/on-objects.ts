import {
  CreateBucketCommand,
  ListObjectVersionsCommand,
  PutBucketAclCommand,
  PutBucketVersioningCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { Bucket } from '../src/files/stores/bucket.js'
import { type BucketAddress, bucketAddressIn } from '../src/files/stores/bucket-address.js'
import { folderStore } from '../src/files/stores/folder.js'
import { objectStore } from '../src/files/stores/objects.js'
import { newKey, type Store } from '../src/files/store.js'

/**
 * Where the tests have an object store, each file of them keeps its bytes under a name of its own in one bucket there, as it
 * otherwise does in a folder: TEST_OBJECTS=s3://tests?endpoint=http://127.0.0.1:9000. See tests/object-store.ts, which starts one.
 */
export const objectStoreServer = process.env.TEST_OBJECTS ? addressIn(process.env.TEST_OBJECTS) : null

/** What the store of the tests opens to. */
export const keysOfTests = { AWS_ACCESS_KEY_ID: 'test:tester', AWS_SECRET_ACCESS_KEY: 'testing' }
/** A bucket there that takes no more than 100,000 bytes. */
export const smallBucket = 'small'
/** Somebody else there, who may do what a bucket lets them. */
export const keysOfReader = { AWS_ACCESS_KEY_ID: 'test:reader', AWS_SECRET_ACCESS_KEY: 'reading' }

/** A store of a test's own: beneath the folder, or in the bucket where there is one. */
export function ownStore(folder: string): Store {
  return objectStoreServer ? objectStore(new Bucket(ownAddress()), folder) : folderStore(folder)
}

export function ownAddress(): BucketAddress {
  return { ...objectStoreServer!, prefix: `${newKey()}/` }
}

function addressIn(words: string): BucketAddress {
  const address = bucketAddressIn(words)
  if (typeof address === 'string') throw new Error(address)
  return address
}

function clientOf({ endpoint, region }: BucketAddress): S3Client {
  return new S3Client({
    region,
    endpoint: endpoint!,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
}

/** Makes a bucket that keeps earlier versions, so that each erasing in the tests has to be true there. */
export async function makeBucket(address: BucketAddress): Promise<void> {
  const client = clientOf(address)
  await client.send(new CreateBucketCommand({ Bucket: address.bucket }))
  const VersioningConfiguration = { Status: 'Enabled' } as const
  await client.send(new PutBucketVersioningCommand({ Bucket: address.bucket, VersioningConfiguration }))
}

/** Every name in the bucket of which there is any version or mark left, as often as there is one. */
export async function everythingIn(address: BucketAddress): Promise<string[]> {
  const page = await clientOf(address).send(
    new ListObjectVersionsCommand({ Bucket: address.bucket, Prefix: address.prefix }),
  )
  return [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].map(one => one.Key!.slice(address.prefix.length))
}

/** Everybody may read it from now on, and nobody but its owner write to it. */
export async function letAllRead(address: BucketAddress): Promise<void> {
  await clientOf(address).send(new PutBucketAclCommand({ Bucket: address.bucket, ACL: 'public-read' }))
}
