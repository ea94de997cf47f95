import { wrongPasskey } from '../passkeys/asking-passkeys.js'

/** Said in both cases, of a code that was never right and of one that has been used. */
export function wrongStep(field: 'code' | 'recovery' | 'passkey'): string {
  return {
    code: 'That is not the code just now. Each works once: wait for the next one, and see that the clock of your telephone is right',
    recovery: 'That is not one of your recovery codes, or it has been used',
    passkey: wrongPasskey,
  }[field]
}
