/** The kinds of things that can answer a part of the question, by the word of their address, and where it is kept. */
export const things = {
  claims: { table: 'questionPartClaims', heading: 'Claims', letter: 'C' },
  evidence: { table: 'questionPartEvidence', heading: 'Evidence', letter: 'E' },
  actions: { table: 'questionPartActions', heading: 'Actions', letter: 'A' },
  recommendations: { table: 'questionPartRecommendations', heading: 'Recommendations', letter: 'R' },
  codes: { table: 'questionPartCodes', heading: 'Codes', letter: '' },
} as const

export type ThingKind = keyof typeof things

export const thingKinds = Object.keys(things) as [ThingKind, ...ThingKind[]]
