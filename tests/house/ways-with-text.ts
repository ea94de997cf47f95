import { anchored } from '../../src/evidence/readable-texts/anchoring.js'
import { beyondTheTitle, opening } from '../../src/evidence/listing/cards.js'
import { asStored, laidOut, spokenLines } from '../../src/evidence/readable-texts/laying-out.js'
import { titleFor } from '../../src/evidence/logging/logging.js'
import { renaming } from '../../src/names/renaming.js'
import { withInstead } from '../../src/texts/instead.js'
import { fromFile } from '../../src/evidence/readable-texts/writing-texts.js'
import { changesBetween } from '../../src/claims/revising/history.js'
import { inItsSentence, shortened as shortenedAround } from '../../src/claims/linking/in-its-sentence.js'
import { placeOfSaid } from '../../src/claims/linking/places.js'
import { runsOf } from '../../src/coding/passages/marking-up.js'
import { inPlace } from '../../src/coding/passages/passage-lines.js'
import { sentencesOf } from '../../src/coding/passages/sentences.js'
import { markFor } from '../../src/coding/passages/marks.js'
import { widthOf, wrapped } from '../../src/charts/measuring.js'
import { keysIn } from '../../src/documents/citations.js'
import { emojiIn } from '../../src/documents/emoji.js'
import { blocksFrom } from '../../src/documents/from-markdown.js'
import { headingsOf, idFrom } from '../../src/documents/headings.js'
import { spokenRuns } from '../../src/documents/languages.js'
import { safeAddress } from '../../src/documents/safe-address.js'
import { htmlOf, markdownHtml, wordsHtml } from '../../src/documents/to-html.js'
import { textOfBlocks } from '../../src/documents/to-text.js'
import { linesAsTyped, linesOfCaptions } from '../../src/files/captions.js'
import { cleanName, endingOf } from '../../src/files/names.js'
import { asFound, tidy } from '../../src/files/reading/words-found.js'
import { looksLikeAPage, readableText } from '../../src/files/receiving/text.js'
import { withoutNumbers } from '../../src/handouts/what-it-says.js'
import { shortened } from '../../src/handouts/shortening.js'
import { dayIn as dayInCell, numberIn } from '../../src/instruments/spreadsheets/reading-cells.js'
import { readCsv } from '../../src/instruments/spreadsheets/reading-sheets.js'
import { partOf } from '../../src/instruments/measures/judging-readings.js'
import { looksLikeAName } from '../../src/instruments/spreadsheets/recognising-columns.js'
import { inTheirPlace } from '../../src/keys/typed/names-typed.js'
import { namesIn } from '../../src/knowledge/references/by-hand.js'
import { harvardText } from '../../src/knowledge/citing/harvard.js'
import { isKey, keyFor } from '../../src/knowledge/citing/forming-cite-keys.js'
import { initials } from '../../src/knowledge/citing/names.js'
import { readList } from '../../src/knowledge/reading/read-list.js'
import { readBibtex } from '../../src/knowledge/reading/bibtex.js'
import { readRis } from '../../src/knowledge/reading/ris.js'
import { doiFrom, workFrom } from '../../src/knowledge/references/work.js'
import { bibtexOf } from '../../src/knowledge/writing/bibtex.js'
import { risOf } from '../../src/knowledge/writing/ris.js'
import { readPeople } from '../../src/networks/people/reading-people.js'
import { readSchools } from '../../src/networks/schools/reading-schools.js'
import { questionIn, termOf } from '../../src/search/asking/question.js'
import { dayIn } from '../../src/search/asking/days.js'
import { answers, leafOf } from '../../src/search/matching.js'
import { plainWords } from '../../src/search/plain.js'
import { marked, sentenceFor } from '../../src/search/sentence.js'
import { merge } from '../../src/texts/merging.js'
import { folded } from '../../src/words/folded.js'
import { slugOf } from '../../src/web/new-id.js'
import { neededText, optionalLine, text as textField } from '../../src/web/fields.js'
import { written } from '../../src/word/inlines.js'
import { quoted } from '../../src/web/waiting.js'
import { oneLine, said, under } from '../../src/write-ups/composing/markdown.js'
import { ended, knowsHow, leverageSaid } from '../../src/write-ups/sentences.js'
import { personalName } from '../../src/words/personal-names.js'
import { programmeLines } from '../../src/visits/programme.js'
import { plainXml } from '../../src/copies/project/xml.js'

const cited = () => ({ author: [{ kind: 'text' as const, text: 'Wiliam' }], year: '2011', title: 'A work', href: '/w' })
const referred = (label: string) => ({
  label,
  title: 'A piece',
  href: '/p',
  quote: 'words',
  passages: new Map([[1, 'words']]),
})
const names = renaming([
  { names: ['Sara Puw', 'Sara'], instead: 'Colleague A', isPerson: true },
  { names: ['Ysgol Coed-y-dŵr'], instead: 'School A' },
])
const places = (text: string, every: number, length: number) =>
  Array.from({ length: Math.floor(text.length / every) }, (_, at) => ({
    startsAt: at * every,
    endsAt: at * every + length,
  }))
const document = (text: string) => blocksFrom(text, { reference: referred, citations: cited })

/** Everything that reads what somebody typed or uploaded, one function a line. */
export const waysWithText: Record<string, (text: string) => unknown> = {
  'Markdown as a page': text => markdownHtml(text, cited),
  'a document as a page and as words': text => {
    const blocks = document(text)
    return [htmlOf(blocks, { pictureAddress: () => '/x' }), textOfBlocks(blocks), headingsOf(blocks)]
  },
  'words with citations': text => wordsHtml(text, cited),
  'keys cited': text => keysIn(text),
  'languages told': text => spokenRuns(text),
  'emoji told': text => emojiIn(text),
  'address for a heading': text => idFrom(text),
  'safe address': text => safeAddress(text),
  'words without signs': text => plainWords(text),
  'what is asked': text => questionIn(text),
  'a term asked': text => termOf(text),
  'day asked': text => dayIn(text),
  'a leaf searched': text => {
    const leaf = leafOf(text, text)
    const question = questionIn('reading "a b" -never')
    return [
      answers(question, leaf),
      sentenceFor(text, leaf.words, question.terms),
      marked(text, leaf.words, question.terms),
    ]
  },
  'a sentence found for its own words': text => {
    const leaf = leafOf('', text)
    const { terms } = questionIn(text)
    return [
      answers({ terms, without: [] }, leaf),
      sentenceFor(text, leaf.words, terms),
      marked(text, leaf.words, terms),
    ]
  },
  folded: text => folded(text),
  slug: text => slugOf(text),
  'two who write at both ends': text => merge(text, `x ${text}`, `${text} y`),
  'revisions compared': text => changesBetween(text.slice(0, 2000), `${text.slice(1000, 2500)} more`),
  'subtitles (vtt)': text => linesOfCaptions(`WEBVTT\n\n00:01.000 --> 00:02.000\n${text}`, 'vtt'),
  'a subtitle file (vtt)': text => linesOfCaptions(`WEBVTT\n\n${text}`, 'vtt'),
  'subtitles (srt)': text => linesOfCaptions(`1\n00:00:01,000 --> 00:00:02,000\n${text}`, 'srt'),
  'a transcript as typed': text => asStored(linesAsTyped(text)),
  'a transcript laid out': text => {
    const { words, timings } = asStored(linesAsTyped(`[0:01] ${text.replaceAll('\n', '\n[0:02] ')}`))
    const stored = { id: 'x', version: 1, source: 'transcript', words, timings: JSON.stringify(timings) } as never
    return [laidOut(stored), spokenLines(stored)]
  },
  'text of a file': text => fromFile('said.txt', Buffer.from(text)),
  tidied: text => tidy(text),
  'as found in pages': text => asFound(text.split('\f')),
  'a page in disguise': text => looksLikeAPage(text),
  'readable bytes': text => readableText(Buffer.from(text)),
  'name of a file': text => [cleanName(text), endingOf(text)],
  'opening of a note': text => opening(text, 400),
  'title of a note': text => [
    titleFor(text, 'observation', '2026-11-29'),
    beyondTheTitle({ title: text.slice(0, 80), whatWeSaw: text }),
  ],
  'names under pseudonyms': text => names(text),
  'a passage found again': text => anchored(text, `x${text}`, { startsAt: 10, endsAt: text.length - 10 }),
  'a short passage found again': text => anchored(text, `x${text}`, { startsAt: 10, endsAt: 12 }),
  'many words that give way': text =>
    withInstead(
      text,
      places(text, 8, 4).map(place => ({ ...place, instead: 'P01' })),
    ),
  'names in their place': text =>
    inTheirPlace(
      text,
      places(text, 8, 4).map(place => ({ ...place, words: 'Tilly', inKey: true, code: 'P01' })),
    ),
  'sentences of a text': text => sentencesOf(text),
  'words in their sentence': text =>
    shortenedAround(inItsSentence(text, { startsAt: text.length / 2, endsAt: text.length / 2 + 20 })),
  'a passage in its place': text => inPlace(text, { startsAt: text.length / 2, endsAt: text.length / 2 + 20 }),
  'words pointed at': text => placeOfSaid(text, text.slice(0, 40_000), 50_000),
  'a coded text': text =>
    runsOf(
      text,
      places(text, 400, 600).map((place, at) => ({ ...place, id: `${at}`, mark: 'ABC', colour: 'red' })),
    ),
  'mark of a code': text => markFor(text, []),
  'words in a chart': text => [widthOf(text), wrapped(text, 300)],
  'programme of a visit': text => programmeLines(text),
  'a list of references': text => readList(text),
  'a BibTeX list': text => readBibtex(`@article{a,\n title = {${text}},\n author = {${text}}\n}`),
  'a BibTeX file': text => readBibtex(`@article{a, title = {A}}\n${text}`),
  'a RIS list': text => readRis(`TY  - JOUR\nTI  - ${text}\nAU  - ${text}\nER  - \n`),
  'a RIS file': text => readRis(`TY  - JOUR\nTI  - A\n${text}\nER  - \n`),
  'a work': text => {
    const work = workFrom({
      type: 'book',
      title: text,
      author: [{ family: text, given: text }],
      page: text,
      edition: text,
      issued: text,
      DOI: text,
      publisher: text,
    })
    return work && [harvardText(work), keyFor(work), bibtexOf([{ work, key: 'a' }]), risOf([{ work, key: 'a' }])]
  },
  'authors by hand': text => [namesIn(text), initials(text), isKey(text), doiFrom(text)],
  'many invitations': text =>
    readPeople(
      `name,email,role,school\n${text}`,
      { schools: [], themes: [], partners: [], groups: [], people: [], open: [] },
      'nia@example.org',
    ),
  'many schools': text => readSchools(`name,town\n${text}`, { here: [], left: [], establishments: [] }),
  'a sheet': text => readCsv(Buffer.from(`school,value\nBryn,3\n${text}`)),
  'a cell': text => [numberIn(text), dayInCell(text), partOf(text), looksLikeAName(text)],
  'words shortened': text => [shortened(text, 300), quoted(text), withoutNumbers([{ kind: 'text', text }])],
  'Markdown composed': text => [under('A heading', text), said('label', text), oneLine(text), ended(text)],
  'sentences of a write-up': text => [knowsHow(text, text, text, text), leverageSaid(text, text, text)],
  'a name in a list of references': text => personalName(text),
  'words for Word and XML': text => [written(text), plainXml(text)],
  'fields of a form': text => [
    neededText('Say it', 200_000).safeParse(text),
    optionalLine(200_000).safeParse(text),
    textField(200_000).safeParse(text),
  ],
}

/** Each is repeated until a text is full of it. */
export const signs = [
  ...[
    '[',
    ']',
    '*',
    '_',
    '~',
    '`',
    '<',
    '>',
    ' ',
    '\n',
    '\t',
    '|',
    '-',
    '#',
    '"',
    "'",
    '&',
    '(',
    '\\',
    'a',
    '!',
    '.',
    '@',
    ':',
  ],
  ...[
    '](',
    '[](',
    '![',
    '[^1]:',
    '[^1]: a\n',
    '<i>',
    '<!--',
    '[[E1]] ',
    '@a ',
    '[a](b) ',
    '**a ',
    'a b. ',
    '- a\n',
    '# a\n',
    'a\n\n',
  ],
  ...['|a|b|\n', 'a,b\n', '"a",', '@a{', 'a@a.', '00:01 --> 00:02\n', '[0:01] ', '学', '🙂', 'Sara '],
]

/** So many letters of it, with words at both ends, where many a pattern would otherwise find its match at once. */
export function textOf(sign: string, letters: number): string {
  return `reading a ${sign.repeat(Math.ceil(letters / sign.length)).slice(0, letters)}x y z`
}
