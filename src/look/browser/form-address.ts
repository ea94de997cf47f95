// A field called `action` or `method` takes the place of the form's own property, so that these are read by their names.

/** Where a form is sent: the path of its address. */
export function addressOf(form: HTMLFormElement): string {
  return new URL(form.getAttribute('action') ?? '', location.href).pathname
}

export function isPosted(form: HTMLFormElement): boolean {
  return form.getAttribute('method')?.toLowerCase() === 'post'
}
