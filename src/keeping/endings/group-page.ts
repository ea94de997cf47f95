import { openGraveAct } from '../../grave-acts/grave-acts.js'
import { isSecondPerson } from '../../grave-acts/who-agrees.js'
import { crumbsOfGroup } from '../../groups/crumbs.js'
import type { FoundGroup } from '../../groups/group.js'
import { mayCloseGroup } from '../../groups/permissions.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import type { Brought } from '../../room.js'
import type { FormState } from '../../web/read.js'
import { plural } from '../../words/words.js'
import { type EndingPage, waitingInWords } from './ending-page.js'
import { endings } from './kinds.js'
import { countsOfWhole, editionsOfGroup, mayAskForEndOfGroup } from './of-group.js'

/** The page on which a whole group is erased. */
export async function groupEndingPage(
  house: House,
  brought: Pick<Brought, 'tables' | 'headOfGroup'>,
  person: Reader,
  group: FoundGroup,
  form: FormState,
): Promise<EndingPage> {
  const { db } = house
  const ending = await openGraveAct(db, endings.group, group.id)
  const editions = await editionsOfGroup(db, group.id)
  const may = mayAskForEndOfGroup(group)
  const address = `/groups/${group.id}/deletion`
  return {
    title: `Erase ${group.name}`,
    breadcrumbs: crumbsOfGroup(group),
    head: await brought.headOfGroup(db, person, group.id, 'deletion'),
    heading: `Erase ${group.name} for good`,
    lede: 'The whole group with everything that it found and wrote. It cannot be brought back.',
    goes: await countsOfWhole(house, brought, 'groups', group.id),
    stays: [
      ...(editions > 0
        ? [
            `${plural(editions, 'published edition', 'published editions')}: readers see a sentence where a piece of evidence was. Withdraw them first if they should go too.`,
          ]
        : []),
      'That things were done, by whom and when, in the audit trail, without a word of them.',
      'What others wrote about the group in their own places, such as a termly report.',
    ],
    first:
      group.closedAt === null && mayCloseGroup(group)
        ? [
            {
              text: 'The group is open. If it is only done, closing it keeps everything to be read.',
              href: `/groups/${group.id}/closing`,
              action: 'Close it instead',
            },
          ]
        : [],
    copies: group.standing.member
      ? [{ href: `/groups/${group.id}/copies`, text: 'Take a copy of the whole group first' }]
      : [],
    waiting: ending
      ? await waitingInWords(db, ending, person, {
          second: 'the other of lead learner and network leader',
          agree: (await isSecondPerson(db, endings.group, ending, person)) ? `${address}/agreement` : null,
          stop: may ? `${address}/stop` : null,
        })
      : null,
    ask: ending || !may ? null : { address, button: 'Ask that the group is erased', choices: [], needsReason: true },
    form,
    back: { href: `/groups/${group.id}`, text: 'Leave the group as it is' },
  }
}
