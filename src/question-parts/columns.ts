import { type Column, text } from '../web/columns.js'
import type { AnsweredPart, Thing } from './answers.js'
import { type ThingKind, thingKinds, things } from './things.js'

interface PartLine {
  part: AnsweredPart
  kind: ThingKind | null
  thing: Thing | null
}

/** A line for each thing that answers a part, and one for a part that nothing answers. */
export function partLines(parts: AnsweredPart[]): PartLine[] {
  return parts.flatMap((part): PartLine[] => {
    const lines = thingKinds.flatMap(kind => part.answers[kind].map(thing => ({ part, kind, thing })))
    return lines.length > 0 ? lines : [{ part, kind: null, thing: null }]
  })
}

export const partColumns: Column<PartLine>[] = [
  text('Part of the question', 50, ({ part }) => part.name),
  text('What answers it', 18, ({ kind }) => (kind ? things[kind].heading : 'Nothing yet')),
  text('Number', 10, ({ thing }) => thing?.label),
  text('In words', 60, ({ thing }) => thing?.text),
  text('How it stands', 18, ({ thing }) => thing?.standing),
]
