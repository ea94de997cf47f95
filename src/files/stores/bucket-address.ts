/** A bucket of an object store that speaks Amazon’s S3, as FILES_URL names it. */
export interface BucketAddress {
  bucket: string
  /** What every name in the bucket begins with: empty, or words with a slash at the end. */
  prefix: string
  /** Where the store answers; null for Amazon’s own. */
  endpoint: string | null
  region: string
}

const example =
  's3://workbench?endpoint=https://s3.example.org for a store of one’s own, or s3://workbench?region=eu-west-2 for Amazon’s'

/** @returns the address, or a sentence about what is wrong with it, which never repeats a password */
export function bucketAddressIn(words: string, regionSet?: string): BucketAddress | string {
  const url = URL.canParse(words) ? new URL(words) : undefined
  if (url?.protocol !== 's3:') return `FILES_URL must begin with s3:// and a bucket, such as ${example}.`
  if (url.username || url.password)
    return 'FILES_URL must not hold keys: they belong in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.'
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.host))
    return `FILES_URL must name a bucket in 3 to 63 small letters, digits, dots and hyphens, but it names "${url.host}".`
  const unknown = [...url.searchParams.keys()].find(name => name !== 'endpoint' && name !== 'region')
  if (unknown !== undefined || url.hash)
    return `FILES_URL must say no more than endpoint and region behind the question mark, but it says "${unknown ?? url.hash}".`
  const endpoint = url.searchParams.get('endpoint')
  if (endpoint !== null && !isEndpoint(endpoint))
    return `FILES_URL must name the store’s web address as its endpoint, such as ${example}, but the endpoint is "${withoutPassword(endpoint)}".`
  const region = url.searchParams.get('region') ?? regionSet ?? (endpoint === null ? undefined : 'us-east-1')
  if (!region) return `FILES_URL must say where the bucket is, such as ${example}.`
  if (!/^[a-z0-9-]{1,40}$/i.test(region))
    return `FILES_URL must name a region in letters, digits and hyphens, such as eu-west-2, but it is "${region}".`
  const path = url.pathname.replace(/^\/+|\/+$/g, '')
  if (!/^[\w./-]*$/.test(path))
    return `FILES_URL must have letters, digits, dots, hyphens and slashes alone behind the bucket, but it has "${path}".`
  return { bucket: url.host, prefix: path && `${path}/`, endpoint, region }
}

function isEndpoint(words: string): boolean {
  if (!URL.canParse(words)) return false
  const { protocol, username, password, search, hash } = new URL(words)
  return /^https?:$/.test(protocol) && !username && !password && !search && !hash
}

function withoutPassword(words: string): string {
  return words.replace(/\/\/[^/@]*@/, '//')
}

/** For sentences about it. */
export function bucketInWords({ bucket, endpoint }: BucketAddress): string {
  return `the bucket “${bucket}” at ${endpoint ?? 'Amazon'}`
}
