/**
 * An email address as it was meant: as address books copy it, `Nia Prŷs <nia@school.example>;`, with the signs that Outlook puts
 * around it and nobody sees, or with the curly apostrophe that a phone types.
 */
export function emailAddressIn(typed: string): string {
  const seen = typed.replace(/[\p{Cf}\p{Cc}\u2800\u3164]/gu, '').trim()
  const bracketed = /<([^<>]*@[^<>]*)>/.exec(seen)?.[1]
  return (bracketed ?? seen)
    .normalize('NFC')
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^[\s"“”'‘’(<]+|[\s"“”'‘’)>,;.]+$/g, '')
    .replace(/[‘’ʼ´`＇]/g, "'")
    .replace(/＠/g, '@')
    .replace(/．/g, '.')
    .toLowerCase()
}
