import type { DemoPost } from '../types.js'
import { autumn2025 } from './autumn-2025.js'
import { autumn2026 } from './autumn-2026.js'
import { spring2026 } from './spring-2026.js'
import { summer2026 } from './summer-2026.js'

/** A year of the forum in the Hafren network. */
export const hafrenPosts: DemoPost[] = [...autumn2025, ...spring2026, ...summer2026, ...autumn2026]
