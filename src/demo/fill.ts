import type { House } from '../house.js'
import { enterCast } from './enter-cast.js'

/** Fills an empty house with the demo network: the cast, then every group's story. */
export async function fillDemo(house: House): Promise<void> {
  await enterCast(house.db)
}
