/** One key that does something on every page, where nobody is typing. Each can be switched off, on this device. */
export interface SingleKey {
  key: string
  does: string
}

export const singleKeys = [
  { key: '/', does: 'goes to the search' },
  { key: 'l', does: 'opens the page for logging evidence' },
  { key: 'h', does: 'opens the help about this page' },
  { key: '?', does: 'shows this list of keys' },
] as const satisfies SingleKey[]

/** Keys that work only where one is, and are nobody's hindrance elsewhere. */
export const keysInPlace: { where: string; keys: { key: string; does: string }[] }[] = [
  {
    where: 'In a text',
    keys: [
      { key: 'Ctrl B', does: 'bold; ⌘ in place of Ctrl on a Mac' },
      { key: 'Ctrl I', does: 'italic' },
      { key: 'Ctrl K', does: 'a link' },
      { key: 'Enter', does: 'in a list of points, the next point' },
    ],
  },
  {
    where: 'In what the search found',
    keys: [{ key: '↓ ↑', does: 'from one to the next, and back to the box' }],
  },
  {
    where: 'In a text that you code',
    keys: [
      { key: '→ ←', does: 'choose a word; with Shift, more words' },
      { key: '↓ ↑', does: 'choose a sentence; with Shift, more sentences' },
      { key: 'Home, End', does: 'the first and the last word' },
    ],
  },
  {
    where: 'Everywhere',
    keys: [
      { key: 'Tab', does: 'to the next link, button or field; with Shift, back' },
      { key: 'Esc', does: 'closes what opened over the page' },
    ],
  },
]
