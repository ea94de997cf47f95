import { expect, test } from 'vitest'
import { isSecret } from '../../src/web/secret-fields.js'

test('passwords, tokens and codes that open a door are kept nowhere', () => {
  for (const field of ['password', 'newPassword', 'passphrase', 'current', 'code', 'token', 'once', 'clientSecret'])
    expect([field, isSecret(field)]).toEqual([field, true])
})

test('a postcode and the codes of a codebook are words like others', () => {
  for (const field of ['postcode', 'codes', 'newCode', 'codebook', 'currently', 'words'])
    expect([field, isSecret(field)]).toEqual([field, false])
})
