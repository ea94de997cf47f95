import type { Db } from '../database.js'
import type { Block, Document, Inline } from '../documents/document.js'
import { blocksFrom } from '../documents/from-markdown.js'
import { idFrom } from '../documents/headings.js'
import { blocksInOtherWords } from '../documents/in-other-words.js'
import { numberOf } from '../evidence/listing/cards.js'
import { evidenceInGroups } from '../evidence/evidence.js'
import { filled } from '../evidence/filling.js'
import { kindNamed } from '../evidence/kinds.js'
import { publishable } from '../evidence/sharing/publishable.js'
import { namesOutside, unread } from '../names/names.js'
import { answerSaid } from '../recommendations/answers.js'
import { now } from '../web/now.js'
import { day, listed, plural } from '../words/words.js'
import type { Dossier } from './tables.js'

/** One recommendation as a head reads it. */
interface Asked {
  id: string
  groupId: string
  group: string
  question: string
  number: number
  recommendation: string
  reasons: string
  releaseDays: number | null
  cost: string
  answer: string | null
  answeredAt: string | null
  reviewOn: string | null
}

/**
 * A head's dossier: what is recommended to the school, why, what it costs, what it leans on, and a slip to answer on. It
 * may be handed on by paper or by a link, so it is written as for readers outside: under the groups’ pseudonyms, with no
 * other school's answer, and of evidence only what may be seen outside.
 */
export async function documentOfDossier(db: Db, dossier: Dossier, baseUrl: string): Promise<Document> {
  const asked = await askedOf(db, dossier)
  const pseudonyms = namesOutside()
  const told = await Promise.all(
    asked.map(async (one, at) => {
      const { read: words } = await pseudonyms.namesIn(db, one.groupId)
      const code = codeOf(asked, at)
      return {
        overview: [text(code), text(words(one.recommendation)), text(daysSaid(one)), text(standing(one))],
        blocks: blocksInOtherWords([...recommendationBlocks(code, one), ...(await leansOn(db, one))], words),
        slip: one.answer ? [] : blocksInOtherWords(slipFor(code, one), words),
      }
    }),
  )
  const slips = told.flatMap(({ slip }) => slip)
  const days = asked.reduce((sum, one) => sum + (one.releaseDays ?? 0), 0)
  return {
    title: `What is recommended to ${dossier.school}`,
    language: 'en-GB',
    kindOfDocument: 'Dossier for the head',
    titlePage: {
      heading: `What is recommended to ${dossier.school}`,
      subtitle: dossier.group
        ? `From the enquiry group ${dossier.group}`
        : `From the enquiry groups of ${dossier.network}`,
      lines: [dossier.network, `As it stood on ${day(now())}`],
    },
    contents: false,
    foot: `${dossier.school}, ${day(now())}`,
    parts: [
      heading('In one minute'),
      paragraph(opening(asked, days), 'lead'),
      {
        kind: 'table',
        head: ['No.', 'What is recommended', 'Release time a year', 'Your answer'].map(text),
        rows: told.map(({ overview }) => overview),
        alignment: [null, null, 'right', null],
        rowHeads: true,
      },
      ...told.flatMap(({ blocks }) => blocks),
      ...(slips.length > 0 ? [...replySlip(baseUrl), ...slips, ...signature] : []),
    ],
  }
}

/** As they were written: names are read under the groups’ pseudonyms when the document is whole. */
async function askedOf(db: Db, { networkId, schoolId, groupId }: Dossier): Promise<Asked[]> {
  const rows = await db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .innerJoin('enquiries', 'enquiries.id', 'recommendations.enquiryId')
    .select(['recommendations.id', 'recommendations.groupId', 'groups.name as group', 'enquiries.question'])
    .select(['recommendations.number', 'recommendations.recommendation', 'recommendations.reasons'])
    .select(['recommendations.releaseDays', 'recommendations.cost'])
    .select(['responses.answer', 'responses.answeredAt', 'responses.reviewOn'])
    .where('responses.schoolId', '=', schoolId)
    .where('groups.networkId', '=', networkId)
    .$if(groupId !== null, query => query.where('groups.id', '=', groupId!))
    .where('recommendations.withdrawnAt', 'is', null)
    .orderBy('groups.name')
    .orderBy('recommendations.number')
    .execute()
  return unread(rows)
}

/** Two groups may both have an R1: then they are counted through. */
function codeOf(asked: Asked[], at: number): string {
  const several = new Set(asked.map(one => one.groupId)).size > 1
  return several ? String(at + 1) : `R${asked[at]!.number}`
}

function opening(asked: Asked[], days: number): string {
  const many = plural(asked.length, 'recommendation has', 'recommendations have')
  const waiting = asked.filter(one => !one.answer).length
  const cost = days > 0 ? ` Together they would take ${plural(days, 'day', 'days')} of release time in a year.` : ''
  const open =
    waiting > 0
      ? ` ${plural(waiting, 'waits', 'wait')} for your answer: accept it, change it to suit your school, or decline it. Each answer counts as much as another, and the reason is what the group learns from.`
      : ' You have answered all of them, and may think again at any time.'
  return `${many} been sent to your school by colleagues who looked closely at classrooms and asked one question together.${cost}${open}`
}

function recommendationBlocks(code: string, one: Asked): Block[] {
  return [
    heading(`${code.startsWith('R') ? code : `Recommendation ${code}`}, from ${one.group}`),
    paragraph(one.recommendation, 'claim'),
    paragraph(`They asked: ${one.question}`, 'quiet'),
    ...(one.reasons.trim() ? [heading('Why', 3), ...blocksFrom(one.reasons, { headingLevel: 4 })] : []),
    heading('What it costs', 3),
    paragraph(costSaid(one)),
  ]
}

/** Pieces by number, kind, school and day; of those that may not be seen outside only that they are there. */
async function leansOn(db: Db, { id }: Asked): Promise<Block[]> {
  const rows = await evidenceInGroups(db)
    .innerJoin('recommendationEvidence', 'recommendationEvidence.evidenceId', 'evidence.id')
    .selectAll('evidence')
    .where('recommendationEvidence.recommendationId', '=', id)
    .where('evidence.sharedWithGroupAt', 'is not', null)
    .orderBy('evidence.number')
    .execute()
  const pieces = await filled(db, namesOutside(), rows)
  const stopped = new Set(
    (
      await publishable(
        db,
        pieces.map(piece => piece.id),
        'outside',
      )
    ).map(finding => finding.piece.id),
  )
  const shown = pieces.filter(piece => !piece.gap && !stopped.has(piece.id))
  const others = pieces.length - shown.length
  if (pieces.length === 0) return []
  return [
    heading('The evidence it leans on', 3),
    ...(shown.length > 0
      ? [
          {
            kind: 'list' as const,
            ordered: false,
            tight: true,
            items: shown.map(piece => ({
              blocks: [
                paragraph(
                  `${numberOf(piece)} ${piece.title}: ${[
                    kindNamed(piece.kind),
                    listed(piece.schools.map(school => school.name)),
                    day(piece.gatheredOn),
                  ]
                    .filter(Boolean)
                    .join(', ')}`,
                ),
              ],
            })),
          },
        ]
      : []),
    ...(others > 0
      ? [paragraph(`${plural(others, 'piece stays', 'pieces stay')} with those who agreed to be in it.`, 'quiet')]
      : []),
  ]
}

function replySlip(baseUrl: string): Block[] {
  return [
    { kind: 'heading', level: 2, id: 'reply-slip', beginsPage: true, inlines: text('Reply slip') },
    paragraph(
      'Tick, write and hand it back to whoever gave it to you. A colleague of the network enters it in your name only after asking you.',
    ),
    {
      kind: 'paragraph',
      inlines: [
        ...text('If you have an account, answer in a minute at '),
        { kind: 'link', href: `${baseUrl}/`, inlines: text(`${baseUrl}/`) },
      ],
    },
  ]
}

function slipFor(code: string, one: Asked): Block[] {
  return [
    heading(`${code.startsWith('R') ? code : `Recommendation ${code}`}: your answer`, 3),
    paragraph(one.recommendation),
    {
      kind: 'list',
      ordered: false,
      tight: true,
      items: ['We accept it', 'We accept it with changes', 'We decline it'].map(words => ({
        task: 'open' as const,
        blocks: [paragraph(words)],
      })),
    },
    { kind: 'blank', label: 'Because', lines: 3 },
    { kind: 'blank', label: 'We will look at it again on', lines: 1 },
  ]
}

const signature: Block[] = [
  { kind: 'blank', label: 'Name', lines: 1 },
  { kind: 'blank', label: 'Date', lines: 1 },
]

function costSaid({ releaseDays, cost }: Asked): string {
  const days =
    releaseDays === null
      ? 'Nobody has said how much release time it takes.'
      : releaseDays === 0
        ? 'No release time.'
        : `${plural(releaseDays, 'day', 'days')} of release time in a year.`
  return [days, cost].filter(Boolean).join(' ')
}

function daysSaid({ releaseDays }: Asked): string {
  if (releaseDays === null) return 'not said'
  return releaseDays === 0 ? 'none' : plural(releaseDays, 'day', 'days')
}

function standing({ answer, answeredAt, reviewOn }: Asked): string {
  if (!answer) return 'waits for you'
  const again = reviewOn ? `, to look at again on ${day(reviewOn)}` : ''
  return `${answerSaid(answer)} on ${day(answeredAt)}${again}`
}

function heading(words: string, level: 2 | 3 = 2): Block {
  return { kind: 'heading', level, id: idFrom(words), inlines: text(words) }
}

function paragraph(words: string, manner?: 'lead' | 'claim' | 'quiet'): Block {
  return { kind: 'paragraph', inlines: text(words), ...(manner && { manner }) }
}

function text(words: string): Inline[] {
  return [{ kind: 'text', text: words }]
}
