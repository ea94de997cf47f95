import { type DetailsOf, kind } from '../facts/kinds.js'

/**
 * What happens to a network’s money and time. Contributions, claims and wishes stand in no audit trail and in no history:
 * who was helped, and with what, is for those concerned.
 */
export const resourceFacts = {
  'fund opened': kind({ audit: 'opened a fund' }),
  'fund changed': kind({ audit: 'changed a fund' }),
  'fund closed': kind({ audit: 'closed a fund' }),
  'money came in': kind({}),
  'budget given': kind({ audit: 'gave a budget' }),
  'budget ended': kind({ audit: 'ended a budget' }),
  'claim rates changed': kind({ audit: 'changed the rates for claims' }),
  'expense claim sent': kind({}),
  'expense claim answered': kind<{ answer: 'yes' | 'agreed' | 'sent back' | 'declined' }>({}),
  'expense claim paid': kind({}),
  'bid entered': kind({ audit: 'entered a bid for money' }),
  'bid changed': kind({ audit: 'changed a bid for money' }),
  'outside colleague named': kind({ audit: 'named an outside colleague' }),
  'outside colleague changed': kind({ audit: 'changed what is said of an outside colleague' }),
  'colleague day entered': kind({}),
  'colleague day taken out': kind({}),
  'wish for more days': kind({}),
  'wish for days answered': kind({}),
  'swot begun': kind({ audit: 'began a SWOT' }),
  'swot settled': kind({ audit: 'settled a SWOT' }),
  'data evening made': kind({ audit: 'set up a data evening' }),
  'data evening changed': kind({ audit: 'changed a data evening' }),
  'data evening cancelled': kind({ audit: 'cancelled a data evening' }),
  'data evening answered': kind({}),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof resourceFacts> {}
}
