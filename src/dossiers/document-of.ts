import { atOneMoment, type Db } from '../database.js'
import type { Block, Document, Inline } from '../documents/document.js'
import { blocksInOtherWords } from '../documents/in-other-words.js'
import { namesOutside } from '../names/names.js'
import { answerSaid } from '../recommendations/answers.js'
import { isOnPaperOnly } from '../recommendations/permissions.js'
import { now } from '../web/now.js'
import { day, plural } from '../words/words.js'
import { heading, paragraph, text } from '../documents/making-blocks.js'
import { recommendationBlocks } from './recommendation-blocks.js'
import { codeOf, type Recommended, recommendedTo } from './recommended.js'
import { replySlip, slipFor } from './reply-slip.js'
import { openingOf } from './sentences.js'
import type { Dossier } from './tables.js'

/**
 * A head's dossier: what is recommended to the school, why, what it costs, what it leans on, and a slip to answer on. It
 * may be handed on by paper or by a link, so it is written as for readers outside: under the groups’ pseudonyms, with no
 * other school's answer, and of evidence only what may be seen outside.
 */
export function documentOfDossier(db: Db, dossier: Dossier, baseUrl: string): Promise<Document> {
  return atOneMoment(db, reading => documentAt(reading, dossier, baseUrl))
}

async function documentAt(db: Db, dossier: Dossier, baseUrl: string): Promise<Document> {
  const all = await recommendedTo(db, dossier)
  const pseudonyms = namesOutside()
  const parts = await Promise.all(
    all.map(async (one, at) => {
      const { read: rename } = await pseudonyms.namesIn(db, one.groupId)
      const code = codeOf(all, at)
      return {
        overview: [code, rename(one.recommendation), daysSaid(one), answerSaidOf(one)].map(text),
        blocks: blocksInOtherWords(await recommendationBlocks(db, code, one), rename),
        group: one.answer ? [] : [rename(one.group)],
        slip: one.answer ? [] : blocksInOtherWords(slipFor(code, one), rename),
      }
    }),
  )
  const slips = parts.flatMap(({ slip }) => slip)
  return {
    title: `What is recommended to ${dossier.school}`,
    language: 'en-GB',
    kindOfDocument: 'Dossier for the head',
    titlePage: titlePageOf(dossier),
    contents: false,
    foot: `${dossier.school}, ${day(now())}`,
    parts: [
      heading('In one minute'),
      paragraph(opening(all), 'lead'),
      overviewTable(parts.map(({ overview }) => overview)),
      ...parts.flatMap(({ blocks }) => blocks),
      ...(slips.length > 0
        ? replySlip(baseUrl, dossier, [...new Set(parts.flatMap(({ group }) => group))], slips)
        : []),
    ],
  }
}

function titlePageOf({ school, group, network }: Dossier): Document['titlePage'] {
  return {
    heading: `What is recommended to ${school}`,
    subtitle: group ? `From the enquiry group ${group}` : `From the enquiry groups of ${network}`,
    lines: [`${group ? `${network}. ` : ''}As it stood on ${day(now())}`],
  }
}

function overviewTable(rows: Inline[][][]): Block {
  return {
    kind: 'table',
    head: ['No.', 'What is recommended', 'Release time a year', 'Your answer'].map(text),
    rows,
    alignment: [null, null, 'right', null],
    rowHeads: true,
  }
}

function opening(all: Recommended[]): string {
  return openingOf({
    sent: all.length,
    waiting: all.filter(one => !one.answer).length,
    days: all.reduce((sum, one) => sum + (one.releaseDays ?? 0), 0),
  })
}

function daysSaid({ releaseDays }: Recommended): string {
  if (releaseDays === null) return 'not said'
  return releaseDays === 0 ? 'none' : plural(releaseDays, 'day', 'days')
}

function answerSaidOf({ answer, answeredAt, reviewOn, ...paper }: Recommended): string {
  if (!answer) return 'waits for you'
  const again = reviewOn ? `, to look at again on ${day(reviewOn)}` : ''
  const given = paper.fromPaperOn === null ? `on ${day(answeredAt)}` : `on paper, ${day(paper.fromPaperOn)}`
  return `${answerSaid(answer)} ${given}${again}${isOnPaperOnly(paper) ? ', to be confirmed by you' : ''}`
}
