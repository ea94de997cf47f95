import { element, pressable } from '../elements.js'

const SIDES = ['left', 'top', 'width', 'height'] as const
type Side = (typeof SIDES)[number]
type Numbers = Record<Side, number>

/** Parts of a picture are drawn, moved and sized by mouse, finger or keys; the number fields stay what is sent. */
export function coverPictures(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-covering]')) {
    const picture = form.querySelector<HTMLElement>('[data-covering-picture]')
    if (picture) new Cover(form, picture)
  }
}

class Cover {
  private readonly parts: Part[]

  constructor(
    form: HTMLFormElement,
    private readonly picture: HTMLElement,
  ) {
    this.parts = [...form.querySelectorAll<HTMLElement>('[data-area]')].map(fields => new Part(fields, picture))
    const crop = this.parts.at(-1)!
    const add = pressable('Cover another part', 'button button-secondary button-small', () =>
      this.free()?.place({ left: 40, top: 40, width: 20, height: 20 }).focus(),
    )
    const cut = pressable('Cut the picture', 'button button-secondary button-small', () =>
      (crop.isThere ? crop : crop.place({ left: 5, top: 5, width: 90, height: 90 })).focus(),
    )
    const help = form.querySelector('[data-covering-help]')
    if (help)
      help.textContent =
        'Drag a part, or move it with the arrow keys; drag its corner, or hold Shift, to make it larger or smaller. Delete takes it away.'
    picture.after(element('div', { class: 'actions-row covering-tools' }, add, cut))
    picture.addEventListener('pointerdown', event => this.draw(event))
  }

  private free(): Part | undefined {
    return this.parts.slice(0, -1).find(part => !part.isThere)
  }

  /** With a mouse a part can be drawn where there is none; a finger there scrolls the page. */
  private draw(event: PointerEvent): void {
    const onPart = (event.target as Element).closest('.cover-box')
    const part = onPart || event.pointerType !== 'mouse' || event.button !== 0 ? undefined : this.free()
    if (!part) return
    event.preventDefault()
    const from = pointIn(this.picture, event)
    part.place({ left: from.x, top: from.y, width: 0.5, height: 0.5 }).focus()
    follow(this.picture, event, to =>
      part.place({
        left: Math.min(from.x, to.x),
        top: Math.min(from.y, to.y),
        width: Math.max(0.5, Math.abs(to.x - from.x)),
        height: Math.max(0.5, Math.abs(to.y - from.y)),
      }),
    )
  }
}

class Part {
  private readonly box: HTMLElement
  private readonly inputs: Record<Side, HTMLInputElement>

  constructor(
    private readonly fields: HTMLElement,
    private readonly picture: HTMLElement,
  ) {
    const name = fields.dataset.area!
    const called = name === 'Crop' ? 'The part that stays' : `Part ${name} to cover`
    const corner = element('span', { class: 'cover-corner' })
    this.box = element(
      'div',
      {
        class: name === 'Crop' ? 'cover-box cover-crop' : 'cover-box',
        tabindex: '0',
        role: 'group',
        'aria-label': called,
      },
      corner,
    )
    this.box.setAttribute('aria-roledescription', 'part of the picture, moved with the arrow keys')
    const input = (side: Side) => fields.querySelector<HTMLInputElement>(`[name="${side}${name}"]`)!
    this.inputs = { left: input('left'), top: input('top'), width: input('width'), height: input('height') }
    this.box.addEventListener('keydown', event => this.pressed(event))
    this.box.addEventListener('pointerdown', event => this.dragged(event, event.target === corner))
    fields.addEventListener('input', () => this.show())
    this.show()
  }

  get isThere(): boolean {
    return SIDES.every(side => this.inputs[side].value.trim() !== '')
  }

  focus(): void {
    this.box.focus({ preventScroll: true })
  }

  place(to: Numbers): this {
    const width = between(0.5, to.width, 100)
    const height = between(0.5, to.height, 100)
    const at = { left: between(0, to.left, 100 - width), top: between(0, to.top, 100 - height), width, height }
    for (const side of SIDES) this.inputs[side].value = String(Math.round(at[side] * 10) / 10)
    this.show()
    return this
  }

  private get numbers(): Numbers {
    const number = (side: Side) => Number(this.inputs[side].value.replace(',', '.')) || 0
    return { left: number('left'), top: number('top'), width: number('width'), height: number('height') }
  }

  private show(): void {
    // The first stays open, so that there is a place to begin for those who type.
    this.fields.hidden = !this.isThere && this.fields.dataset.area !== '1'
    if (!this.isThere) return this.box.remove()
    if (!this.box.isConnected) this.picture.append(this.box)
    const { left, top, width, height } = this.numbers
    for (const [side, value] of Object.entries({ left, top, width, height }))
      this.box.style.setProperty(side, `${value}%`)
  }

  private pressed(event: KeyboardEvent): void {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key]
    if (event.key === 'Delete' || event.key === 'Backspace') this.clear()
    else if (way) this.shift(way[0]!, way[1]!, event.shiftKey)
    else return
    event.preventDefault()
  }

  private shift(across: number, down: number, sizes: boolean): void {
    const { left, top, width, height } = this.numbers
    if (sizes) {
      this.place({
        left,
        top,
        width: Math.min(width + across, 100 - left),
        height: Math.min(height + down, 100 - top),
      })
    } else this.place({ left: left + across, top: top + down, width, height })
  }

  private clear(): void {
    for (const side of SIDES) this.inputs[side].value = ''
    this.show()
    this.picture.parentElement?.querySelector<HTMLElement>('.covering-tools button')?.focus()
  }

  private dragged(event: PointerEvent, sizes: boolean): void {
    event.preventDefault()
    this.focus()
    const from = pointIn(this.picture, event)
    const { left, top, width, height } = this.numbers
    follow(
      this.box,
      event,
      to => {
        const [across, down] = [to.x - from.x, to.y - from.y]
        if (sizes)
          this.place({
            left,
            top,
            width: Math.min(width + across, 100 - left),
            height: Math.min(height + down, 100 - top),
          })
        else this.place({ left: left + across, top: top + down, width, height })
      },
      this.picture,
    )
  }
}

function follow(
  held: HTMLElement,
  event: PointerEvent,
  moved: (to: { x: number; y: number }) => void,
  within = held,
): void {
  held.setPointerCapture(event.pointerId)
  const move = (next: PointerEvent) => moved(pointIn(within, next))
  const end = () => held.removeEventListener('pointermove', move)
  held.addEventListener('pointermove', move)
  held.addEventListener('pointerup', end, { once: true })
  held.addEventListener('pointercancel', end, { once: true })
}

/** In hundredths of the picture. */
function pointIn(picture: HTMLElement, event: PointerEvent): { x: number; y: number } {
  const { left, top, width, height } = picture.getBoundingClientRect()
  return {
    x: between(0, ((event.clientX - left) / width) * 100, 100),
    y: between(0, ((event.clientY - top) / height) * 100, 100),
  }
}

function between(least: number, number: number, most: number): number {
  return Math.max(least, Math.min(number, most))
}
