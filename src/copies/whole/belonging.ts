/**
 * Which records are a group's own, and how they belong to it: each table with the tables that its rows point into. A row
 * goes along when what it belongs to goes along. Tables stand behind those that they point into, so that reading them
 * back in this order finds everything in its place. A test holds the list against the schema: no table is forgotten.
 */
export interface Belonging {
  table: string
  /** The column by which a row belongs, and the table that it points into. */
  by: [column: string, table: string]
  /** Columns that point into a group's other records; a row whose target stays behind stays behind too. */
  also?: Record<string, string>
}

export const belongings: Belonging[] = [
  { table: 'group_people', by: ['group_id', 'groups'] },
  { table: 'handovers', by: ['group_id', 'groups'] },
  { table: 'history', by: ['group_id', 'groups'] },
  { table: 'enquiries', by: ['group_id', 'groups'] },
  { table: 'comments', by: ['group_id', 'groups'] },
  { table: 'pseudonyms', by: ['group_id', 'groups'] },
  { table: 'pseudonyms_for_facilitators', by: ['group_id', 'groups'] },
  { table: 'shared_stages', by: ['enquiry_id', 'enquiries'] },
  { table: 'stage_moves', by: ['enquiry_id', 'enquiries'] },
  { table: 'context_cards', by: ['enquiry_id', 'enquiries'] },
  { table: 'expertise', by: ['enquiry_id', 'enquiries'] },
  { table: 'leverage_tests', by: ['enquiry_id', 'enquiries'] },
  { table: 'success_signs', by: ['enquiry_id', 'enquiries'] },
  { table: 'published_references', by: ['group_id', 'groups'] },
  { table: 'reference_stances', by: ['reference_id', 'published_references'], also: { enquiry_id: 'enquiries' } },
  { table: 'evidence', by: ['group_id', 'groups'] },
  { table: 'evidence_schools', by: ['evidence_id', 'evidence'] },
  { table: 'withdrawals', by: ['evidence_id', 'evidence'] },
  { table: 'withdrawal_touches', by: ['withdrawal_id', 'withdrawals'] },
  { table: 'consents', by: ['evidence_id', 'whole pieces'] },
  { table: 'evidence_files', by: ['evidence_id', 'whole pieces'] },
  { table: 'file_readings', by: ['evidence_id', 'whole pieces'] },
  { table: 'readable_texts', by: ['evidence_id', 'whole pieces'] },
  { table: 'passages', by: ['evidence_id', 'whole pieces'], also: { readable_text_id: 'readable_texts' } },
  { table: 'codes', by: ['group_id', 'groups'] },
  { table: 'blind_readings', by: ['group_id', 'groups'] },
  { table: 'blind_reading_codes', by: ['reading_id', 'blind_readings'], also: { code_id: 'codes' } },
  { table: 'blind_reading_pieces', by: ['reading_id', 'blind_readings'], also: { evidence_id: 'evidence' } },
  {
    table: 'codings',
    by: ['group_id', 'groups'],
    also: { code_id: 'codes', passage_id: 'passages', reading_id: 'blind_readings' },
  },
  {
    table: 'memos',
    by: ['group_id', 'groups'],
    also: { code_id: 'codes', passage_id: 'passages', reading_id: 'blind_readings' },
  },
  { table: 'memo_words', by: ['memo_id', 'memos'] },
  { table: 'differences', by: ['reading_id', 'blind_readings'], also: { passage_id: 'passages' } },
  { table: 'difference_codes', by: ['difference_id', 'differences'] },
  { table: 'difference_remarks', by: ['difference_id', 'differences'] },
  { table: 'claims', by: ['group_id', 'groups'] },
  { table: 'claim_revisions', by: ['claim_id', 'claims'] },
  { table: 'claim_evidence', by: ['claim_id', 'claims'], also: { evidence_id: 'evidence' } },
  { table: 'actions', by: ['group_id', 'groups'] },
  { table: 'action_schools', by: ['action_id', 'actions'] },
  { table: 'measures', by: ['group_id', 'groups'] },
  { table: 'measure_imports', by: ['group_id', 'groups'] },
  {
    table: 'readings',
    by: ['measure_id', 'measures'],
    also: { action_id: 'actions', import_id: 'measure_imports' },
  },
  { table: 'measure_shares', by: ['measure_id', 'measures'] },
  { table: 'action_evidence', by: ['action_id', 'actions'], also: { evidence_id: 'evidence' } },
  { table: 'effects', by: ['action_id', 'actions'] },
  { table: 'effect_evidence', by: ['effect_id', 'effects'], also: { evidence_id: 'evidence' } },
  { table: 'recommendations', by: ['group_id', 'groups'] },
  { table: 'recommendation_evidence', by: ['recommendation_id', 'recommendations'], also: { evidence_id: 'evidence' } },
  { table: 'responses', by: ['recommendation_id', 'recommendations'] },
  { table: 'response_answers', by: ['response_id', 'responses'] },
  { table: 'write_ups', by: ['group_id', 'groups'] },
  { table: 'write_up_parts', by: ['write_up_id', 'write_ups'] },
  { table: 'short_reports', by: ['group_id', 'groups'] },
]

/** What is taken along from around the group, and only as far as its records point there. */
export const surroundings = [
  'people',
  'networks',
  'schools',
  'school_refusals',
  'terms',
  'themes',
  'groups',
  'files',
  'texts',
  'text_versions',
]

/** What stays behind, and why: a copy never holds it. */
export const staysBehind: Record<string, string> = {
  audit: 'the installation’s own trail',
  capture_files: 'on their way from a device',
  captures: 'on their way from a device',
  coding_acts: 'what can still be undone, by those who did it',
  coding_changes: 'what can still be undone, by those who did it',
  consent_wordings: 'the network’s own',
  copies: 'who took copies of it here',
  copy_pieces: 'who took copies of it here',
  edition_evidence: 'published by the network',
  editions: 'published by the network',
  establishment_imports: 'the government’s list of schools',
  establishments: 'the government’s list of schools',
  half_uploads: 'on their way from a device',
  invitations: 'open doors of this installation',
  kept_forms: 'people’s own unsaved words',
  key_openings: 'a key never leaves its installation',
  letter_boxes: 'what a person’s devices lock with',
  migrations: 'the schema',
  network_roles: 'made anew for those who come along',
  nudges: 'reminders',
  password_resets: 'open doors of this installation',
  pupil_keys: 'a key never leaves its installation',
  reference_imports: 'passing',
  file_versions: 'what files were before they were replaced, which is only for whoever keeps the piece',
  response_files: 'files of the head’s school',
  sent_forms: 'passing',
  sessions: 'open doors of this installation',
  settings: 'the installation’s own',
  sign_in_attempts: 'passing',
  submissions: 'on their way to the network',
  termly_reports: 'the network’s own',
}
