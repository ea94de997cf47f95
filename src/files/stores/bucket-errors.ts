import { isAway } from '../../database/engine.js'
import { Away, DiskFull } from '../../errors.js'

/** What the SDK throws: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
interface Thrown {
  name?: string
  code?: string
  message?: string
  $metadata?: { httpStatusCode?: number }
}

const quotas = new Set(['QuotaExceeded', 'EntityTooLarge', 'XMinioStorageFull', 'XMinioAdminBucketQuotaExceeded'])
const strangers = new Set([
  'InvalidAccessKeyId',
  'SignatureDoesNotMatch',
  'CredentialsProviderError',
  'ExpiredToken',
  'InvalidToken',
  'RequestTimeTooSkewed',
])

/** Nothing is kept under that name. */
export function isMissing(error: unknown): boolean {
  const { name } = thrown(error)
  return name === 'NoSuchKey' || (name === 'NotFound' && statusOf(error) === 404)
}

export function isBucketMissing(error: unknown, ofBucket = false): boolean {
  return thrown(error).name === 'NoSuchBucket' || (ofBucket && statusOf(error) === 404)
}

/** The keys are wrong, or worn out, or there are none, or the clocks disagree. */
export function isStranger(error: unknown): boolean {
  return strangers.has(thrown(error).name ?? '')
}

export function isRefused(error: unknown): boolean {
  return statusOf(error) === 403 || thrown(error).name === 'AccessDenied'
}

/** It is started anew, or cannot be reached, or has more to do than it takes on. */
export function isUnreachable(error: unknown): boolean {
  const { name = '' } = thrown(error)
  const status = statusOf(error)
  if (name === 'TimeoutError' || name === 'SlowDown' || status === 429) return true
  return isAway(error) || (status !== undefined && status >= 500 && status !== 501 && status !== 507)
}

export function knowsNoVersions(error: unknown): boolean {
  return thrown(error).name === 'NotImplemented' || [405, 501].includes(statusOf(error) ?? 0)
}

/** What a page says of it; anything else is our mistake, and stays as it is. */
export function inOurWords(error: unknown, ofBucket = false): unknown {
  if (quotas.has(thrown(error).name ?? '') || statusOf(error) === 507 || statusOf(error) === 413) return new DiskFull()
  const isGone = isUnreachable(error) || isStranger(error) || isRefused(error) || isBucketMissing(error, ofBucket)
  return isGone ? new Away('the place where it keeps files', { cause: error }) : error
}

function statusOf(error: unknown): number | undefined {
  return thrown(error).$metadata?.httpStatusCode
}

function thrown(error: unknown): Thrown {
  return typeof error === 'object' && error !== null ? error : {}
}
