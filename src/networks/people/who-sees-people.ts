import type { Response } from 'express'
import type { Db } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { signedIn } from '../../web/signed-in.js'
import { findNetwork } from '../networks.js'
import { mayChangePeople, maySeePeople } from '../permissions.js'

/** The reader and a network whose people they may see. @throws NotFound for everybody else */
export async function toSeePeople(db: Db, res: Response, networkId: string) {
  const person = signedIn(res)
  const network = await findNetwork(db, person, networkId)
  if (!maySeePeople(person, network)) throw new NotFound('page')
  return { person, network }
}

/** The same, for those who change who is in it. @throws NotAllowed for those who may only look */
export async function toChangePeople(db: Db, res: Response, networkId: string) {
  const found = await toSeePeople(db, res, networkId)
  allow(mayChangePeople(found.person, found.network))
  return found
}
