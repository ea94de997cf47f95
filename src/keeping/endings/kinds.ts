import { secondsOf } from '../../backups/running-time.js'
import type { Db } from '../../database.js'
import type { GraveKind, GraveRules, GraveWords, NamedAct } from '../../grave-acts/kinds.js'
import { type BroughtToErase, erasingOf, type Whole } from './erasing-wholes.js'
import {
  everybodyAround,
  everybodyAroundSchool,
  everybodyInNetwork,
  whoAgreesToEndOfGroup,
  whoAgreesToEndOfNetwork,
  whoAgreesToParting,
} from './who-is-asked.js'

const nobody = () => Promise.resolve([])

/** Who is asked and told of each, and for how long it waits. Nobody ends these alone, but for their own account. */
export const endings: Record<Whole, GraveRules> = {
  group: {
    ...saidOf('group'),
    waits: { agreed: secondsOf.hours(24), alone: null },
    whoAgrees: whoAgreesToEndOfGroup,
    whomItTouches: nobody,
    whoIsTold: (db, { ofId }) => everybodyAround(db, ofId),
    page: ({ ofId }) => `/groups/${ofId}/deletion`,
  },
  school: {
    ...saidOf('school'),
    waits: { agreed: secondsOf.days(7), alone: null },
    whoAgrees: whoAgreesToParting,
    whomItTouches: nobody,
    whoIsTold: (db, { ofId, networkId }) => everybodyAroundSchool(db, { id: ofId, networkId: networkId ?? '' }),
    page: ({ ofId, networkId }) => `/networks/${networkId}/schools/${ofId}/parting`,
  },
  account: {
    ...saidOf('account'),
    waits: { agreed: secondsOf.days(7), alone: secondsOf.days(7) },
    whoAgrees: nobody,
    whomItTouches: (_db, { ofId }) => Promise.resolve([ofId]),
    whoIsTold: nobody,
    page: () => '/account/deletion',
  },
  network: {
    ...saidOf('network'),
    waits: { agreed: secondsOf.days(14), alone: null },
    whoAgrees: whoAgreesToEndOfNetwork,
    whomItTouches: nobody,
    whoIsTold: (db, { ofId }) => everybodyInNetwork(db, ofId),
    page: ({ ofId }) => `/networks/${ofId}/deletion`,
  },
}

/** The same with how each is carried out. */
export const endingKinds = (['group', 'network', 'account', 'school'] as const).map(
  of =>
    (brought: BroughtToErase): GraveKind => ({
      ...endings[of],
      carriesOut: {
        inSteps: (house, act) => erasingOf[of](house, brought, { ...act, by: act.agreedBy ?? act.askedBy }),
      },
    }),
)

function saidOf(of: Whole): Pick<GraveRules, 'name' | 'about' | 'words'> {
  return { name: `${of} erased`, about: of, words: (db, act) => inWords(db, of, act) }
}

async function inWords(db: Db, of: Whole, act: NamedAct): Promise<GraveWords | undefined> {
  const what = await whatEnds(db, of, act.ofId)
  if (what === undefined) return undefined
  return {
    title: `Erase ${what}`,
    asked:
      of === 'account' ? 'You asked that your account is closed.' : `You are asked whether ${what} should be erased.`,
    comes: `${what} will be erased`,
    stays: `${what} stays as it is`,
    leadsTo: [],
    beforeAgreeing: '',
    forThem: of === 'account' ? 'If you did not ask for it, stop it there, and choose a new password.' : '',
  }
}

/** What it is called. */
async function whatEnds(db: Db, of: Whole, ofId: string): Promise<string | undefined> {
  if (of === 'account') return 'Your account'
  const table = ({ group: 'groups', network: 'networks', school: 'schools' } as const)[of]
  const row = await db.selectFrom(table).select('name').where('id', '=', ofId).executeTakeFirst()
  return of === 'school' && row ? `What ${row.name} brought to the network` : row?.name
}
