import { describe, expect, test } from 'vitest'
import { directionOf, onPaper, readsFromTheRight } from '../../src/documents/letters/direction.js'
import { htmlOf } from '../../src/documents/to-html.js'
import { blocksFrom } from '../../src/documents/from-markdown.js'

const page = (markdown: string) => htmlOf(blocksFrom(markdown), { pictureAddress: () => '' })

/** The letters of a line as they stand on paper, from left to right. */
function stands(text: string): string {
  const { levels } = directionOf(text)
  return onPaper([...text].map((letter, at) => ({ letter, level: levels?.[at] ?? 0 })))
    .map(({ letter }) => letter)
    .join('')
}

const turned = (text: string) => [...text].reverse().join('')

describe('the direction of a block is that of most of its letters', () => {
  test('an English sentence that begins with a name in Arabic letters begins at the left', () => {
    expect(readsFromTheRight('بلال احمد asked the parents of Year 4 what they read at home.')).toBe(false)
    expect(page('بلال احمد asked the parents of Year 4 what they read at home.')).toContain('<p dir="ltr">')
  })

  test('a sentence in Urdu that begins with an English word begins at the right', () => {
    const words = 'Reading کے بارے میں بچوں نے بتایا کہ وہ گھر پر پڑھتے ہیں۔'
    expect(readsFromTheRight(words)).toBe(true)
    expect(page(words)).toContain('<p dir="rtl">')
  })

  test('words without a letter, and half of each, begin as they stand', () => {
    expect(readsFromTheRight('12 – 34')).toBe(false)
    expect(readsFromTheRight('ab שם')).toBe(false)
    expect(readsFromTheRight('שם ab')).toBe(true)
  })
})

describe('a name that runs against the line stands for itself', () => {
  test('a number that follows it stays behind it', () => {
    expect(stands('With בלאל, 12 May')).toBe(`With ${turned('בלאל')}, 12 May`)
    expect(page('We were there with بلال احمد, 12 May')).toContain('<span lang="ar" dir="rtl">بلال احمد</span>, 12 May')
  })

  test('names one after another keep their order, and a sentence keeps its own', () => {
    expect(stands('Written by בלאל, שרה')).toBe(`Written by ${turned('בלאל')}, ${turned('שרה')}`)
    const sentence = 'אנחנו שואלים את הילדים מה הם קוראים, ואז מקשיבים'
    const line = `The children and their teachers said that evening: ${sentence}`
    expect(stands(line)).toBe(line.replace(sentence, turned(sentence)))
  })

  test('an English name in a line from right to left does too', () => {
    expect(page('مرحبا بكم جميعا في مدرسة Alder, 12 سنة معا')).toContain('<bdi>Alder</bdi>, 12')
  })
})

test('the bullets of an English list stay at the left, whichever item begins with another script', () => {
  const html = page('- بلال احمد asked first\n- سلام دنیا\n- then all of us talked for a long while about it')
  expect(html).toMatch(/^<ul dir="ltr">/)
  expect(html).toContain('<li><span dir="rtl"><span lang="und-Arab">سلام دنیا</span></span></li>')
  expect(html.match(/<li>/g)).toHaveLength(3)
  expect(html).not.toContain('<li dir')
})
