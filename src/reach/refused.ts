/**
 * What of a school's may go only so far. A refusal bears on a piece by its kind (`kinds`) or by a kind of file in it
 * (`files`); one about everything bears on every piece of the school.
 */
export const refusedContents = [
  {
    key: 'photographs',
    name: 'Photographs and film',
    hint: 'Every piece with a picture or a film in it',
    kinds: ['photograph'],
    files: ['image', 'film'],
  },
  {
    key: 'pupil work',
    name: 'Pupils’ work',
    hint: 'What pupils wrote, drew or made',
    kinds: ['pupil-work'],
    files: [],
  },
  {
    key: 'voices',
    name: 'Voices',
    hint: 'Sound, film, interviews and what pupils said',
    kinds: ['pupil-voice', 'interview', 'audio-or-video'],
    files: ['sound', 'film'],
  },
  { key: 'everything', name: 'Everything from this school', hint: '', kinds: 'all', files: [] },
] as const

export type RefusedContent = (typeof refusedContents)[number]['key']

/** How far it may still go at most. */
export const refusedBeyond = [
  { key: 'group', name: 'The enquiry group', hint: 'Nobody outside the group sees it' },
  { key: 'school', name: 'The group and our own school', hint: '' },
  { key: 'network', name: 'The schools of the network', hint: 'Nobody from outside, and nothing published' },
] as const

/** Whether a refusal of this content bears on a piece. An unknown content is taken for everything. */
export function bearsOn(content: string, piece: { kind: string; files: { kind: string }[] }): boolean {
  const refused = refusedContents.find(one => one.key === content)
  if (!refused || refused.kinds === 'all') return true
  const [kinds, files]: readonly string[][] = [[...refused.kinds], [...refused.files]]
  return kinds!.includes(piece.kind) || piece.files.some(file => files!.includes(file.kind))
}
