import { element, pressable } from '../elements.js'
import { around, before, link, type Mark, nextPoint } from './marks.js'
import { chosenIn, putIn } from './putting-in.js'

interface Tool {
  name: string
  shown: string
  looks: string
  mark: Mark
  /** Pressed with Ctrl, or ⌘ on a Mac; with Shift where it is a capital. */
  key?: string
}

const tools: Tool[] = [
  { name: 'Bold', shown: 'B', looks: 'writing-bold', mark: around('**'), key: 'b' },
  { name: 'Italic', shown: 'I', looks: 'writing-italic', mark: around('*'), key: 'i' },
  { name: 'Points', shown: '• Points', looks: '', mark: before('- ') },
  { name: 'Heading', shown: 'Heading', looks: '', mark: before('## ') },
  { name: 'Link', shown: 'Link', looks: '', mark: link, key: 'k' },
]

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** Five buttons under a text, and their keys (the toolbar of the ARIA Authoring Practices: one stop for Tab, then arrows). */
export function giveTools(text: HTMLTextAreaElement): HTMLElement {
  const bar = element('div', { class: 'writing-tools', role: 'toolbar', 'aria-label': 'Writing' })
  if (text.id) bar.setAttribute('aria-controls', text.id)
  bar.append(...tools.map(tool => buttonOf(tool, text)), helpFor(bar))
  walkByArrows(bar)
  text.addEventListener('keydown', event => press(event, text))
  return bar
}

function buttonOf({ name, shown, looks, mark, key }: Tool, text: HTMLTextAreaElement): HTMLButtonElement {
  const button = pressable(shown, `writing-tool ${looks}`.trim(), () => putIn(text, mark(chosenIn(text))))
  if (shown !== name) button.setAttribute('aria-label', name)
  if (key) {
    button.title = `${name} (${isMac ? '⌘' : 'Ctrl+'}${key.toUpperCase()})`
    button.setAttribute('aria-keyshortcuts', `${isMac ? 'Meta' : 'Control'}+${key.toUpperCase()}`)
  }
  // What is chosen in the text stays chosen.
  button.addEventListener('mousedown', event => event.preventDefault())
  return button
}

function press(event: KeyboardEvent, text: HTMLTextAreaElement): void {
  if (event.isComposing || event.defaultPrevented) return
  if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const change = nextPoint(chosenIn(text))
    if (!change) return
    event.preventDefault()
    putIn(text, change)
    return
  }
  if (!(isMac ? event.metaKey : event.ctrlKey) || event.altKey || event.shiftKey) return
  const tool = tools.find(one => one.key === event.key.toLowerCase())
  if (!tool) return
  event.preventDefault()
  putIn(text, tool.mark(chosenIn(text)))
}

const ways: [typed: string, becomes: string][] = [
  ['**strong**', 'words that stand out'],
  ['*quietly*', 'words in italics'],
  ['- a point', 'a list, one point on each line'],
  ['## Heading', 'a heading, on a line of its own'],
  ['> said', 'a quotation'],
  ['[words](address)', 'a link'],
]

function helpFor(bar: HTMLElement): HTMLButtonElement {
  const list = element('dl', { class: 'writing-ways' })
  for (const [typed, becomes] of ways)
    list.append(element('div', {}, element('dt', {}, element('code', {}, typed)), element('dd', {}, becomes)))
  list.hidden = true
  const button = pressable('?', 'writing-tool writing-help', () => {
    list.hidden = !list.hidden
    button.setAttribute('aria-expanded', String(!list.hidden))
    if (!list.isConnected) bar.after(list)
  })
  button.setAttribute('aria-label', 'What you can type')
  button.setAttribute('aria-expanded', 'false')
  return button
}

function walkByArrows(bar: HTMLElement): void {
  const buttons = [...bar.querySelectorAll('button')]
  const goTo = (at: number) => {
    for (const [place, button] of buttons.entries()) button.tabIndex = place === at ? 0 : -1
  }
  goTo(0)
  bar.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -buttons.length, End: buttons.length }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const next =
      Math.abs(step) > 1 ? (step < 0 ? 0 : buttons.length - 1) : (at + step + buttons.length) % buttons.length
    goTo(next)
    buttons[next]!.focus()
  })
}
