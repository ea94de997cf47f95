/** A piece of an equation as Word writes it (ECMA-376 part 1, 22.1). */
export interface Part {
  tag: string
  attributes: Record<string, string>
  inside: (Part | string)[]
}

/** An equation in one line, as one would type it: `(a+b)/2`, `x^2`, `√(2)`. Nothing in it is lost but its looks. */
export function inOneLine(part: Part): string {
  const of = (tag: string) => part.inside.filter((one): one is Part => typeof one !== 'string' && one.tag === tag)
  const first = (tag: string) => of(tag).map(inOneLine).join('')
  const bound = (tag: string) => inBrackets(first(tag))
  const sub = () => (first('sub') ? `_${bound('sub')}` : '')
  const sup = () => (first('sup') ? `^${bound('sup')}` : '')
  switch (part.tag) {
    case 'f':
      return `${bound('num')}/${bound('den')}`
    case 'sSup':
    case 'sSub':
    case 'sSubSup':
      return `${bound('e')}${sub()}${sup()}`
    case 'sPre':
      return `${sub()}${sup()}${bound('e')}`
    case 'rad':
      return `${first('deg') ? inBrackets(first('deg')) : ''}√${bound('e')}`
    case 'd':
      return `${signOf(part, 'begChr', '(')}${of('e')
        .map(inOneLine)
        .join(signOf(part, 'sepChr', '|'))}${signOf(part, 'endChr', ')')}`
    case 'nary':
      return `${signOf(part, 'chr', '∫')}${sub()}${sup()} ${first('e')}`
    case 'func':
      return `${first('fName')} ${first('e')}`
    case 'limLow':
      return `${first('e')}_${bound('lim')}`
    case 'limUpp':
      return `${first('e')}^${bound('lim')}`
    case 'm':
      return `[${of('mr').map(inOneLine).join('; ')}]`
    case 'mr':
      return of('e').map(inOneLine).join(', ')
    case 'eqArr':
      return of('e').map(inOneLine).join('; ')
    case 't':
      return part.inside.filter(one => typeof one === 'string').join('')
    default:
      return part.tag.endsWith('Pr')
        ? ''
        : part.inside.map(one => (typeof one === 'string' ? '' : inOneLine(one))).join('')
  }
}

function inBrackets(words: string): string {
  return words === '' || /^[\p{L}\p{N}.,]+$/u.test(words) ? words : `(${words})`
}

/** The sign that its properties name; one that is named and empty is none. */
function signOf({ tag, inside }: Part, sign: string, usual: string): string {
  const properties = inside.find((one): one is Part => typeof one !== 'string' && one.tag === `${tag}Pr`)
  const named = properties?.inside.find((one): one is Part => typeof one !== 'string' && one.tag === sign)
  return named ? (named.attributes.val ?? '') : usual
}
