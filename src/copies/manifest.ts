import { day } from '../words/words.js'
import { consentAudienceNamed } from '../reach/audiences.js'
import type { Gathered } from './gathering.js'

/** What a copy holds and what it could not carry, in words for whoever opens it later. */
export function manifest(
  { pieces, left, audience }: Gathered,
  {
    groupName,
    takenAt,
    notCarried = [],
    goesOn = [],
  }: { groupName: string; takenAt: string; notCarried?: string[]; goesOn?: string[] },
): string {
  const lines = [
    `# A copy of the work of ${groupName}`,
    '',
    `Taken on ${day(takenAt)}, to be seen by ${consentAudienceNamed(audience).name}. Please show it to nobody else, and delete it when it is no longer needed.`,
    '',
    `It holds ${pieces.length} of ${pieces.length + left.length} pieces of evidence.`,
  ]
  if (audience !== 'group')
    lines.push(
      '',
      'Names of schools and people are written as the pseudonyms that the group has chosen. Colleagues who logged evidence are numbered. What can be seen or heard in pictures, sounds, films and documents is as it was gathered.',
    )
  if (left.length > 0)
    lines.push('', '## What stays behind', '', ...left.map(({ number, because }) => `- ${number}: ${because}`))
  if (notCarried.length > 0)
    lines.push('', '## What this form could not carry', '', ...notCarried.map(line => `- ${line}`))
  if (goesOn.length > 0)
    lines.push(
      '',
      '## What goes on in the rows below',
      '',
      'A cell of a workbook holds 32,000 letters. What is longer goes on below, in the same column, with nothing left out.',
      ...goesOn.map(line => `- ${line}`),
    )
  return `${lines.join('\n')}\n`
}
