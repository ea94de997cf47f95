/** Where the browser does not let a text grow with its words by itself (`field-sizing`), it grows here. */
export function growWithWords(text: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return
  const grow = () => {
    text.style.height = 'auto'
    text.style.height = `${text.scrollHeight + 4}px`
  }
  text.addEventListener('input', grow)
  if (text.value !== '') grow()
}
