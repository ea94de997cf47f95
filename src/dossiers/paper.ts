import { filed, type Form } from '../pdf/form.js'

/** A letter to be read at once: the question stands above the text. */
export const asLetter: Form = { ...filed, titlePage: false }
