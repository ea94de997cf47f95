import type { Move } from '../../networks/year.js'
import { day, text } from '../../web/columns.js'
import type { Column } from '../../web/columns.js'
import { moveInWords } from './telling.js'

export const moveColumns: Column<Move>[] = [
  day('When', move => move.at),
  text('From', 30, move => move.from.name),
  text('To', 30, move => move.to.name),
  text('What', 60, move => move.what),
  text('What happened', 60, moveInWords),
  text('What they made of it', 60, move => move.madeOfIt),
]
