const ALLOWED = ['http:', 'https:', 'mailto:', 'tel:']

/**
 * An address that a reader may follow, or undefined: web, mail and telephone addresses, and places on this site or page.
 * Anything a browser would run (`javascript:`, `data:`) loses its address, however it is written.
 */
export function safeAddress(address: string): string | undefined {
  const href = address.trim()
  if (href === '' || /[\u0000-\u001f\u007f]/.test(href)) return undefined
  if (href.startsWith('#')) return href
  if (href.startsWith('/')) return /^\/[/\\]/.test(href) ? undefined : href
  return isAllowed(href) ? href : undefined
}

function isAllowed(href: string): boolean {
  try {
    return ALLOWED.includes(new URL(href).protocol)
  } catch {
    return false
  }
}
