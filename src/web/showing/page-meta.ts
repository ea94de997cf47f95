/** What a page that anybody may read tells search engines and those who share it. */
export interface PageMeta {
  description: string
  /** The one address of what is shown, in full. */
  canonical: string
  kind: 'website' | 'article'
  image?: { address: string; alt: string }
  /** What programs that keep references read, a tag each. */
  tags?: { name: string; content: string }[]
  /** The address of the licence under which it may be used. */
  licence?: string
  /** Facts in the words of schema.org. */
  facts?: object
  /** Not to be listed: a marker in the place of what was withdrawn. */
  unlisted?: true
}

const CHARACTERS: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/** Facts as they may stand in a page: no browser reads them as anything else. */
export function factsInPage(facts: object): string {
  return JSON.stringify(facts).replace(/[<>&\u2028\u2029]/g, letter => CHARACTERS[letter]!)
}
