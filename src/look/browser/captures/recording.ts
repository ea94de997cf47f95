import { element, pressable } from '../elements.js'

/** What browsers record in, the most widely played first; each arrives under an ending that may come in. */
const forms = [
  { type: 'audio/mp4', ending: 'm4a', only: 'Safari' },
  { type: 'audio/webm;codecs=opus', ending: 'webm' },
  { type: 'audio/ogg;codecs=opus', ending: 'ogg' },
  { type: 'audio/mp4', ending: 'm4a' },
]
const longest = 60 * 60
const quality = 48_000

/** Sound recorded in the page, wherever a form says so (`data-recorder`); it goes with the form like any file. */
export function offerRecording(): void {
  const form = formHere()
  if (!form || !('mediaDevices' in navigator)) return
  for (const place of document.querySelectorAll<HTMLElement>('[data-recorder]')) new Recorder(place, form)
}

function formHere(): { type: string; ending: string } | undefined {
  if (!('MediaRecorder' in window)) return undefined
  const isSafari = /^((?!chrome|android).)*safari/i.test(navigator.userAgent)
  return forms.find(form => (!('only' in form) || isSafari) && MediaRecorder.isTypeSupported(form.type))
}

class Recorder {
  private recorder: MediaRecorder | undefined
  private pieces: Blob[] = []
  private seconds = 0
  private ticking = 0
  private readonly kept: { file: File; line: HTMLElement }[] = []
  private readonly begin = pressable('Record sound', 'button button-secondary button-small', () => void this.start())
  private readonly pause = pressable('Pause', 'button button-secondary button-small', () => this.pauseOrGoOn())
  private readonly stop = pressable('Stop', 'button button-small', () => this.recorder?.stop())
  private readonly length = element('span', { class: 'recorder-length' }, '0:00')
  private readonly said = element('p', { class: 'save-state', role: 'status' })
  private readonly list = element('ul', { class: 'recordings', 'aria-label': 'What you have recorded', hidden: '' })

  constructor(
    place: HTMLElement,
    private readonly how: { type: string; ending: string },
  ) {
    place.append(
      element('div', { class: 'recorder' }, this.begin, this.pause, this.stop, this.length),
      this.said,
      this.list,
    )
    place.hidden = false
    this.show(false)
    const form = place.closest('form')!
    form.addEventListener('formdata', event => {
      for (const { file } of this.kept) event.formData.append('files', file)
    })
    form.addEventListener('captured', () => this.takeAllOut())
    window.addEventListener('beforeunload', event => {
      if (this.recorder) event.preventDefault()
    })
  }

  private async start(): Promise<void> {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      this.recorder = new MediaRecorder(stream, { mimeType: this.how.type, audioBitsPerSecond: quality })
    } catch {
      this.said.textContent = 'The microphone cannot be used. Allow it for this page in the browser, then try again.'
      return
    }
    this.pieces = []
    this.seconds = 0
    this.recorder.addEventListener('dataavailable', event => this.pieces.push(event.data))
    this.recorder.addEventListener('stop', () => this.keep())
    this.recorder.start(1000)
    this.ticking = window.setInterval(() => this.tick(), 1000)
    this.show(true)
    this.said.textContent = 'Recording.'
    this.stop.focus()
  }

  private tick(): void {
    if (this.recorder?.state !== 'recording') return
    this.seconds += 1
    this.length.textContent = asLength(this.seconds)
    if (this.seconds >= longest) this.recorder.stop()
  }

  private pauseOrGoOn(): void {
    if (!this.recorder) return
    const goesOn = this.recorder.state === 'paused'
    if (goesOn) this.recorder.resume()
    else this.recorder.pause()
    this.pause.textContent = goesOn ? 'Pause' : 'Go on'
    this.said.textContent = goesOn ? 'Recording.' : 'Paused.'
  }

  private keep(): void {
    clearInterval(this.ticking)
    this.recorder?.stream.getTracks().forEach(track => track.stop())
    this.recorder = undefined
    this.show(false)
    const type = this.how.type.split(';')[0]!
    const name = `Recording ${new Date().toLocaleString('sv').slice(0, 16).replace(':', '.')}.${this.how.ending}`
    const file = new File(this.pieces, name, { type })
    const length = asLength(this.seconds)
    const player = element('audio', {
      controls: '',
      src: URL.createObjectURL(file),
      'aria-label': `Recording, ${length}`,
    })
    const one = { file, line: element('li', {}, player, element('span', { class: 'quiet' }, length)) }
    one.line.append(pressable('Take out', 'link-button', () => this.takeOut(one)))
    this.kept.push(one)
    this.list.append(one.line)
    this.list.hidden = false
    this.said.textContent = `Recorded, ${length}. You can listen to it before you save.`
    this.begin.focus()
  }

  private takeOut(one: { file: File; line: HTMLElement }): void {
    this.kept.splice(this.kept.indexOf(one), 1)
    URL.revokeObjectURL(one.line.querySelector('audio')!.src)
    one.line.remove()
    this.list.hidden = this.kept.length === 0
    this.said.textContent = 'The recording is taken out.'
    this.begin.focus()
  }

  private takeAllOut(): void {
    for (const one of [...this.kept]) this.takeOut(one)
    this.said.textContent = ''
  }

  private show(isRecording: boolean): void {
    this.begin.hidden = isRecording
    for (const part of [this.pause, this.stop, this.length]) part.hidden = !isRecording
    this.pause.textContent = 'Pause'
    this.length.textContent = '0:00'
  }
}

function asLength(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
