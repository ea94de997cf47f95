import type { Request } from 'express'
import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { evidenceVisibleTo, type Piece } from '../../evidence/evidence.js'
import { filled } from '../../evidence/loading-pieces.js'
import { kindKeys, kindNamed } from '../../evidence/kinds.js'
import type { Reader } from '../../names/reader.js'
import { folded } from '../../words/folded.js'
import { pageNumber, type PageOf, pageOf, queried } from '../../web/page-of.js'
import { byName } from '../../words/words.js'

const size = 25

/** The group's pieces to choose from, of every cycle, the newest first; private drafts are not among them. */
export interface Picking {
  page: PageOf<Piece>
  fields: { name: string; label: string; value: string; options?: { value: string; text: string }[] }[]
}

/** @param req its query string may ask for words, a school, a kind and a page */
export async function piecesToPick(db: Db, person: Reader, enquiry: Enquiry, req: Request): Promise<Picking> {
  const asked = { words: queried(req, 'words'), school: queried(req, 'school'), kind: queried(req, 'kind') }
  const all = await evidenceVisibleTo(db, person)
    .selectAll('evidence')
    .where('evidence.groupId', '=', enquiry.groupId)
    .where('evidence.sharedWithGroupAt', 'is not', null)
    .orderBy('evidence.number', 'desc')
    .execute()
  const pieces = await filled(db, person, all)
  const found = pieces.filter(piece => answers(piece, asked))
  const from = (pageNumber(req) - 1) * size
  const schools = new Map(pieces.flatMap(piece => piece.schools).map(school => [school.id, school]))
  const kinds = kindKeys.filter(kind => pieces.some(piece => piece.kind === kind))
  return {
    page: pageOf(req, found.slice(from, from + size), found.length, size),
    fields: [
      { name: 'words', label: 'Words or number', value: asked.words },
      {
        name: 'school',
        label: 'School',
        value: asked.school,
        options: [...schools.values()].sort(byName).map(({ id, name }) => ({ value: id, text: name })),
      },
      {
        name: 'kind',
        label: 'Kind',
        value: asked.kind,
        options: kinds.map(key => ({ value: key, text: kindNamed(key) })),
      },
    ],
  }
}

function answers(piece: Piece, asked: { words: string; school: string; kind: string }): boolean {
  const said = folded(`E${piece.number} ${piece.title} ${piece.whatWeSaw}`)
  return (
    folded(asked.words)
      .split(' ')
      .every(word => said.includes(word)) &&
    (!asked.school || piece.schools.some(school => school.id === asked.school)) &&
    (!asked.kind || piece.kind === asked.kind)
  )
}
