import { expect, test } from 'vitest'
import { asRead } from '../../src/requests/findings/findings.js'

const document = (inlines: object[]) => JSON.stringify({ parts: [{ kind: 'paragraph', inlines }] })
const words = (text: string) => ({ kind: 'text', text })

test('where the number of a piece was cut out of a sentence, the excerpt has no space before its comma', () => {
  expect(asRead(document([words('Mali counted the questions '), words(', and Tom heard it again '), words('.')]))).toBe(
    'Mali counted the questions, and Tom heard it again.',
  )
})

test('what a number says of its piece is read with it, and words in bold are not torn apart', () => {
  const reference = { kind: 'reference', label: 'E12', title: 'What Mali said', href: '#evidence-1' }
  expect(
    asRead(
      document([
        words('Co-'),
        { kind: 'strong', inlines: [words('opera')] },
        words('tion grew '),
        reference,
        words(', we think.'),
      ]),
    ),
  ).toBe('Co-operation grew E12 What Mali said, we think.')
})
