import type { Block, Document } from '../../documents/document.js'
import { heading, paragraph, text } from '../../documents/making-blocks.js'
import type { House } from '../../house.js'
import { day, plural } from '../../words/words.js'
import { today } from '../../web/now.js'
import { shownFindings, type Shown } from '../findings/findings.js'
import { type FoundRequest, numberOf } from '../requests.js'
import type { Finding } from '../tables.js'

/** How many lines of one letter are read at a time. */
const atOnce = 50

/** What goes along, and how many stay, with the reasons. */
export interface Going {
  lines: Shown[]
  leftOut: { because: string; count: number }[]
}

/** What of the list goes along. A file goes only where somebody has looked at it and said so: who else is in a picture, no program can tell. */
export async function goingAlong(house: House, found: FoundRequest): Promise<Going> {
  const all = await house.db
    .selectFrom('dataRequestFindings')
    .selectAll()
    .where('requestId', '=', found.request.id)
    .orderBy('position')
    .execute()
  const goes = (one: Finding) => (one.how === 'file' ? one.going === 'as it is' : one.going !== 'left out')
  const lines: Shown[] = []
  const along = all.filter(goes)
  for (let from = 0; from < along.length; from += atOnce)
    lines.push(...(await shownFindings(house, found, along.slice(from, from + atOnce), 600)))
  const reasons = new Map<string, number>()
  for (const one of all.filter(one => !goes(one))) {
    const because = one.because || (one.how === 'file' ? notLookedAt : noReason)
    reasons.set(because, (reasons.get(because) ?? 0) + 1)
  }
  return { lines, leftOut: [...reasons].map(([because, count]) => ({ because, count })) }
}

const notLookedAt = 'Other people may be seen or heard in it.'
const noReason = 'It would tell of other people.'

/** What we hold, why, how long, with whom it is shared, and what they can do: one letter, in plain words. */
export function letterOf(found: FoundRequest, school: string, { lines, leftOut }: Going): Document {
  const { request, said, network } = found
  const whom = said.names[0] ?? 'you'
  const answerer = school || network.name
  const list = lines.flatMap(one => blocksOf(one))
  return {
    title: `What we hold about ${whom}`,
    language: 'en-GB',
    kindOfDocument: 'Answer to a request for personal data',
    titlePage: {
      heading: `What we hold about ${whom}`,
      lines: [
        `${answerer}, ${day(today())}`,
        `Our case ${numberOf(request)}. You asked us on ${day(request.receivedAt)}.`,
      ],
    },
    contents: false,
    parts: [
      paragraph(
        `${answerer} answers for these data. We have looked through everything that our schools write and keep in the Enquiry Workbench, in which teachers ask together what helps children learn.`,
      ),
      heading('Why we hold it'),
      paragraph(
        'Teachers note what they see in lessons, and what children say and make, to find out what helps them learn. Children’s names are left out: a child is called by a code, and the list that says who a code is stands apart, sealed, and is opened by very few people, each time for a reason that is written down.',
      ),
      paragraph(
        '[The school fills in its lawful basis here: for most schools it is their public task, and for pictures and recordings that go beyond the school the consent of those who can be seen or heard.]',
      ),
      heading('With whom it is shared'),
      paragraph(
        'With colleagues of the schools of our network who work on the same question, as far as the consent that we hold for it reaches; with nobody else. [The school names here who runs the computers on which it is kept.]',
      ),
      heading('How long we keep it'),
      paragraph(
        '[The school or the network says here how long it keeps evidence.] Copies made against loss hold what was erased until they are replaced.',
      ),
      heading('What you can do'),
      bullets([
        'You can ask us to put right what is wrong.',
        'You can ask us to erase it, or to stop using it. Consent can be taken back at any time; what it was for then disappears at once.',
        'You can complain to us. We acknowledge a complaint within 30 days.',
        'You can complain to the Information Commissioner’s Office: ico.org.uk/make-a-complaint, telephone 0303 123 1113.',
      ]),
      heading('What we found'),
      paragraph(
        lines.length === 0
          ? 'We found nothing about you that we can give.'
          : `Here ${lines.length === 1 ? 'is' : 'are'} ${plural(lines.length, 'place', 'places')}. Where other people are named, we write “another pupil” or “a colleague” instead. The word … says that a longer text goes on.`,
      ),
      ...list,
      ...(leftOut.length > 0
        ? [
            heading('What we left out, and why'),
            bullets(leftOut.map(({ because, count }) => `${plural(count, 'place', 'places')}: ${because}`)),
          ]
        : []),
    ],
    foot: `${answerer}, case ${numberOf(request)}`,
  }
}

function blocksOf({ place, words, file }: Shown): Block[] {
  return [
    heading(file ? `${place}: ${file}` : place, 3),
    ...(words.length === 0
      ? [
          paragraph(
            file ? 'The file goes along with this letter.' : 'It holds no words; it says that you did something.',
            'quiet',
          ),
        ]
      : words.map(one => paragraph(one))),
  ]
}

function bullets(lines: string[]): Block {
  return {
    kind: 'list',
    ordered: false,
    tight: false,
    items: lines.map(line => ({ blocks: [{ kind: 'paragraph', inlines: text(line) }] })),
  }
}
