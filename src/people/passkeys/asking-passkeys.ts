import type { Request, Response } from 'express'
import { type Db, inOne } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { House } from '../../house.js'
import { now } from '../../web/now.js'
import type { Person } from '../person.js'
import { AnswerOfPasskey, NewPasskeyAnswer, questionIn, readAnswer } from './answers.js'
import { passkeysOf } from './passkeys.js'
import { ask, takeQuestion } from './questions.js'
import type { AskedFor, Passkey } from './tables.js'
import { hasPasskeys, nameOfHouse } from './where-they-work.js'

/** Not with everything else: it reads certificates of all kinds, and most people come by other ways. */
const webauthn = () => import('@simplewebauthn/server')

type Asked = Pick<House, 'db' | 'baseUrl'>
type New = Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports'>

export const wrongPasskey = 'That did not work. Begin again, and use a passkey that you have added here'
export const wentBack =
  'This passkey has answered more often than we know of, as a copy of it would. It was refused, and its owner has been told'

/** What the browser is told to make a new passkey: one that finds its owner, and asks for a finger, a face or a number. */
export async function toAddPasskey({ db, baseUrl }: Asked, req: Request, res: Response, person: Person) {
  const challenge = await ask(db, req, res, 'adding', person.id)
  return (await webauthn()).generateRegistrationOptions({
    rpName: 'Enquiry Workbench',
    rpID: nameOfHouse(baseUrl),
    userName: person.email,
    userDisplayName: person.name,
    userID: new TextEncoder().encode(person.id),
    challenge: bytesOf(challenge),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: (await passkeysOf(db, person.id)).map(described),
  })
}

/** What a new passkey has answered. @returns null for an answer that does not hold */
export async function newPasskeyIn(
  { db, baseUrl }: Asked,
  req: Request,
  person: Person,
  typed: string,
): Promise<New | null> {
  const answer = readAnswer(NewPasskeyAnswer, typed)
  if (!answer || !hasPasskeys(baseUrl)) return null
  const challenge = questionIn(answer)
  const question = await inOne(db, trx => takeQuestion(trx, req, challenge, 'adding'))
  if (question?.personId !== person.id) return null
  try {
    const { verified, registrationInfo } = await (
      await webauthn()
    ).verifyRegistrationResponse({
      response: { ...answer, response: { ...answer.response, transports: undefined } },
      expectedChallenge: challenge,
      expectedOrigin: new URL(baseUrl).origin,
      expectedRPID: nameOfHouse(baseUrl),
      requireUserVerification: true,
    })
    if (!verified) return null
    const { id, publicKey, counter } = registrationInfo.credential
    const transports = JSON.stringify(answer.response.transports ?? [])
    return { credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports }
  } catch {
    return null
  }
}

/** What the browser is told to ask a passkey. @param personId whose it must be; null where it says itself whose it is */
export async function toAskPasskey(
  { db, baseUrl }: Asked,
  req: Request,
  res: Response,
  askedFor: AskedFor,
  personId: string | null,
) {
  const challenge = await ask(db, req, res, askedFor, personId)
  return (await webauthn()).generateAuthenticationOptions({
    rpID: nameOfHouse(baseUrl),
    challenge: bytesOf(challenge),
    userVerification: 'required',
    ...(personId === null ? {} : { allowCredentials: (await passkeysOf(db, personId)).map(described) }),
  })
}

/** Whose passkey has answered, and that it has answered well; or a sentence about what is wrong. */
export type Answered = { ok: true; personId: string } | { ok: false; sentence: string }

/** What a passkey has answered to a question that was asked here. Question and answer are used up, right or wrong. */
export async function takePasskey(
  { db, baseUrl }: Asked,
  req: Request,
  typed: string,
  askedFor: AskedFor,
): Promise<Answered> {
  const answer = readAnswer(AnswerOfPasskey, typed)
  if (!answer || !hasPasskeys(baseUrl)) return { ok: false, sentence: wrongPasskey }
  const question = await inOne(db, trx => takeQuestion(trx, req, questionIn(answer), askedFor))
  const passkey = question && (await knownPasskey(db, answer))
  if (!passkey || (question.personId !== null && question.personId !== passkey.personId))
    return { ok: false, sentence: wrongPasskey }
  const counted = await counterIn(baseUrl, answer, passkey)
  if (counted === null) return { ok: false, sentence: wrongPasskey }
  return countOn(db, passkey, counted)
}

async function knownPasskey(db: Db, { id, response }: AnswerOfPasskey): Promise<Passkey | undefined> {
  const passkey = await db
    .selectFrom('passkeys')
    .innerJoin('people', 'people.id', 'passkeys.personId')
    .selectAll('passkeys')
    .where('passkeys.credentialId', '=', id)
    .where('people.disabledAt', 'is', null)
    .executeTakeFirst()
  const says = response.userHandle && Buffer.from(response.userHandle, 'base64url').toString()
  return says && says !== passkey?.personId ? undefined : passkey
}

/** How often the passkey says it has answered; null where its answer does not hold. */
async function counterIn(baseUrl: string, answer: AnswerOfPasskey, passkey: Passkey): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await (
      await webauthn()
    ).verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: questionIn(answer),
      expectedOrigin: new URL(baseUrl).origin,
      expectedRPID: nameOfHouse(baseUrl),
      requireUserVerification: true,
      // Counted here and not there, so that a copy is told from an answer that never held.
      credential: { id: passkey.credentialId, publicKey: bytesOf(passkey.publicKey), counter: 0 },
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}

/** Its counter goes up with each answer, where it counts at all. One that goes back is a copy, or meets one. */
async function countOn(db: Db, { id, personId, counter }: Passkey, counted: number): Promise<Answered> {
  return inOne(db, async trx => {
    if (counted > counter || (counted === 0 && counter === 0)) {
      const used = await trx
        .updateTable('passkeys')
        .set({ counter: counted, lastUsedAt: now() })
        .where('id', '=', id)
        .where('counter', '=', counter)
        .executeTakeFirst()
      if (used.numUpdatedRows === 1n) return { ok: true, personId } as const
    }
    await record(trx, { kind: 'passkey refused', by: { id: personId }, aboutKind: 'person', aboutId: personId })
    return { ok: false, sentence: wentBack } as const
  })
}

function described({ credentialId, transports }: Passkey) {
  return { id: credentialId, transports: JSON.parse(transports) as string[] }
}

function bytesOf(letters: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(letters, 'base64url'))
}
