import { z } from 'zod'

/** One of what a page offered from the records; whether it is one of those, the page looks up. */
export function chosen(missing: string) {
  return z
    .string()
    .optional()
    .transform(value => value ?? '')
    .pipe(z.string().min(1, missing))
}
