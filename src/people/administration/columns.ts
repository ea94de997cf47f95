import { type Column, day, text } from '../../web/columns.js'
import type { Account } from './administering.js'
import type { AuditLine } from './audit-trail.js'

/** The accounts of an installation as a list. */
export const accountColumns: Column<Account>[] = [
  text('Name', 28, account => account.name),
  text('Email', 40, account => account.email),
  day('Since', account => account.createdAt),
  day('Administrator since', account => account.administratorSince),
  day('Disabled', account => account.disabledAt),
]

/** What was done, as a list; to the second, so that it can be held against logs. */
export const auditColumns: Column<AuditLine>[] = [
  text('When (UTC)', 26, line => line.at),
  text('Who', 28, line => line.person),
  text('Did', 40, line => line.did),
  text('To a', 18, line => line.aboutKind),
  text('Its id', 16, line => line.aboutId),
  text('Network', 20, line => line.networkId),
]
