import { expect, test } from 'vitest'
import { cleanName } from '../../src/files/names.js'
import { readableText } from '../../src/files/receiving/text.js'

test.each([
  ['Tŷ ŵyn.png', 'Tŷ ŵyn.png'],
  ['Zażółć gęślą.pdf', 'Zażółć gęślą.pdf'],
  ['اردو متن.docx', 'اردو متن.docx'],
  ['👩‍🏫 class.jpg', '👩‍🏫 class.jpg'],
  ['O’Brien & O\'Neill "quoted".txt', "O’Brien & O'Neill -quoted-.txt"],
  ['e\u0301te\u0301.txt', 'été.txt'],
  ['../../etc/passwd.txt', 'passwd.txt'],
  ['C:\\Users\\megan\\Desktop\\plan.docx', 'plan.docx'],
  ['..\\..\\plan.docx', 'plan.docx'],
  ['plan.docx\0.exe', 'plan.docx.exe'],
  ['line\r\nSet-Cookie: x=1.txt', 'lineSet-Cookie- x=1.txt'],
  ['photo\u202egnp.exe', 'photognp.exe'],
  ['.htaccess', 'htaccess'],
  ['...txt', 'txt'],
  ['notes.txt. . ', 'notes.txt'],
  ['  spaces   inside .txt', 'spaces inside.txt'],
  ['CON.txt', '_CON.txt'],
  ['nul', '_nul'],
  ['com1.tar.txt', '_com1.tar.txt'],
  ['LPT².pdf', '_LPT².pdf'],
  ['console.txt', 'console.txt'],
  ['', 'file'],
  ['/', 'file'],
  ['a<b>|c?.csv', 'a-b--c-.csv'],
])('the name %j is kept as %j', (asUploaded, kept) => {
  expect(cleanName(asUploaded)).toBe(kept)
})

test('a very long name is shortened and keeps its ending', () => {
  expect(cleanName('ŵ'.repeat(5000) + '.png')).toBe('ŵ'.repeat(100) + '.png')
})

test('Windows-1252 is read as Windows writes it, with curly quotes and the euro', () => {
  expect(readableText(Buffer.from([0x93, 0x43, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x80, 0x35, 0x20, 0x96]))).toBe(
    '“Café” €5 –',
  )
})

test('UTF-8 and UTF-16 are read with or without their marks, as far as that is certain', () => {
  expect(readableText(Buffer.from('\ufeffTŷ'))).toBe('Tŷ')
  expect(readableText(Buffer.from('Tŷ\tŵyn\r\n'))).toBe('Tŷ\tŵyn\r\n')
  expect(readableText(Buffer.from('\ufeffTŷ', 'utf16le'))).toBe('Tŷ')
  expect(readableText(Buffer.from('\ufeffTŷ', 'utf16le').swap16())).toBe('Tŷ')
  expect(readableText(Buffer.from('Ty', 'utf16le'))).toBeUndefined()
})
