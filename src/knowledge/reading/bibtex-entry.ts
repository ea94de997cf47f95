/** An entry as it was written: `@article{key, title = {…}, year = 2001}`. */
export interface Entry {
  kind: string
  /** Empty where the entry has none. */
  key: string
  /** Fields by their names in small letters, each value as it stands, with its brackets or quotation marks. */
  fields: Map<string, string>
}

/** Parts an entry that is whole; undefined where it is none. */
export function entryFrom(text: string): Entry | undefined {
  const [head, kind] = /^@([A-Za-z]+)\s*[{(]/.exec(text) ?? []
  if (!head || !kind) return undefined
  const [first = '', ...others] = partsIn(text.slice(head.length, -1))
  const isKey = !/^\s*[A-Za-z][\w:-]*\s*=/.test(first)
  const fields = new Map<string, string>()
  for (const part of isKey ? others : [first, ...others]) {
    const [, name, value] = /^\s*([A-Za-z][\w:+-]*)\s*=([\s\S]*)$/.exec(part) ?? []
    if (name && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value!.trim())
  }
  return { kind: kind.toLowerCase(), key: isKey ? first.trim().replace(/\s+/g, '-') : '', fields }
}

/** What stands between the commas that are in no brackets and no quotation marks. */
function partsIn(inside: string): string[] {
  const parts: string[] = []
  let [from, depth, quoted] = [0, 0, false]
  for (let at = 0; at < inside.length; at += 1) {
    const letter = inside[at]
    if (letter === '\\') at += 1
    else if (letter === '{') depth += 1
    else if (letter === '}') depth -= 1
    else if (letter === '"' && depth === 0) quoted = !quoted
    else if (letter === ',' && depth === 0 && !quoted) {
      parts.push(inside.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, inside.slice(from)].filter((part, at) => at === 0 || part.trim() !== '')
}

/** The entry in writing again, with a key in any case. */
export function written({ kind, key, fields }: Entry): string {
  const lines = [...fields].map(([name, value]) => `${name} = ${value}`)
  return `@${kind}{${[key || 'without-a-key', ...lines].join(',\n')}}`
}

/** What an entry never takes over from the one that it is part of. */
const ITS_OWN =
  /^(crossref|xdata|xref|key|ids|pages|doi|url|urldate|abstract|keywords|note|file|shorttitle|subtitle|author|sortkey)$/

/**
 * An entry together with what the entries say that it is part of: a talk takes the title of its proceedings as where it stands, and
 * their editor, publisher and year (BibTeX’s `crossref`, BibLaTeX’s `xdata`).
 */
export function withWhatItIsPartOf(entry: Entry, find: (key: string) => Entry | undefined): Entry {
  const fields = new Map(entry.fields)
  const keysIn = (name: string) =>
    (entry.fields.get(name) ?? '')
      .replace(/[{}"\s]/g, '')
      .split(',')
      .filter(Boolean)
  for (const key of keysIn('xdata').slice(0, 20))
    for (const [name, value] of find(key)?.fields ?? []) if (!fields.has(name)) fields.set(name, value)
  const whole = keysIn('crossref').slice(0, 1).map(find)[0]
  const isDated = fields.has('year') || fields.has('date')
  for (const [name, value] of whole?.fields ?? []) {
    const as = name === 'title' ? 'booktitle' : name
    const isTaken = fields.has(as) || ITS_OWN.test(name) || (isDated && /^(year|date|month)$/.test(name))
    if (!isTaken && !(as === 'booktitle' && fields.has('journal'))) fields.set(as, value)
  }
  for (const name of ['crossref', 'xdata', 'xref']) fields.delete(name)
  return { ...entry, fields }
}

const COMMANDS: Record<string, string> = {
  aa: 'å',
  AA: 'Å',
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  textquoteright: '’',
  textquoteleft: '‘',
  textquotedblright: '”',
  textquotedblleft: '“',
  guillemotleft: '«',
  guillemotright: '»',
}

/** Letters and signs that LaTeX writes as commands, and the reader of BibTeX does not know; an accent upon `\i` stands on an i. */
export function plainLetters(text: string): string {
  return text
    .replace(/(\\(?:['`^"~=.]|[uvHckr](?![A-Za-z])))\s*\{\s*\\([ij])\s*\}/g, '$1{$2}')
    .replace(/(\\(?:['`^"~=.]|[uvHckr](?![A-Za-z])))\s*\\([ij])(?![A-Za-z])\s?/g, '$1{$2}')
    .replace(/\\([A-Za-z]{2,20})(?:\{\}|\s(?=\S)|(?![A-Za-z]))/g, (whole: string, command: string) =>
      Object.hasOwn(COMMANDS, command) ? COMMANDS[command]! : whole,
    )
}
