import { z } from 'zod'
import type { Area } from './covering.js'

/** As many parts of a picture as can be covered in one go. */
export const MOST_AREAS = 6

const sides = ['left', 'top', 'width', 'height'] as const
const places = [...Array.from({ length: MOST_AREAS }, (_, at) => `${at + 1}`), 'Crop']

/** The fields of every form on which parts of a picture are covered. */
export const areaFields: Record<string, z.ZodOptional<z.ZodString>> = Object.fromEntries(
  places.flatMap(place => sides.map(side => [side + place, z.string().optional()])),
)

/** The parts that were typed, in hundredths of the picture; a part of which nothing was typed is none. */
export function areasIn(body: Record<string, unknown>) {
  const areas: Area[] = []
  const mistakes: { field: string; text: string }[] = []
  let crop: Area | undefined
  for (const place of places) {
    const typed = sides.map(side =>
      typeof body[side + place] === 'string' ? (body[side + place] as string).trim() : '',
    )
    if (typed.every(one => one === '')) continue
    const numbers = typed.map(one => (/^\d{1,3}([.,]\d{1,4})?$/.test(one) ? Number(one.replace(',', '.')) : NaN))
    const wrong = numbers.findIndex(one => !(one >= 0 && one <= 100))
    const [left, top, width, height] = numbers as [number, number, number, number]
    if (wrong >= 0) mistakes.push({ field: sides[wrong]! + place, text: 'Enter a number from 0 to 100' })
    else if (width === 0 || height === 0)
      mistakes.push({
        field: (width === 0 ? 'width' : 'height') + place,
        text: 'Make it wider and higher than nothing',
      })
    else if (left >= 100 || top >= 100)
      mistakes.push({ field: 'left' + place, text: 'This part lies outside the picture' })
    else if (place === 'Crop') crop = { left, top, width, height }
    else areas.push({ left, top, width, height })
  }
  return { areas, crop, mistakes }
}
