import { expect, test } from 'vitest'
import { bucketAddressIn, bucketInWords } from '../../src/files/stores/bucket-address.js'

test('a bucket is named with the place of its store, or its region at Amazon', () => {
  expect(bucketAddressIn('s3://files?endpoint=https://s3.example.org:9000')).toEqual({
    bucket: 'files',
    prefix: '',
    endpoint: 'https://s3.example.org:9000',
    region: 'us-east-1',
  })
  expect(bucketAddressIn('s3://files/ours/2026/?region=eu-west-2')).toEqual({
    bucket: 'files',
    prefix: 'ours/2026/',
    endpoint: null,
    region: 'eu-west-2',
  })
  expect(bucketAddressIn('s3://files', 'eu-west-1')).toMatchObject({ endpoint: null, region: 'eu-west-1' })
  const address = bucketAddressIn('s3://files?endpoint=http://10.0.0.7')
  expect(typeof address === 'object' && bucketInWords(address)).toBe('the bucket “files” at http://10.0.0.7')
})

test.each([
  ['https://files', 'must begin with s3:// and a bucket'],
  ['bucket', 'must begin with s3:// and a bucket'],
  ['s3://Fi_les?region=x', 'must name a bucket in 3 to 63 small letters'],
  ['s3://files', 'must say where the bucket is'],
  ['s3://files?endpoint=s3.example.org', 'must name the store’s web address'],
  ['s3://files?endpoint=http://x&acl=public', 'but it says "acl"'],
  ['s3://files?region=eu west', 'must name a region'],
  ['s3://files/a b?region=eu-west-2', 'must have letters, digits, dots'],
])('%s is answered with a sentence', (words, sentence) => {
  expect(bucketAddressIn(words)).toMatch(/^FILES_URL must .+\.$/)
  expect(bucketAddressIn(words)).toContain(sentence)
})

test.each(['s3://me:secret@files?region=eu-west-2', 's3://files?endpoint=http://me:secret@s3.example.org'])(
  'keys in %s are refused, and not said again',
  words => {
    expect(bucketAddressIn(words)).toMatch(/^FILES_URL must .+\.$/)
    expect(bucketAddressIn(words)).not.toContain('secret')
  },
)
