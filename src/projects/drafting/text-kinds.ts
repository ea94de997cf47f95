import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { TextKind } from '../../texts/kinds.js'
import { isInProject, mayReadHome, mayWriteHome, mayWriteText } from '../permissions.js'
import { projectsByIds } from '../projects.js'
import { homeKind } from '../taking-home/homes.js'
import { projectTextKind, theText, writersOf } from './texts.js'

/** A text that two or three write together. The owner is the text. */
export const projectTexts: TextKind = {
  kind: projectTextKind,
  ownedBy: null,
  whose: async (db, owner) => networkOfText(db, owner),
  async find(db, person, owner, field) {
    const text = await db.selectFrom('projectTexts').selectAll().where('id', '=', owner).executeTakeFirst()
    const [found] = text ? await projectsByIds(db, person, [text.projectId]) : []
    if (!text || !found || field !== theText || !isInProject(person, found)) throw new NotFound('text')
    const writers = (await writersOf(db, text)).map(one => one.id)
    return {
      mayWrite: mayWriteText(person, found, writers),
      label: text.title,
      back: `/networks/${found.project.networkId}/projects/${found.project.id}/texts/${text.id}#f-${theText}`,
    }
  },
}

/** A school’s own version of it. The owner is the version. */
export const schoolVersions: TextKind = {
  kind: homeKind,
  ownedBy: null,
  async whose(db, owner) {
    const home = await db.selectFrom('projectHomes').select('textId').where('id', '=', owner).executeTakeFirst()
    return home && networkOfText(db, home.textId)
  },
  async find(db, person, owner, field) {
    const home = await db
      .selectFrom('projectHomes')
      .innerJoin('projectTexts', 'projectTexts.id', 'projectHomes.textId')
      .selectAll('projectHomes')
      .select(['projectTexts.projectId', 'projectTexts.title'])
      .where('projectHomes.id', '=', owner)
      .executeTakeFirst()
    const [found] = home ? await projectsByIds(db, person, [home.projectId]) : []
    if (!home || !found || field !== theText || !mayReadHome(person, found, home)) throw new NotFound('text')
    const { networkId, id } = found.project
    return {
      mayWrite: mayWriteHome(person, home),
      label: home.title,
      back: `/networks/${networkId}/projects/${id}/texts/${home.textId}/schools/${home.schoolId}#f-${theText}`,
    }
  },
}

async function networkOfText(db: Db, id: string): Promise<{ network: string } | undefined> {
  const row = await db
    .selectFrom('projectTexts')
    .innerJoin('projects', 'projects.id', 'projectTexts.projectId')
    .select('projects.networkId')
    .where('projectTexts.id', '=', id)
    .executeTakeFirst()
  return row && { network: row.networkId }
}
