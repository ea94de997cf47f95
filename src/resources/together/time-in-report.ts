import { paragraph } from '../../documents/making-blocks.js'
import type { BroughtReportPart } from '../../networks/year.js'
import { listed, plural } from '../../words/words.js'
import { countedTogether } from './counting.js'
import { givenInWords } from './document.js'

/** What working together took, counted, within the report’s own part on money and time. */
export const timeInReport: BroughtReportPart = {
  part: 'money-and-time',
  heading: 'Money and time',
  holds: 'Hours together and release time, counted from what is here.',
  behind: 'time',
  within: 'time',
  async blocks(db, network, _term, span, told) {
    const counted = await countedTogether(db, network, span, told?.hours ?? [])
    const given = givenInWords(counted)
    const { grown } = counted.brought
    return [
      ...(given.length > 0
        ? [paragraph(`Counted from our records, colleagues gave ${listed(given)} to working together.`)]
        : []),
      ...(grown.length > 0
        ? [
            paragraph(
              `${plural(grown.length, 'colleague', 'colleagues')} led a group or a theme for the first time this term.`,
            ),
          ]
        : []),
    ]
  },
}
