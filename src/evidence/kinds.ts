import type { FileKind } from '../files/tables.js'

/** What a piece of evidence can be. Pages, filters, exports and termly reports read the kinds here, in this order. */
export const kinds = [
  { key: 'observation', name: 'observation', hint: 'What you saw happen, as it happened' },
  { key: 'pupil-work', name: 'pupil work', hint: 'Something that pupils wrote, drew or made' },
  { key: 'pupil-voice', name: 'pupil voice', hint: 'What pupils said about their learning' },
  { key: 'interview', name: 'interview', hint: 'A conversation with questions, and what was answered' },
  { key: 'survey', name: 'survey', hint: 'The same questions, answered by many' },
  { key: 'assessment-data', name: 'assessment data', hint: 'Scores, levels or counts' },
  { key: 'document', name: 'document', hint: 'A plan, a policy, a letter, minutes' },
  { key: 'photograph', name: 'photograph', hint: 'A display, a room, a moment' },
  { key: 'audio-or-video', name: 'audio or video', hint: 'Sound or film' },
  { key: 'field-note', name: 'field note', hint: 'A thought or a question of your own, soon after' },
  { key: 'published-research', name: 'published research', hint: 'What others have found out and published' },
] as const

export type Kind = (typeof kinds)[number]['key']

export const kindKeys = kinds.map(kind => kind.key) as [Kind, ...Kind[]]

export function kindNamed(key: string): string {
  return kinds.find(kind => kind.key === key)?.name ?? key
}

/** The likeliest kind of a piece whose author did not say, judged by its first file. */
export function likelyKind(first: FileKind | undefined): Kind {
  if (first === 'image') return 'photograph'
  if (first === 'sound' || first === 'film') return 'audio-or-video'
  if (first === 'table') return 'assessment-data'
  return first ? 'document' : 'observation'
}
