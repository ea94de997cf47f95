import { password } from '../../src/demo/cast.js'
import { plainRecoveryCode } from '../../src/people/second-step/codes.js'
import { hashOfToken } from '../../src/web/new-id.js'
import { now } from '../../src/web/now.js'
import type { DemoHouse } from '../demo/demo-house.js'
import type { Visit } from './one-page-of-each-kind.js'

const code = 'abcd-efgh-jkmn-pqrs'
const arrived = 'somebody-who-has-just-come-back-from-their-school'
const later = '2099-01-01T00:00:00.000Z'
const at = (...addresses: string[]): Visit[] => addresses.map(to => ({ to }))
/** Only a browser that came back from an issuer holds it. */
const back = (to: string): Visit => ({ to, cookie: ['workbench-arrival', arrived] })

/** Yusra has every kind of second step and an account of her school, and a grave act waits for her. */
export async function doorsIn({ house: { db } }: DemoHouse): Promise<void> {
  const [personId, name] = ['yusra', 'My telephone']
  await db.insertInto('secondSteps').values({ personId, sealed: 'x', setUpAt: now(), lastUsed: 0 }).execute()
  await db
    .insertInto('passkeys')
    .values({
      id: 'p1',
      credentialId: 'p1',
      personId,
      name,
      publicKey: 'x',
      counter: 0,
      transports: '[]',
      addedAt: now(),
    })
    .execute()
  const codeHash = hashOfToken(plainRecoveryCode(code))
  await db.insertInto('recoveryCodes').values({ id: 'r1', personId, codeHash, madeAt: now() }).execute()
  const asked = { id: 'act', kind: 'second step taken off', ofId: personId, askedAt: now(), askedBy: 'alex' }
  await db
    .insertInto('graveActs')
    .values({ ...asked, choice: '', because: '' })
    .execute()
  await db.insertInto('graveActsTold').values({ actId: 'act', personId, seenAt: null }).execute()
  const issuer = { kind: 'another' as const, name: 'Bryn Trust', address: 'https://login.school.example' }
  await db
    .insertInto('issuers')
    .values({
      ...{ id: 'trust', ...issuer, clientId: 'workbench', sealedSecret: 'x', domains: '', asksSecondStepSince: null },
      ...{ onSince: now(), madeAt: now(), madeBy: 'alex', changedAt: now() },
    })
    .execute()
  const joined = { id: 'j1', issuerId: 'trust', subject: 'y', personId, email: 'yusra@trust.example', joinedAt: now() }
  await db.insertInto('issuerAccounts').values(joined).execute()
  await db
    .insertInto('issuerArrivals')
    .values({
      ...{ tokenHash: hashOfToken(arrived), issuerId: 'trust', subject: 'm', email: 'marek@schools.example' },
      ...{ name: 'Marek', next: '/', arrivedAt: now(), endsAt: later },
    })
    .execute()
}

const step = '/account/second-step'

export const pagesOfDoors = {
  'a stranger': (): Visit[] => [
    back('/sign-in/arrived'),
    { to: '/sign-in', sends: { email: 'yusra@schools.example', password }, leadsTo: '/sign-in/second-step' },
  ],
  yusra: (): Visit[] => [
    ...at('/', '/account', `${step}/off`, `${step}/passkeys/new`, `${step}/passkeys/p1`, `${step}/passkeys/p1/removal`),
    ...at('/account/school-accounts/j1/leaving', '/grave-acts/act'),
    { to: `${step}/new-recovery-codes`, sends: { password, recovery: code }, leadsTo: `${step}/recovery-codes` },
  ],
  marek: (): Visit[] => [
    back('/account/school-accounts/joining'),
    ...at(step, `${step}/passkeys/new`),
    { to: step, sends: { password, next: '/account' }, leadsTo: `${step}/app` },
    { to: `${step}/passkeys/new`, sends: { name: 'Blue key', password }, leadsTo: `${step}/passkeys/adding` },
  ],
  nia: (): Visit[] => at('/networks/hafren/second-step'),
  alex: (): Visit[] => [
    ...at('/administration/school-accounts', '/administration/school-accounts/new'),
    ...at('/administration/school-accounts/trust', '/administration/people/yusra/second-step-ended'),
  ],
}
