import type { Db, Trx } from '../../database.js'
import { unread } from '../../names/names.js'
import type { Reader } from '../../names/reader.js'
import { isStage, type Stage } from '../../stages.js'
import { type Instead, withInstead } from '../../texts/instead.js'
import { rewordTextsOf } from '../../texts/rewording.js'
import { textsOf } from '../../texts/texts.js'
import type { Leaving, WayOut } from '../../texts/ways-out.js'
import { type Enquiry, findEnquiry } from '../enquiry.js'
import { stageAddress } from '../head.js'
import { mayShareStages } from '../permissions.js'
import { contextCardsOf, expertiseOf, leverageOf, successSignsOf } from '../records/records.js'

/** What a group wrote in a stage, about to be shared with the network. */
export const stageLeaves: WayOut = {
  at: '/groups/:group/stages/:stage/sharing',
  async leaving(db, person, { group, stage, cycle }) {
    const enquiry = await findEnquiry(db, person, group!, cycle && /^\d{1,3}$/.test(cycle) ? Number(cycle) : undefined)
    if (!isStage(stage!) || !mayShareStages(enquiry)) return undefined
    return {
      groupId: enquiry.groupId,
      networkId: enquiry.networkId,
      texts: await writtenIn(db, enquiry, stage),
      page: stageAddress(enquiry, stage),
      reword: (trx, changesIn) => rewordStage(trx, enquiry, stage, person, changesIn),
    }
  },
}

async function writtenIn(db: Db, enquiry: Enquiry, stage: Stage): Promise<Leaving['texts']> {
  const texts = Object.entries(await textsOf(db, 'stage', enquiry.id)).filter(([field]) =>
    field.startsWith(`${stage}.`),
  )
  return [
    ...texts.map(([, text]) => ({ words: unread(text.body), place: `/texts/stage/${enquiry.id}` })),
    ...(stage === 'context' ? await ofContext(db, enquiry) : []),
    ...(stage === 'purpose' ? await ofPurpose(db, enquiry) : []),
  ]
}

async function ofContext(db: Db, enquiry: Enquiry): Promise<Leaving['texts']> {
  const cards = await contextCardsOf(db, enquiry)
  const known = await expertiseOf(db, enquiry)
  return [
    ...cards.flatMap(({ id, texts }) =>
      Object.values(texts).map(({ body }) => ({ words: body, place: `/texts/context-card/${id}` })),
    ),
    ...known.flatMap(one => [one.knowsHowTo, one.howWeKnow].map(words => ({ words, place: '' }))),
  ]
}

async function ofPurpose(db: Db, enquiry: Enquiry): Promise<Leaving['texts']> {
  const signs = await successSignsOf(db, enquiry)
  const judged = await leverageOf(db, enquiry)
  const all = [...signs.flatMap(one => [one.sign, one.howWeWouldKnow]), ...judged.map(one => one.because)]
  return all.map(words => ({ words, place: '' }))
}

async function rewordStage(
  trx: Trx,
  enquiry: Enquiry,
  stage: Stage,
  person: Reader,
  changesIn: (words: string) => Instead[],
): Promise<void> {
  const anew = (words: string) => withInstead(words, changesIn(words))
  const { id } = enquiry
  const isIn = (field: string) => field.startsWith(`${stage}.`)
  await rewordTextsOf(trx, { kind: 'stage', owners: [id], isIn }, person, changesIn)
  if (stage === 'context') {
    const cards = await contextCardsOf(trx, enquiry)
    const owners = cards.map(card => card.id)
    await rewordTextsOf(trx, { kind: 'context-card', owners }, person, changesIn)
    for (const one of await expertiseOf(trx, enquiry))
      await trx
        .updateTable('expertise')
        .set({ knowsHowTo: anew(one.knowsHowTo), howWeKnow: anew(one.howWeKnow) })
        .where('id', '=', one.id)
        .execute()
  }
  if (stage !== 'purpose') return
  for (const one of await successSignsOf(trx, enquiry))
    await trx
      .updateTable('successSigns')
      .set({ sign: anew(one.sign), howWeWouldKnow: anew(one.howWeWouldKnow) })
      .where('id', '=', one.id)
      .execute()
  for (const one of await leverageOf(trx, enquiry))
    await trx
      .updateTable('leverageTests')
      .set({ because: anew(one.because) })
      .where('enquiryId', '=', id)
      .where('test', '=', one.test)
      .execute()
}
