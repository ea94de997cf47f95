import { z } from 'zod'
import { line, neededText, text } from '../../web/fields.js'

export const NewThemeForm = z.strictObject({ name: line('Give the theme a name', 80), about: text(1000) })

export const ThemeForm = NewThemeForm.extend({ focus: text(4000) })

export const ClosingForm = z.strictObject({
  because: neededText('Say in a sentence why the theme closes, for those who look for it later', 1000),
})
