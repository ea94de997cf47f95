/** An address of ours to go on to, or the fallback: it starts with one slash, and no browser reads it as another site. */
export function localPath(address: unknown, fallback = '/'): string {
  if (typeof address !== 'string' || address.length > 2000) return fallback
  return /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(address) ? address : fallback
}
