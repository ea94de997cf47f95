/** The part in which a file says what kind each of its parts is; names of parts are alike whatever their case. */
export const TYPES_PART = '[content_types].xml'

/**
 * Where the part of one kind lies in a Word or Excel file, as the file itself says (ECMA-376 part 2, 10.1.2.2). Word Online calls the
 * document `word/document2.xml`, and other programs have their own names; only the content type is fixed.
 * @param contentTypes the part `[Content_Types].xml`
 * @param names of all parts, as the archive lists them
 */
export function partOfType(contentTypes: string, type: string, names: Iterable<string>): string | undefined {
  const parts = new Map([...names].map(name => [name.toLowerCase(), name]))
  for (const [tag] of contentTypes.matchAll(/<(?:[\w.-]+:)?Override\s[^<>]{0,2000}>/g)) {
    if (valueOf(tag, 'ContentType') !== type) continue
    const found = parts.get(asPart(valueOf(tag, 'PartName')))
    if (found) return found
  }
  for (const [tag] of contentTypes.matchAll(/<(?:[\w.-]+:)?Default\s[^<>]{0,2000}>/g)) {
    if (valueOf(tag, 'ContentType') !== type) continue
    const ending = `.${valueOf(tag, 'Extension').toLowerCase()}`
    const found = [...parts].find(([name]) => name.endsWith(ending))
    if (found) return found[1]
  }
  return undefined
}

function valueOf(tag: string, attribute: string): string {
  const at = new RegExp(`\\s${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return (at?.[1] ?? at?.[2] ?? '').replace(/&amp;/g, '&').trim()
}

/** Part names are alike whatever their case, and begin with a slash that the archive leaves out. */
export function asPart(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase()
}
