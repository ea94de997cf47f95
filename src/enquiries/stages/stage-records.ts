import type { Db } from '../../database.js'
import { schoolsByIds } from '../../networks/schools/schools.js'
import type { Stage } from '../../stages.js'
import { type TextAsWritten, textsOf } from '../../texts/texts.js'
import type { Enquiry } from '../enquiry.js'
import { type CardOfSchool, contextCardsOf, expertiseOf, leverageOf, successSignsOf } from '../records/records.js'
import type { LeverageTest, SuccessSign } from '../tables.js'

/** What a group wrote and recorded on a stage: loaded once, for what its page shows and for what the stage still needs. */
export interface StageRecords {
  /** By field, of every stage. */
  texts: Record<string, TextAsWritten>
  /** Of the context stage alone. */
  context: {
    cards: CardOfSchool[]
    schools: { id: string; name: string }[]
    expertise: Awaited<ReturnType<typeof expertiseOf>>
  } | null
  /** Of the purpose stage alone. */
  purpose: { judged: LeverageTest[]; signs: SuccessSign[] } | null
}

export async function stageRecords(db: Db, enquiry: Enquiry, stage: Stage): Promise<StageRecords> {
  return {
    texts: await textsOf(db, 'stage', enquiry.id),
    context:
      stage === 'context'
        ? {
            cards: await contextCardsOf(db, enquiry),
            schools: await schoolsByIds(db, enquiry.schoolIds),
            expertise: await expertiseOf(db, enquiry),
          }
        : null,
    purpose:
      stage === 'purpose' ? { judged: await leverageOf(db, enquiry), signs: await successSignsOf(db, enquiry) } : null,
  }
}
