/** What a group tells of its term: three short texts. Pages, the network's report and tests read them here. */
export const shortReportFields = [
  {
    field: 'progress',
    label: 'What we did',
    inReport: 'What they did',
    hint: 'Begun from your history. Make it yours: two or three sentences are enough.',
  },
  {
    field: 'learned',
    label: 'What we learned',
    inReport: 'What they learned',
    hint: 'What do you know now that you did not know at the start of term? A claim in bold, with how sure you are and what speaks against it right behind, stands first in the network’s report.',
  },
  {
    field: 'need',
    label: 'What we need',
    inReport: 'What they need',
    hint: 'From other schools, from heads, from the network. Leave it empty if you need nothing.',
  },
] as const

export type ShortReportField = (typeof shortReportFields)[number]['field']

export const shortReportKind = 'short-report'
export const reportKind = 'termly-report'

/** The owner of a group's texts for one term. */
export function shortReportOwner(groupId: string, termId: string): string {
  return `${groupId}~${termId}`
}
