import { describe, expect, test } from 'vitest'
import { nameOfEmoji } from '../../src/documents/emoji.js'
import { blocksFrom } from '../../src/documents/from-markdown.js'
import { headingsOf } from '../../src/documents/headings.js'
import { blocksInOtherWords } from '../../src/documents/in-other-words.js'
import { spokenRuns } from '../../src/documents/languages.js'
import { notesIn, withNumberedNotes } from '../../src/documents/notes.js'
import { htmlOf, markdownHtml } from '../../src/documents/to-html.js'
import { textOf } from '../../src/documents/to-text.js'
import { sample } from './sample.js'

const page = (markdown: string) => htmlOf(blocksFrom(markdown), { pictureAddress: () => '' })

describe('a note', () => {
  const counted = 'We counted[^how], twice[^how], and asked[^ask].\n\n[^ask]: In June.\n[^how]: Hands, *not* answers.\n'

  test('is numbered where it is first marked; its mark leads to it and its number back', () => {
    const html = page(counted)
    const name = /id="(note-[0-9a-f]{6})-1"/.exec(html)![1]!
    expect(html).toContain(
      `We counted<sup class="note-mark"><a id="${name}-1-1" href="#${name}-1" role="doc-noteref" title="Hands, not answers.">[1]</a></sup>, twice`,
    )
    expect(html).toContain(`<a id="${name}-1-2" href="#${name}-1"`)
    expect(html).toContain(`asked<sup class="note-mark"><a id="${name}-2-1"`)
    expect(html).toContain(`<div class="note" id="${name}-1"><a href="#${name}-1-1" role="doc-backlink"`)
    expect(html.indexOf('Hands, <em>not</em> answers.')).toBeLessThan(html.lastIndexOf('In June.'))
    expect([...html.matchAll(/ id="([^"]+)"/g)].length).toBe(
      new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)).size,
    )
  })

  test('goes on over lines and paragraphs that stand in, and ends where the text goes on', () => {
    const [said] = blocksFrom('Seen[^a].\n\n[^a]: One\n  line more.\n\n    - a list\n    - in it\n\nThe text goes on.')
    const html = page('Seen[^a].\n\n[^a]: One\n  line more.\n\n    - a list\n    - in it\n\nThe text goes on.')
    expect(said!.kind).toBe('paragraph')
    expect(html).toMatch(/The text goes on\.<\/p>[^]*One line more\.[^]*<li>a list<\/li>/)
  })

  test('that nothing leads to, and a mark that leads nowhere, stay as they were typed', () => {
    expect(page('A mark[^gone].')).toContain('A mark[^gone].')
    expect(page('Words.\n\n[^lost]: A note.')).toContain('[^lost]: A note.')
    expect(page('Words[^a].\n\n[^a]: Note with [^b].\n\n[^b]: Another.')).toContain('[^b]: Another.')
  })

  test('is counted through all parts of a document, and stands in its text', () => {
    const parts = [...blocksFrom('# One[^1]\n\n[^1]: First.'), ...blocksFrom('Two[^1].\n\n[^1]: Second.')]
    expect(notesIn(withNumberedNotes(parts)).map(({ number }) => number)).toEqual([1, 2])
    const text = textOf({ ...sample, parts })
    expect(text).toContain('One[1]\n\nTwo[2].\n\nNotes\n\n[1] First.\n\n[2] Second.')
    expect(headingsOf(parts)).toEqual([{ level: 3, id: 'one', text: 'One' }])
  })

  test('gives way to other words like all text, and is not lost where its line is written anew', () => {
    const parts = blocksFrom('Ysgol *y* Bryn[^1] did.\n\n[^1]: Ysgol y Bryn asked.')
    const other = blocksInOtherWords(parts, text => text.replaceAll('Ysgol y Bryn', 'School A'))
    const html = htmlOf(other, { pictureAddress: () => '' })
    expect(html).not.toContain('Bryn')
    expect(html).toContain('School A asked.')
  })

  test('in two comments on one page does not lead to the other', () => {
    const ids = ['One[^1].\n\n[^1]: First.', 'Two[^1].\n\n[^1]: Second.'].map(
      text => /href="(#note[^"]+)"/.exec(markdownHtml(text))![1],
    )
    expect(new Set(ids).size).toBe(2)
  })
})

describe('an emoji', () => {
  test.each([
    ['😀', 'grinning face'],
    ['👍🏽', 'thumbs up: medium skin tone'],
    ['👩🏽‍🏫', 'woman teacher: medium skin tone'],
    ['❤️', 'red heart'],
    ['1️⃣', 'keycap: 1'],
    ['🏴󠁧󠁢󠁷󠁬󠁳󠁿', 'flag: Wales'],
    ['🇵🇱', 'flag: Poland'],
    ['👨‍👩‍👧‍👦', 'family: man, woman, girl, boy'],
    ['👩‍🦰‍🚀', 'woman, red hair, rocket'],
    ['\u{1faff}\ufe0f', 'emoji U+1FAFF'],
  ])('%s is called %s', (emoji, name) => {
    expect(nameOfEmoji(emoji)).toBe(name)
  })

  test('is a picture with its name on a page; letters that only look like one are letters', () => {
    expect(page('Well done 🎉!')).toContain(
      'Well done <span class="emoji" role="img" aria-label="party popper">🎉</span>!',
    )
    expect(page('✔ ☑ © 3 # * ❤︎')).not.toContain('role="img"')
    expect(page('`🎉`')).toContain('<code>🎉</code>')
  })
})

describe('the language of words', () => {
  test.each([
    ['مرحبا بالعالم', 'ar'],
    ['میں اردو بولتا ہوں', 'ur'],
    ['پدر', 'und-Arab'],
    ['שלום עולם', 'he'],
    ['আমি বাংলায় কথা বলি', 'bn'],
    ['ਮੈਂ ਪੰਜਾਬੀ ਬੋਲਦਾ ਹਾਂ', 'pa'],
    ['நான் தமிழ்', 'ta'],
    ['我会说中文', 'zh'],
    ['日本語を話します', 'ja'],
    ['Καλημέρα κόσμε', 'el'],
    ['Я говорю українською', 'uk'],
    ['здравей', 'und-Cyrl'],
    ['ኣነ ትግርኛ', 'und-Ethi'],
  ])('%s is told by its letters to be %s', (words, language) => {
    expect(spokenRuns(`She said ${words}, and smiled.`)).toEqual([
      { text: 'She said ' },
      { text: words, language },
      { text: ', and smiled.' },
    ])
  })

  test('is not guessed from Latin letters, nor from one Greek letter', () => {
    for (const words of ['Mae’r plant yn siarad', 'Łódź', 'π is 3.14', 'x² ≤ 4 → ∞', '👍🏽 café'])
      expect(spokenRuns(words)).toEqual([{ text: words }])
  })

  test('can be told, for words and for a whole paragraph, and what is told is not guessed again', () => {
    expect(page('She said [*bore* da]{lang=cy} to all.')).toContain('<span lang="cy"><em>bore</em> da</span> to all.')
    expect(page('[سلام دنیا]{lang=fa}')).toContain('<p lang="fa" dir="rtl">سلام دنیا</p>')
    expect(page('## [Croeso]{lang=cy}')).toContain('lang="cy" dir="ltr">Croeso</h4>')
    expect(page('[words]{lang="><script>}')).not.toContain('<script>')
    expect(page('[words](https://example.org){lang=cy}')).toContain('{lang=cy}')
  })

  test('stands on the page where letters tell it', () => {
    expect(page('Punjabi: ਮੈਂ ਪੰਜਾਬੀ.')).toContain('Punjabi: <span lang="pa">ਮੈਂ ਪੰਜਾਬੀ</span>.')
  })
})
