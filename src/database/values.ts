/** No text holds the sign of nothing (U+0000): PostgreSQL keeps none, and nobody types one. Another stands in its place, on both. */
export function storable(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value
}
