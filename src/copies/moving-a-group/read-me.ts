import { day, plural } from '../../words/words.js'
import type { WholeGroup } from './rows.js'

/** What a whole group holds and what stays behind, for whoever opens the file instead of reading it back. */
export function readMeOf({ tables, files, takenAt, schema }: WholeGroup): string {
  const many = (table: string) => tables[table]?.length ?? 0
  const lines = [
    `# The whole group “${String(tables.groups?.[0]?.name)}”`,
    '',
    `Taken on ${day(takenAt)} to be read into another workbench with \`npm run bring-in\`. It holds names and drafts of the group as they are: show it to nobody, and delete it when it has been read.`,
    '',
    `It holds ${plural(many('evidence'), 'piece', 'pieces')} of evidence with ${plural(Object.keys(files).length, 'stored file', 'stored files')}, ${plural(many('claims'), 'claim', 'claims')}, ${plural(many('actions'), 'action', 'actions')}, ${plural(many('recommendations'), 'recommendation', 'recommendations')}, ${plural(many('write_ups'), 'write-up', 'write-ups')} and ${plural(many('meetings'), 'meeting of its own', 'meetings of its own')}. Its tables are those of ${schema}.`,
    '',
    '## What stays behind',
    '',
    ...stayingBehind.map(line => `- ${line}`),
  ]
  return `${lines.join('\n')}\n`
}

const stayingBehind = [
  'Pieces that nobody has shared yet: they are their authors’ own.',
  'Of a withdrawn piece everything but its number.',
  'Published editions and what is on its way to be published: the network published them, and they stay at their addresses there. Take their PDFs along.',
  'Files that heads sent with their answers: they belong to the heads’ schools.',
  'Pupils’ keys, and who opened them: a key never leaves its installation.',
  'Earlier versions of files that were replaced.',
  'Questionnaires that are still open, and always who answered.',
  'Blind readings that have not been compared, and sheets that are not finished.',
  'What is confidential to those who were at a meeting, and meetings that another circle called.',
  'Passwords, invitations, links that open something (also the one by which colleagues join), and the trail of who did what on this installation.',
]
