import { element, pressable } from '../elements.js'

/** Shows the files that were chosen before they are sent: pictures as pictures, each with a way to take it out again. */
export function showChosenFiles(): void {
  for (const field of document.querySelectorAll<HTMLElement>('[data-files]')) new ChosenFiles(field)
}

class ChosenFiles {
  private readonly input: HTMLInputElement
  private readonly list: HTMLElement
  private readonly said = element('p', { class: 'save-state', role: 'status' })
  private readonly refusals = element('div', { class: 'govuk-error-message', role: 'alert', hidden: '' })
  private files: File[] = []

  constructor(field: HTMLElement) {
    this.input = field.querySelector<HTMLInputElement>('input[type="file"]')!
    this.list =
      field.querySelector<HTMLElement>('.chosen') ??
      field.appendChild(element('ul', { class: 'chosen', 'aria-label': 'Files you have chosen', hidden: '' }))
    this.list.after(this.refusals, this.said)
    this.input.addEventListener('change', () => this.chosen())
    this.input.addEventListener('emptied', () => this.empty())
    // An iPhone that is not asked for its own format sends JPEG, which is quicker; elsewhere such files lie about.
    if (/^\./.test(this.input.accept) && !/iP(hone|ad|od)/.test(navigator.userAgent))
      this.input.accept += ',.heic,.heif'
  }

  /** Choosing again adds to what was chosen before, as people expect when they take one photo after another. */
  private chosen(): void {
    const chosen = [...(this.input.files ?? [])].filter(file => !this.files.some(known => isSame(known, file)))
    const added = chosen.filter(file => this.isTaken(file))
    const refused = chosen.filter(file => !added.includes(file))
    const most = this.input.multiple ? Number(this.input.dataset.max) || 10 : 1
    const all = this.input.multiple ? [...this.files, ...added] : added
    this.files = all.slice(0, most)
    this.show()
    this.refused(refused)
    this.said.textContent =
      all.length > most ? `Only ${most} files can be added at once. Save these, then add the rest.` : this.count()
  }

  /** Whether its ending is among those that come in; a camera says what it takes in another way. */
  private isTaken(file: File): boolean {
    const endings = this.input.accept.split(',').filter(one => one.startsWith('.'))
    const isHeic = /\.hei[cf]$/i.test(file.name)
    return endings.length === 0 || isHeic || endings.some(ending => file.name.toLowerCase().endsWith(ending))
  }

  /** Said before anything is sent, and beside the field. */
  private refused(files: File[]): void {
    this.refusals.replaceChildren(
      ...files.map(file => element('p', {}, `${file.name} was not added. ${whatToDoWith(file)}`)),
    )
    this.refusals.hidden = files.length === 0
  }

  private empty(): void {
    this.files = []
    this.show()
    this.said.textContent = ''
  }

  private takeOut(file: File): void {
    this.files = this.files.filter(one => one !== file)
    this.show()
    this.said.textContent = `${file.name} taken out. ${this.count()}`
    this.input.focus()
  }

  private show(): void {
    const carrier = new DataTransfer()
    for (const file of this.files) carrier.items.add(file)
    this.input.files = carrier.files
    this.list.hidden = this.files.length === 0
    for (const one of this.list.querySelectorAll('audio')) URL.revokeObjectURL(one.src)
    this.list.replaceChildren(...this.files.map(file => this.line(file)))
  }

  private line(file: File): HTMLElement {
    const line = element(
      'li',
      {},
      element('span', { class: 'chosen-name', title: file.name }, file.name),
      element('span', { class: 'quiet' }, size(file.size)),
    )
    const out = pressable('Take out', 'link-button', () => this.takeOut(file))
    out.setAttribute('aria-label', `Take out ${file.name}`)
    line.append(out)
    if (file.type.startsWith('audio/')) line.append(player(file))
    if (file.type.startsWith('image/')) void preview(file).then(picture => picture && line.prepend(picture))
    return line
  }

  private count(): string {
    return this.files.length === 1
      ? 'One file chosen.'
      : this.files.length === 0
        ? 'No files chosen.'
        : `${this.files.length} files chosen.`
  }
}

function whatToDoWith({ name, type }: File): string {
  const ending = /\.[^.]+$/.exec(name)?.[0] ?? 'this name'
  if (type.startsWith('audio/') || /\.(aiff?|amr|flac|aac|wma)$/i.test(name))
    return `Sound that ends in ${ending} does not play everywhere: save it as m4a, mp3 or wav, and add that.`
  if (type.startsWith('video/'))
    return `Films that end in ${ending} do not play everywhere: save it as mp4, and add that.`
  return `Files that end in ${ending} are not taken: save it as a PDF or a picture, and add that.`
}

function player(file: File): HTMLElement {
  const src = URL.createObjectURL(file)
  return element('audio', { controls: '', src, 'aria-label': file.name })
}

// Drawn on a canvas, because the page allows no pictures from anywhere but the workbench itself.
async function preview(file: File): Promise<HTMLElement | null> {
  try {
    const picture = await createImageBitmap(file, { resizeWidth: 288, resizeQuality: 'medium' })
    const canvas = element('canvas', { 'aria-hidden': 'true' })
    canvas.width = picture.width
    canvas.height = picture.height
    canvas.getContext('2d')?.drawImage(picture, 0, 0)
    picture.close()
    return canvas
  } catch {
    return null
  }
}

function isSame(one: File, other: File): boolean {
  return one.name === other.name && one.size === other.size && one.lastModified === other.lastModified
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
