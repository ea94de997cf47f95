import { safeAddress } from '../../documents/safe-address.js'
import { colours } from '../paper.js'
import type { Pen } from '../pen.js'
import type { LinkSaid } from '../lettering/spans.js'
import { tag, type Tag } from './tags.js'

export type Target = { address: string; says: string } | { place: string; says: string }

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Where the links of one document lead: to a place in it, to an address, or nowhere. */
export class Links {
  private readonly places = new Map<string, string>()
  private readonly drawn = new Map<LinkSaid, { tag: Tag; page: number }>()

  /**
   * @param ids the ids of the headings that a link can lead to
   * @param address the web address of the document, from which addresses that begin with `/` are taken
   */
  constructor(
    ids: string[],
    private readonly address: string | undefined,
  ) {
    this.add(...ids)
  }

  /** Further places that links can lead to. */
  add(...ids: string[]): void {
    for (const id of ids)
      if (!this.places.has(id)) this.places.set(id, `part-${String(this.places.size + 1).padStart(4, '0')}`)
  }

  /** The name by which a heading can be reached in the PDF. */
  placeInFile(id: string): string | undefined {
    return this.places.get(id)
  }

  targetOf(link: LinkSaid): Target | undefined {
    const says = link.title ? `${link.words}: ${link.title}` : link.words
    if (link.href.startsWith('#')) return this.within(link.href.slice(1), says)
    const address = this.whole(link.href)
    return address ? { address, says: link.title ? says : `${link.words} (${address})` } : undefined
  }

  /** The tag of a link on this page: the same one for all its lines. */
  tagFor(pen: Pen, link: LinkSaid, parent: Tag): Tag {
    const drawn = this.drawn.get(link)
    if (drawn?.page === pen.pages) return drawn.tag
    const own = tag('Link', link.mark ? tag('Reference', parent) : parent)
    this.drawn.set(link, { tag: own, page: pen.pages })
    pen.endWithPage(own)
    return own
  }

  /** Makes a box on the page lead somewhere, and underlines what is in it. */
  draw(pen: Pen, target: Target, tag: Tag, box: Box, foot: number): void {
    if (box.width <= 0) return
    pen.within(tag, () => pen.rule(box.x, foot + 2, box.width, 0.5, colours.teal))
    const options = { structParent: pen.begin(tag), Contents: new String(target.says), Subtype: 'Link' }
    const action =
      'place' in target ? { S: 'GoTo', D: new String(target.place) } : { S: 'URI', URI: new String(target.address) }
    const ref = pen.press.ref(action)
    ref.end()
    pen.press.annotate(box.x, box.y, box.width, box.height, { ...options, A: ref })
  }

  private within(id: string, says: string): Target | undefined {
    const place = this.places.get(decoded(id))
    return place ? { place, says } : undefined
  }

  private whole(href: string): string | undefined {
    const safe = safeAddress(href)
    if (!safe?.startsWith('/')) return safe && new URL(safe).href
    return this.address && URL.canParse(safe, this.address) ? new URL(safe, this.address).href : undefined
  }
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
