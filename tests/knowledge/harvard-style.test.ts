import { expect, test } from 'vitest'
import { inlineText } from '../../src/documents/inline-text.js'
import { inlinesHtml } from '../../src/documents/inlines-to-html.js'
import { harvard, harvardText } from '../../src/knowledge/citing/harvard.js'
import { initials, shortNames } from '../../src/knowledge/citing/names.js'
import { lettersFor } from '../../src/knowledge/citing/short-forms.js'
import { type Work, workFrom } from '../../src/knowledge/references/work.js'

const people = (...names: string[]) =>
  names.map(name => {
    const [family, given] = name.split(', ')
    return given ? { family, given } : { literal: name }
  })
const work = (given: object): Work => workFrom({ type: 'book', title: 'A title', ...given })!
const inText = (...names: string[]) => inlineText(shortNames(work({ author: people(...names) })))

test('one, two and three authors are named, of four or more the first', () => {
  expect(inText('Wiliam, Dylan')).toBe('Wiliam')
  expect(inText('Black, Paul', 'Wiliam, Dylan')).toBe('Black and Wiliam')
  expect(inText('Deci, E.', 'Koestner, R.', 'Ryan, R.')).toBe('Deci, Koestner and Ryan')
  expect(inText('Cremin, T.', 'Mottram, M.', 'Collins, F.', 'Powell, S.')).toBe('Cremin et al.')
  expect(inText('Jones, A.', 'others')).toBe('Jones et al.')
  expect(inText('Welsh Government')).toBe('Welsh Government')
})

test('each kind of work has its own shape', () => {
  const article = work({
    type: 'article-journal',
    title: 'Inside the black box',
    author: people('Black, Paul', 'Wiliam, Dylan'),
    issued: { 'date-parts': [[1998]] },
    'container-title': 'Phi Delta Kappan',
    volume: '80',
    issue: '2',
    page: '139-148',
  })
  expect(inlinesHtml(harvard(article))).toBe(
    'Black, P. and Wiliam, D. (1998) ‘Inside the black box’, <em>Phi Delta Kappan</em>, 80(2), pp. 139–148.',
  )
  const chapter = work({
    type: 'chapter',
    title: 'Darllen',
    author: people('Prŷs, Llinos'),
    editor: people('Hywel, Siôn', 'Rhys, Gwen'),
    issued: { 'date-parts': [[2019]] },
    'container-title': 'Ysgolion bach',
    publisher: 'Gwasg y Bryn',
    'publisher-place': 'Caernarfon',
    page: '11-24',
  })
  expect(harvardText(chapter)).toBe(
    'Prŷs, Ll. (2019) ‘Darllen’, in Hywel, S. and Rhys, G. (eds) Ysgolion bach. Caernarfon: Gwasg y Bryn, pp. 11–24.',
  )
  const book = {
    author: people('Krashen, Stephen D.'),
    issued: { 'date-parts': [[2004]] },
    edition: '2',
    publisher: 'Heinemann',
  }
  expect(harvardText(work({ ...book, title: 'The power of reading?' }))).toBe(
    'Krashen, S.D. (2004) The power of reading? 2nd edn. Heinemann.',
  )
  const page = { type: 'webpage', URL: 'https://hwb.gov.wales/x', accessed: { 'date-parts': [[2027, 3, 5]] } }
  expect(harvardText(work({ ...page, author: people('Llywodraeth Cymru'), publisher: 'Llywodraeth Cymru' }))).toBe(
    'Llywodraeth Cymru (no date) A title. Available at: https://hwb.gov.wales/x (Accessed: 5 March 2027).',
  )
  expect(
    harvardText(
      work({
        type: 'thesis',
        author: people('Rees, Ann'),
        issued: { 'date-parts': [[2001]] },
        publisher: 'Bangor University',
      }),
    ),
  ).toBe('Rees, A. (2001) A title. PhD thesis. Bangor University.')
  expect(harvardText(work({ editor: people('Rees, Ann'), DOI: '10.1/x', issued: { 'date-parts': [[2001]] } }))).toBe(
    'Rees, A. (ed.) (2001) A title.',
  )
  expect(harvardText(work({ DOI: 'doi:10.1234/X', issued: { 'date-parts': [[2001]] } }))).toBe(
    'A title (2001). Available at: https://doi.org/10.1234/x.',
  )
})

test('names from everywhere keep their letters', () => {
  expect(initials('Mary-Anne J.K.')).toBe('M.-A.J.K.')
  expect(initials('Łucja')).toBe('Ł.')
  expect(harvardText(work({ author: people('王, 小明', 'قریشی, سعدیہ'), issued: { 'date-parts': [[2020]] } }))).toBe(
    '王小明 and قریشی, سعدیہ (2020) A title.',
  )
  const particle = workFrom({
    title: 'T',
    author: [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }],
  })!
  expect(harvardText(particle)).toBe('van der Berg, J. (no date) T.')
})

test('two works of the same people and year are told apart by a letter', () => {
  const one = { author: people('Wiliam, Dylan'), issued: { 'date-parts': [[2011]] } }
  const works = [work(one), work({ ...one, title: 'Another' }), work({ ...one, issued: { 'date-parts': [[2012]] } })]
  expect(lettersFor(works)).toEqual(['a', 'b', ''])
  expect(harvardText(works[1]!, 'b')).toBe('Wiliam, D. (2011b) Another.')
})
