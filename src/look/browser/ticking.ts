/**
 * Above a long list of boxes: how many are ticked, and all or none of them in one press. Where each has to be thought about
 * (`data-ticks="one by one"`) they are counted only.
 */
export function tickMany(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-ticks]')) {
    const boxes = [...form.elements].filter(
      (one): one is HTMLInputElement =>
        one instanceof HTMLInputElement && one.type === 'checkbox' && ['pieces', 'words'].includes(one.name),
    )
    if (boxes.length < 2) continue
    const bar = document.createElement('p')
    bar.className = 'ticks-bar'
    const said = document.createElement('span')
    said.setAttribute('aria-live', 'polite')
    const tell = () => {
      said.textContent = `${boxes.filter(box => box.checked).length} of ${boxes.length} ticked`
    }
    bar.append(said)
    if (form.dataset.ticks !== 'one by one') bar.append(button('Tick all', true), button('Tick none', false))
    for (const box of boxes) box.addEventListener('change', tell)
    tell()
    const place = form.querySelector('[data-ticks-bar]') ?? boxes[0]!.closest('ul') ?? boxes[0]!
    place.before(bar)

    function button(text: string, checked: boolean): HTMLButtonElement {
      const one = document.createElement('button')
      one.type = 'button'
      one.className = 'link-button'
      one.textContent = text
      one.addEventListener('click', () => {
        for (const box of boxes) box.checked = checked
        tell()
      })
      return one
    }
  }
}
