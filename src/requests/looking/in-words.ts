import type { Row } from './rows.js'

/** What a place is called where it is listed. A place that has no name here is called as its table is. */
const names: Record<string, string> = {
  evidence: 'A piece of evidence',
  readable_texts: 'The text of a piece, in one of its versions',
  passages: 'A passage of a piece',
  consents: 'Consent for a piece',
  evidence_files: 'The description of a picture',
  files: 'A file',
  file_versions: 'An earlier version of a file',
  comments: 'A comment',
  claims: 'A claim',
  claim_revisions: 'An earlier wording of a claim',
  actions: 'An action',
  effects: 'What an action did at a school',
  recommendations: 'A recommendation',
  responses: 'An answer of a school',
  memos: 'A memo',
  memo_words: 'A memo',
  texts: 'A text that is written here',
  text_versions: 'An earlier version of a text',
  submissions: 'A document as it was submitted',
  editions: 'A published edition',
  facts: 'The record of what was done',
  audit: 'The record of what was done',
  agenda_items: 'An item of a meeting',
  minute_amendments: 'A correction of minutes',
  minute_notes: 'A note in minutes',
  decisions: 'A decision',
  meeting_actions: 'Something agreed at a meeting',
  forum_posts: 'A post of the forum',
  forum_answers: 'An answer in the forum',
  questionnaire_answers: 'An answer to a questionnaire',
  review_answers: 'An answer in a review, given in confidence',
  kept_forms: 'A form that is kept for whoever was signed out',
  letters_to_send: 'A letter that waits to be sent, or was sent',
  sessions: 'A sign-in, or a notice shown in it',
  people: 'The account',
  network_roles: 'A role in the network',
  group_people: 'Membership of a group',
  invitations: 'An invitation',
  capture_files: 'A file on its way from a telephone',
  sensitive_reads: 'What was read or fetched',
}

export function placeNamed(table: string): string {
  const known = names[table]
  if (known) return known
  const words = table.replaceAll('_', ' ')
  return `${words[0]!.toUpperCase()}${words.slice(1)}`
}

/** Where it can be looked at, by those who may. */
export function addressOfRow(
  table: string,
  row: Row,
  evidenceId: string | null,
  groupId: string | null,
): string | null {
  if (evidenceId !== null) return `/evidence/${evidenceId}`
  const id = typeof row.id === 'string' ? row.id : ''
  const own: Record<string, string> = { claims: '/claims/', actions: '/actions/', recommendations: '/recommendations/' }
  if (own[table] !== undefined && id !== '') return own[table] + id
  return groupId === null ? null : `/groups/${groupId}`
}
