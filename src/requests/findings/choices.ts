import type { Erasing, Going } from '../tables.js'
import type { Choice } from './findings.js'

const goings: readonly string[] = ['', 'as it is', 'left out']
const erasings: readonly string[] = ['', 'piece', 'file', 'words', 'leave']

/** What was chosen on a page of the list, by its lines. @returns a sentence where something cannot be read */
export function choicesIn(body: unknown): { choices: Map<string, Choice>; mistake?: { field: string; text: string } } {
  const choices = new Map<string, Choice>()
  const of = (id: string) => {
    const known = choices.get(id) ?? {}
    choices.set(id, known)
    return known
  }
  let mistake: { field: string; text: string } | undefined
  for (const [field, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    const [, what, id] = /^(going|erasing|because)-([\w-]{1,60})$/.exec(field) ?? []
    if (!what || !id || typeof value !== 'string') continue
    if (what === 'because') {
      if (value.length > 300) mistake ??= { field, text: 'Keep the reason under 300 characters' }
      else of(id).because = value.trim()
    } else if (what === 'going') {
      if (!goings.includes(value)) mistake ??= { field, text: 'Choose one of what is offered here' }
      else of(id).going = (value || null) as Going | null
    } else if (!erasings.includes(value)) mistake ??= { field, text: 'Choose one of what is offered here' }
    else of(id).erasing = (value || null) as Erasing | null
  }
  return mistake ? { choices, mistake } : { choices }
}
