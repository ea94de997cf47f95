/** Who speaks in a piece of evidence, by their role and never by a name; the empty key where nobody has said. */
export const speakers = [
  { key: '', name: 'Not said' },
  { key: 'pupil', name: 'A pupil' },
  { key: 'pupils', name: 'Several pupils' },
  { key: 'teacher', name: 'A teacher' },
  { key: 'assistant', name: 'A teaching assistant' },
  { key: 'colleagues', name: 'Several colleagues' },
  { key: 'head', name: 'A headteacher' },
  { key: 'governor', name: 'A governor' },
  { key: 'parent', name: 'A parent or carer' },
  { key: 'visitor', name: 'Somebody from outside the schools' },
  { key: 'ourselves', name: 'One of us in the group' },
] as const

export type Speaker = (typeof speakers)[number]['key']

export const speakerKeys = speakers.map(one => one.key) as [Speaker, ...Speaker[]]

/** `A pupil`; nothing where nobody has said who speaks. */
export function speakerSaid(key: string): string {
  return key === '' ? '' : (speakers.find(one => one.key === key)?.name ?? '')
}
