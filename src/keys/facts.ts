import { type DetailsOf, kind } from '../facts/kinds.js'

/** What happens to the keys to pupils’ codes: never a code, never a name. */
export const keyFacts = {
  'key made': kind({ says: () => 'made a key to pupils’ codes', audit: 'made a key to pupils’ codes' }),
  'key opened': kind({ audit: 'opened a key to pupils’ codes' }),
  'wrong passphrase given': kind({ audit: 'gave a wrong passphrase for a key' }),
  'passphrase changed': kind({ audit: 'changed the passphrase of a key' }),
  'code given': kind({ audit: 'gave a pupil a code' }),
  'pupil taken out of a key': kind({ audit: 'took a pupil out of a key' }),
  'key erased': kind({ audit: 'erased a key to pupils’ codes' }),
  // Said so until keys were taken over as other grave acts are (src/grave-acts/facts.ts); read still.
  'key asked for': kind<{ takeover: string }>({ audit: 'asked to take over a key to pupils’ codes' }),
  'takeover of a key agreed': kind({ audit: 'agreed that a key is taken over' }),
  'takeover of a key refused': kind({ audit: 'refused that a key is taken over' }),
  'key taken over': kind<{ from: string }>({ audit: 'took over a key to pupils’ codes' }),
  'key handed on': kind({ audit: 'handed a key to pupils’ codes on' }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof keyFacts> {}
}
