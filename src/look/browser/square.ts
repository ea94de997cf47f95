/**
 * A point is placed on a square by pointer, by touch, and by the arrow keys; the two choices beneath it follow, and they
 * alone are sent. Without this they are chosen by themselves.
 */
export function placeOnSquares(): void {
  for (const field of document.querySelectorAll<HTMLElement>('[data-square]')) new Square(field)
}

type Place = { across: number; up: number }

// The drawing is 240 wide and high; its square begins at 20 and ends at 220.
const [drawn, from, until] = [240, 20, 220]

class Square {
  private readonly widest: number
  private readonly ground: HTMLElement
  private readonly point: SVGCircleElement
  private readonly said: HTMLElement

  constructor(private readonly field: HTMLElement) {
    this.widest = Number(field.dataset.square)
    this.ground = field.querySelector<HTMLElement>('[data-square-field]')!
    this.point = field.querySelector<SVGCircleElement>('[data-square-point]')!
    this.said = field.querySelector<HTMLElement>('[data-square-said]')!
    this.ground.tabIndex = 0
    this.ground.setAttribute('role', 'group')
    this.ground.setAttribute(
      'aria-label',
      'The square: the arrow keys move the point, the two choices below say where it is',
    )
    this.ground.addEventListener('pointerdown', event => this.press(event))
    this.ground.addEventListener('pointermove', event => {
      if (this.ground.hasPointerCapture(event.pointerId)) this.choose(this.under(event))
    })
    this.ground.addEventListener('keydown', event => this.step(event))
    for (const side of ['across', 'up'] as const) this.choice(side).addEventListener('change', () => this.show())
    this.show()
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0) return
    this.ground.setPointerCapture(event.pointerId)
    this.choose(this.under(event))
  }

  private step(event: KeyboardEvent): void {
    const ways: Record<string, [number, number]> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    }
    const way = ways[event.key]
    if (!way || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const middle = Math.round(this.widest / 2)
    const place = this.place()
    this.choose(place ? { across: place.across + way[0], up: place.up + way[1] } : { across: middle, up: middle })
  }

  private under(event: PointerEvent): Place {
    const { left, top, width, height } = this.ground.querySelector('svg')!.getBoundingClientRect()
    const along = (at: number) => ((at * drawn - from) / (until - from)) * this.widest
    const across = along((event.clientX - left) / width)
    const up = this.widest - along((event.clientY - top) / height)
    return { across: Math.round(across), up: Math.round(up) }
  }

  private choose({ across, up }: Place): void {
    const within = (at: number) => String(Math.max(0, Math.min(this.widest, at)))
    if (this.choice('across').value === within(across) && this.choice('up').value === within(up)) return
    this.choice('across').value = within(across)
    this.choice('up').value = within(up)
    this.choice('up').dispatchEvent(new Event('input', { bubbles: true }))
    this.show()
  }

  private show(): void {
    const place = this.place()
    this.point.classList.toggle('is-away', !place)
    if (!place) return void (this.said.textContent = '')
    const at = (step: number) => from + (step / this.widest) * (until - from)
    this.point.setAttribute('cx', String(at(place.across)))
    this.point.setAttribute('cy', String(at(this.widest - place.up)))
    this.said.textContent = `${place.across} across, ${place.up} up`
  }

  private place(): Place | null {
    const [across, up] = [this.choice('across').value, this.choice('up').value]
    return across === '' || up === '' ? null : { across: Number(across), up: Number(up) }
  }

  private choice(side: 'across' | 'up'): HTMLSelectElement {
    return this.field.querySelector<HTMLSelectElement>(`[data-square-side="${side}"]`)!
  }
}
