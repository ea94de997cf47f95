type Attributes = Record<string, string>

/** Makes an element; text is text, never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

export function pressable(text: string, looks: string, pressed: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: looks }, text)
  button.addEventListener('click', pressed)
  return button
}

/** A link to sign in again without losing this page. */
export function signInAgain(): HTMLAnchorElement {
  const next = encodeURIComponent(location.pathname + location.search)
  return element(
    'a',
    { href: `/sign-in?next=${next}`, target: '_blank', rel: 'noopener' },
    'Sign in again in a new tab',
  )
}

/** Brings a line of a list that scrolls into sight, and leaves the page where it is. */
export function showInList(list: HTMLElement, line: HTMLElement): void {
  const [outer, inner] = [list.getBoundingClientRect(), line.getBoundingClientRect()]
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom
}
