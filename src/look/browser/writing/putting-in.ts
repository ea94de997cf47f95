import type { Change, Chosen } from './marks.js'

export function chosenIn(text: HTMLTextAreaElement): Chosen {
  return { value: text.value, start: text.selectionStart, end: text.selectionEnd }
}

/** Changes a text as if it had been typed, so that the browser can undo it and what saves as typed hears of it. */
export function putIn(text: HTMLTextAreaElement, { from, to, words, start, end }: Change): void {
  text.focus()
  text.setSelectionRange(from, to)
  // Nothing else keeps the browser's own undo; where it does not work any more, the words go in all the same.
  const typed = words === '' ? document.execCommand('delete') : document.execCommand('insertText', false, words)
  if (!typed) {
    text.setRangeText(words, from, to, 'end')
    text.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  text.setSelectionRange(start, end)
}

/** Puts words where the writing stopped, and goes on behind them. */
export function putInHere(text: HTMLTextAreaElement, words: string): void {
  const { selectionStart: from, selectionEnd: to } = text
  putIn(text, { from, to, words, start: from + words.length, end: from + words.length })
}
