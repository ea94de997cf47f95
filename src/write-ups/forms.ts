import { z } from 'zod'
import { line, neededText, several } from '../web/fields.js'

export const TitleForm = z.strictObject({
  title: line('Give the write-up a title', 200),
  was: z.string().max(500),
})

export const HeadingForm = z.strictObject({ heading: line('Give the part a heading', 160) })

export const ReferencesForm = z.strictObject({ which: z.enum(['all', 'cited'], { error: 'Choose what is listed' }) })

const mostAuthors = 60

/** Names one a line; one that is written twice is one. */
export const AuthorsForm = z.strictObject({
  authors: neededText('Name at least one author', 6000)
    .transform(names => [...new Set(names.split('\n').map(name => name.replace(/\s+/g, ' ').trim()))].filter(Boolean))
    .pipe(z.array(z.string().max(120, 'Keep each name under 120 characters')).max(mostAuthors, 'Name sixty at most')),
  schools: several(),
})
