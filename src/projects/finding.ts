import type { Db } from '../database.js'
import { NotFound } from '../errors.js'
import { headOfGuest, networkHead, type NetworkHead } from '../networks/head.js'
import type { Network } from '../networks/tables.js'
import type { Reader } from '../names/reader.js'
import { findProject, type FoundProject } from './projects.js'

/** The projects of a network, as a person opens them. */
export interface ProjectsOfNetwork {
  person: Reader
  network: Network
  head: NetworkHead
  /** Their list. */
  listAddress: string
}

/** One project, as a person opens it. */
export interface OpenedProject extends ProjectsOfNetwork, FoundProject {
  address: string
}

/** For everybody of the network; whoever only belongs to it finds what they were invited to. @throws NotFound for others */
export async function findProjectsOf(db: Db, person: Reader, id: string): Promise<ProjectsOfNetwork> {
  const network = await db.selectFrom('networks').selectAll().where('id', '=', id).executeTakeFirst()
  if (!network || !person.belongsTo(network.id)) throw new NotFound('network')
  const listAddress = `/networks/${network.id}/projects`
  const head = person.works(network.id)
    ? networkHead(network, person, 'projects')
    : headOfGuest(network, { href: listAddress, text: 'Projects' })
  return { person, network, head, listAddress }
}

/** @throws NotFound for those who may not read it */
export async function openProject(
  db: Db,
  person: Reader,
  at: { network: string; project: string },
): Promise<OpenedProject> {
  const there = await findProjectsOf(db, person, at.network)
  const found = await findProject(db, person, there.network.id, at.project)
  return { ...there, ...found, address: `${there.listAddress}/${found.project.id}` }
}
