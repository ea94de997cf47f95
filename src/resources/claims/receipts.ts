import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { StoredFile } from '../../files/tables.js'
import type { ExpenseClaim } from '../tables.js'

/** The receipts of a claim that somebody has found. */
export async function receiptsOf(db: Db, claim: Pick<ExpenseClaim, 'id'>): Promise<StoredFile[]> {
  return files(db).where('expenseClaimFiles.claimId', '=', claim.id).orderBy('files.uploadedAt').execute()
}

/** @throws NotFound */
export async function findReceipt(db: Db, claim: Pick<ExpenseClaim, 'id'>, fileId: string): Promise<StoredFile> {
  const file = await files(db)
    .where('expenseClaimFiles.claimId', '=', claim.id)
    .where('files.id', '=', fileId)
    .executeTakeFirst()
  if (!file) throw new NotFound('file')
  return file
}

function files(db: Db) {
  return db
    .selectFrom('expenseClaimFiles')
    .innerJoin('files', 'files.id', 'expenseClaimFiles.fileId')
    .selectAll('files')
    .where('expenseClaimFiles.removedAt', 'is', null)
    .where('files.erasedAt', 'is', null)
}
