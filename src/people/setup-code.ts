import type { Db } from '../database.js'

/** Prints the one-time code that makes the first administrator, when there is none yet. */
export async function printSetupCode(_db: Db, _baseUrl: string): Promise<void> {}
