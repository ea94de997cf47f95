import type { Db } from '../../database.js'
import type { TextKind } from '../../texts/kinds.js'
import type { Row } from './rows.js'

/** Whether a row is this network's, for tables whose rows do not point there. */
export class WhoseRows {
  private readonly networks = new Map<string, Promise<string | undefined>>()

  constructor(
    private readonly db: Db,
    private readonly texts: TextKind[],
    private readonly networkId: string,
  ) {}

  async isTheirs(table: string, row: Row): Promise<boolean> {
    switch (table) {
      case 'texts':
        return this.ofText(String(row.kind), String(row.owner))
      case 'text_versions':
        return this.ofTextWith(String(row.text_id))
      case 'submissions':
        return this.ofSubmission(String(row.of_id))
      case 'files':
        return this.ofFile(String(row.id))
      case 'file_versions':
        return this.ofFile(String(row.file_id))
      case 'people':
        return this.ofPerson(String(row.id))
      default:
        return typeof row.person_id === 'string' && this.ofPerson(row.person_id)
    }
  }

  private async ofText(kind: string, owner: string): Promise<boolean> {
    const of = await this.texts.find(one => one.kind === kind)?.whose(this.db, owner)
    if (!of) return false
    return 'network' in of ? of.network === this.networkId : (await this.networkOfGroup(of.group)) === this.networkId
  }

  private async ofTextWith(id: string): Promise<boolean> {
    const text = await this.db.selectFrom('texts').select(['kind', 'owner']).where('id', '=', id).executeTakeFirst()
    return text !== undefined && this.ofText(text.kind, text.owner)
  }

  private networkOfGroup(id: string): Promise<string | undefined> {
    const known =
      this.networks.get(id) ??
      this.db
        .selectFrom('groups')
        .select('networkId')
        .where('id', '=', id)
        .executeTakeFirst()
        .then(row => row?.networkId)
    this.networks.set(id, known)
    return known
  }

  private async ofSubmission(of: string): Promise<boolean> {
    const writeUp = await this.db
      .selectFrom('writeUps')
      .innerJoin('groups', 'groups.id', 'writeUps.groupId')
      .select('groups.networkId')
      .where('writeUps.id', '=', of)
      .executeTakeFirst()
    const report =
      writeUp ?? (await this.db.selectFrom('termlyReports').select('networkId').where('id', '=', of).executeTakeFirst())
    return report?.networkId === this.networkId
  }

  /** Of a piece of its groups, or brought by somebody of the network, as papers and receipts are. */
  private async ofFile(id: string): Promise<boolean> {
    const held = await this.db
      .selectFrom('evidenceFiles')
      .innerJoin('evidence', 'evidence.id', 'evidenceFiles.evidenceId')
      .innerJoin('groups', 'groups.id', 'evidence.groupId')
      .select('groups.networkId')
      .where('evidenceFiles.fileId', '=', id)
      .executeTakeFirst()
    if (held) return held.networkId === this.networkId
    const file = await this.db.selectFrom('files').select('uploadedBy').where('id', '=', id).executeTakeFirst()
    return file !== undefined && this.ofPerson(file.uploadedBy)
  }

  private async ofPerson(id: string): Promise<boolean> {
    const role = await this.db
      .selectFrom('networkRoles')
      .select('id')
      .where('personId', '=', id)
      .where('networkId', '=', this.networkId)
      .executeTakeFirst()
    if (role) return true
    const member = await this.db
      .selectFrom('groupPeople')
      .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
      .select('groupPeople.id')
      .where('groupPeople.personId', '=', id)
      .where('groups.networkId', '=', this.networkId)
      .executeTakeFirst()
    return member !== undefined
  }
}
