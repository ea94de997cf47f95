import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import type { KeptQuestion } from './kept-question.js'

const keeping = new WeakSet<DatabaseConnection>()

/** Plans were forgotten so often, since tables had changed beneath them: another instance brought the schema up to date. */
let forgotten = 0

/** A connection on which a question that comes in the same words is planned once, by its name. */
export function keepingPlans(connection: DatabaseConnection): DatabaseConnection {
  if (keeping.has(connection)) return connection
  keeping.add(connection)
  const ask: DatabaseConnection['executeQuery'] = connection.executeQuery.bind(connection)
  connection.executeQuery = async <Row>(question: KeptQuestion): Promise<QueryResult<Row>> => {
    if (question.name === undefined) return ask<Row>(question)
    try {
      return await ask<Row>(named(question))
    } catch (error) {
      if (!isOutOfDate(error)) throw error
      forgotten += 1
      return ask<Row>(named(question))
    }
  }
  return connection
}

/** The driver takes the name along with the words. */
function named({ name, ...question }: KeptQuestion): CompiledQuery {
  const words = { name: `${name!}-${forgotten}`, text: question.sql }
  return { ...question, sql: words as unknown as string }
}

/** PostgreSQL 15, Appendix A, `feature_not_supported`: the plan would answer with other columns than it was made for. */
function isOutOfDate(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string }
  return code === '0A000' && message.includes('cached plan')
}
