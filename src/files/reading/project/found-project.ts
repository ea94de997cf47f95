/** A code of another program's codebook. */
export interface FoundCode {
  guid: string
  name: string
  description: string
  /** `#1F6F8B`, or empty. */
  colour: string
  /** The code that it stands under; empty on the first level. */
  parent: string
  notes: string[]
}

/** Some words of a text, with the codes that they carry and what was written about them. Places count UTF-16 units. */
export interface FoundSelection {
  startsAt: number
  endsAt: number
  codes: string[]
  notes: string[]
}

export interface FoundText {
  name: string
  words: string
  selections: FoundSelection[]
  /** The archive's part that holds the PDF whose text this is; null for a text of its own. */
  pdf: string | null
}

/** What a codebook or a project holds that can be taken in, and what cannot, each as it is said in a list. */
export interface FoundProject {
  form: 'codebook' | 'project'
  /** The program that it says it comes from. */
  origin: string
  codes: FoundCode[]
  texts: FoundText[]
  /** Notes that belong to no code and no passage. */
  notes: { name: string; words: string }[]
  /** By their identities: notes that codes and passages point at. */
  pointedAt: Record<string, string>
  losses: string[]
}
