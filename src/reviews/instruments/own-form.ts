import { z } from 'zod'
import { line, optionalLine, several, text } from '../../web/fields.js'
import { formOf, type FormState } from '../../web/read.js'
import type { Instrument, InstrumentPart } from './instrument.js'
import type { OwnWords } from './own.js'

/** An instrument has so many parts at most. */
export const mostParts = 6
const mostStatements = 12
const longestStatement = 200

const fieldsOfPart = (at: number) => ({
  [`part-${at}`]: optionalLine(60),
  [`heading-${at}`]: optionalLine(80),
  [`about-${at}`]: optionalLine(200),
  [`keep-${at}`]: several(),
  [`added-${at}`]: text(4000),
  [`talk-${at}`]: text(4000),
})

export const OwnInstrumentForm = z
  .strictObject({
    from: optionalLine(60),
    name: line('Give it a name', 80),
    about: optionalLine(240),
    ...(Object.assign({}, ...Array.from({ length: mostParts }, (_, at) => fieldsOfPart(at))) as Record<
      string,
      z.ZodType<string | string[] | undefined>
    >),
  })
  .superRefine((values, context) => {
    const parts = partsSent(values)
    if (parts.every(part => part.keep.length + part.added.length === 0))
      context.addIssue({ code: 'custom', path: ['added-0'], message: 'Write one statement at least' })
    for (const [at, part] of parts.entries()) {
      if (part.added.length + part.keep.length > 0 && !part.heading)
        context.addIssue({ code: 'custom', path: [`heading-${at}`], message: 'Give this part a heading' })
      if (part.added.length + part.keep.length > mostStatements)
        context.addIssue({
          code: 'custom',
          path: [`added-${at}`],
          message: `Keep a part under ${mostStatements + 1} statements: it is answered on a phone`,
        })
      if (part.added.some(words => words.length > longestStatement))
        context.addIssue({
          code: 'custom',
          path: [`added-${at}`],
          message: `Keep each statement under ${longestStatement} characters`,
        })
    }
  })

function partsSent(values: Record<string, unknown>): OwnWords['parts'] {
  const said = (name: string) => (typeof values[name] === 'string' ? values[name] : '')
  const lines = (name: string) =>
    said(name)
      .split('\n')
      .map(one => one.replace(/\s+/g, ' ').trim())
      .filter(Boolean)
  return Array.from({ length: mostParts }, (_, at) => ({
    id: said(`part-${at}`) || null,
    heading: said(`heading-${at}`),
    about: said(`about-${at}`),
    keep: [values[`keep-${at}`] ?? []].flat().map(String),
    added: lines(`added-${at}`),
    talk: lines(`talk-${at}`),
  }))
}

export function ownWordsIn(values: Record<string, unknown>): OwnWords {
  const said = (name: string) => (typeof values[name] === 'string' ? values[name] : '')
  return { name: said('name'), about: said('about'), parts: partsSent(values) }
}

/** As the form stands before anything is changed: everything is kept. */
export function formFrom(instrument: Instrument | null, named: string): FormState {
  const fields: Record<string, string | string[]> = { name: named, about: instrument?.about ?? '' }
  for (const [at, part] of (instrument?.parts ?? []).entries()) {
    fields[`heading-${at}`] = part.heading
    fields[`about-${at}`] = part.about
    fields[`keep-${at}`] = part.items.map(item => item.id)
    fields[`talk-${at}`] = part.talk.join('\n')
  }
  return formOf(fields)
}

/** The parts as the form offers them, those that there are and a few more. */
export function partsOffered(parts: InstrumentPart[]) {
  const many = Math.min(mostParts, Math.max(parts.length + 1, 2))
  return Array.from({ length: many }, (_, at) => ({
    at,
    id: parts[at]?.id ?? '',
    heading: parts[at]?.heading ?? `Part ${at + 1}`,
    items: (parts[at]?.items ?? []).map(item => ({ value: item.id, text: item.words })),
  }))
}
