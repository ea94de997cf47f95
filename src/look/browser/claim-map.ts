/** The picture of claims, evidence and codes: what is joined lights up, and arrow keys go along the lines. */
export function walkClaimMap(): void {
  for (const map of document.querySelectorAll<SVGSVGElement>('svg[data-claim-map]')) new ClaimMap(map)
}

class ClaimMap {
  private readonly nodes: SVGAElement[]
  private readonly lines: SVGElement[]

  constructor(private readonly map: SVGSVGElement) {
    this.nodes = [...map.querySelectorAll<SVGAElement>('a[data-node]')]
    this.lines = [...map.querySelectorAll<SVGElement>('[data-from]')]
    // One stop of the Tab key; the arrow keys do the rest.
    for (const [at, node] of this.nodes.entries()) node.setAttribute('tabindex', at === 0 ? '0' : '-1')
    map.addEventListener('focusin', event => this.arrive(nodeOf(event.target)))
    map.addEventListener('focusout', () => this.light(null))
    map.addEventListener('pointerover', event => this.light(nodeOf(event.target)))
    map.addEventListener('pointerleave', () => this.light(nodeOf(document.activeElement)))
    map.addEventListener('keydown', event => this.press(event))
  }

  private arrive(node: SVGAElement | null): void {
    if (!node) return
    for (const one of this.nodes) one.setAttribute('tabindex', one === node ? '0' : '-1')
    this.light(node)
    this.tell(node)
  }

  private press(event: KeyboardEvent): void {
    const node = nodeOf(event.target)
    if (!node) return
    const to = this.next(node, event.key)
    if (to === undefined) return
    event.preventDefault()
    to?.focus()
  }

  /** @returns undefined for keys that are not ours, null where there is nothing that way */
  private next(node: SVGAElement, key: string): SVGAElement | null | undefined {
    const column = this.nodes.filter(one => one.dataset.kind === node.dataset.kind)
    const at = column.indexOf(node)
    switch (key) {
      case 'ArrowDown':
        return column[at + 1] ?? null
      case 'ArrowUp':
        return column[at - 1] ?? null
      case 'Home':
        return column[0] ?? null
      case 'End':
        return column.at(-1) ?? null
      case 'ArrowRight':
        return this.joined(node, 'from')[0] ?? null
      case 'ArrowLeft':
        return this.joined(node, 'to')[0] ?? null
      default:
        return undefined
    }
  }

  /** Those that a line goes to (`from` this one), or comes from. */
  private joined(node: SVGAElement, end: 'from' | 'to'): SVGAElement[] {
    const ids = new Set(
      this.lines.flatMap(line =>
        line.dataset[end] === node.dataset.node ? (line.dataset[end === 'from' ? 'to' : 'from'] ?? []) : [],
      ),
    )
    return this.nodes.filter(one => ids.has(one.dataset.node!))
  }

  private light(node: SVGAElement | null): void {
    this.map.classList.toggle('is-tracing', node !== null)
    const lit = new Set<string>(node ? this.around(node).map(one => one.dataset.node!) : [])
    for (const one of this.nodes) one.classList.toggle('is-lit', lit.has(one.dataset.node!))
    for (const line of this.lines)
      line.classList.toggle('is-lit', lit.has(line.dataset.from!) && lit.has(line.dataset.to!))
  }

  /** A claim with its evidence and what that is about; a code with its evidence and the claims that lean on it. */
  private around(node: SVGAElement): SVGAElement[] {
    const right = this.joined(node, 'from')
    const left = this.joined(node, 'to')
    return [
      ...[node, ...right, ...left],
      ...(node.dataset.kind === 'claim' ? right.flatMap(one => this.joined(one, 'from')) : []),
      ...(node.dataset.kind === 'code' ? left.flatMap(one => this.joined(one, 'to')) : []),
    ]
  }

  private tell(node: SVGAElement): void {
    const names = [...this.joined(node, 'to'), ...this.joined(node, 'from')].map(
      one => one.querySelector('text')?.textContent ?? '',
    )
    const said = document.querySelector('[data-map-said]')
    if (said) said.textContent = names.length > 0 ? `Joined with ${names.join(', ')}` : ''
  }
}

function nodeOf(target: EventTarget | null): SVGAElement | null {
  return target instanceof Element ? target.closest<SVGAElement>('a[data-node]') : null
}
