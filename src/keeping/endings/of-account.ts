import type { Db } from '../../database.js'
import { openGraveAct } from '../../grave-acts/grave-acts.js'
import type { Reader } from '../../names/reader.js'
import { findAccount, isLastAdministrator } from '../../people/administration/administering.js'
import type { Brought } from '../../room.js'
import type { FormState } from '../../web/read.js'
import { plural } from '../../words/words.js'
import { type EndingPage, waitingInWords } from './ending-page.js'
import { endings } from './kinds.js'

const choices = [
  {
    value: 'words stay',
    text: 'Leave them, by “a former member”',
    hint: 'Comments, answers and posts in the forum can still be followed by your colleagues',
  },
  {
    value: 'words go',
    text: 'Take them away too',
    hint: 'A sentence says that they were taken away. Evidence, claims and texts of your groups stay in either case',
  },
]

/** The page on which somebody closes their own account. */
export async function accountEndingPage(
  db: Db,
  { beforeLeaving }: Pick<Brought, 'beforeLeaving'>,
  person: Reader,
  form: FormState,
): Promise<EndingPage> {
  const ending = await openGraveAct(db, endings.account, person.id)
  const stops = ending ? [] : await whatStops(db, person)
  const notes = await Promise.all(
    [...new Set(person.groups.map(one => one.groupId))].flatMap(id =>
      beforeLeaving.map(notesFor => notesFor(db, person, id)),
    ),
  )
  return {
    title: 'Close your account',
    breadcrumbs: [{ href: '/account', text: 'Your account' }],
    heading: 'Close your account for good',
    lede: 'Your name, your address and every way in are erased after a week.',
    goes: await whatGoes(db, person),
    stays: [
      'Evidence, claims and texts that you made for a group, by “a former member”: they are the group’s, and others build on them.',
      'Your name as an author of what is published. A network leader can withdraw an edition.',
      'That things were done, in the audit trail, without your name.',
    ],
    first: [...stops, ...(ending ? [] : notes.flat())],
    copies: [],
    waiting: ending
      ? await waitingInWords(db, ending, person, { second: '', agree: null, stop: '/account/deletion/stop' })
      : null,
    ask:
      ending || stops.length > 0
        ? null
        : { address: '/account/deletion', button: 'Close my account', choices, needsReason: false },
    form,
    back: { href: '/account', text: 'Keep my account' },
  }
}

/** What somebody must settle first: nobody may be left without a lead. */
export async function whatStops(db: Db, person: Reader): Promise<{ text: string; href: string; action: string }[]> {
  const ids = person.membershipsWith('leads the group').map(one => one.groupId)
  const led = await db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where('id', 'in', [...ids, ''])
    .where('closedAt', 'is', null)
    .execute()
  const isLast = await isLastAdministrator(db, await findAccount(db, person.id))
  return [
    ...led.map(({ id, name }) => ({
      text: `You lead ${name}. Hand it over first, or close it.`,
      href: `/groups/${id}/people`,
      action: `Go to ${name}`,
    })),
    ...(await networksLedAlone(db, person)).map(({ id, name }) => ({
      text: `You are the only leader of ${name}. Give the role to somebody else first.`,
      href: `/networks/${id}/people`,
      action: `Go to the people of ${name}`,
    })),
    ...(isLast
      ? [
          {
            text: 'You are the only administrator of this workbench. Make another one first.',
            href: '/administration',
            action: 'Go to the accounts',
          },
        ]
      : []),
  ]
}

async function networksLedAlone(db: Db, person: Reader) {
  const led = person.rolesWith('leads the network').map(role => role.networkId)
  return db
    .selectFrom('networks')
    .select(['id', 'name'])
    .where('id', 'in', [...led, ''])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('networkRoles')
            .select('networkRoles.id')
            .whereRef('networkRoles.networkId', '=', 'networks.id')
            .where('networkRoles.role', '=', 'network leader')
            .where('networkRoles.endedAt', 'is', null)
            .where('networkRoles.personId', '<>', person.id),
        ),
      ),
    )
    .execute()
}

async function whatGoes(db: Db, person: Reader): Promise<string[]> {
  const count = async (table: 'networkRoles' | 'groupPeople' | 'knowHows', ended: 'endedAt' | 'leftAt') => {
    const row = await db
      .selectFrom(table)
      .select(eb => eb.fn.countAll<number>().as('count'))
      .where('personId', '=', person.id)
      .where(ended as never, 'is', null)
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }
  const [roles, groups, offers] = [
    await count('networkRoles', 'endedAt'),
    await count('groupPeople', 'leftAt'),
    await count('knowHows', 'endedAt'),
  ]
  return [
    `Your name and ${person.email}, your password and second step`,
    `${plural(roles, 'role', 'roles')} in networks, and your place in ${plural(groups, 'group', 'groups')}`,
    ...(offers > 0 ? [`${plural(offers, 'thing', 'things')} that you said you know how to do`] : []),
    'Forms that you have not finished, your calendars’ addresses and what you chose of letters and tours',
    'Your name behind an @ in what others wrote, and drafts that nobody else has seen',
    'Your whole name in what your groups wrote together, and in whatever that said before',
  ]
}
