import type { Db } from '../../database.js'
import { numberOf, pictureOf } from '../../evidence/listing/cards.js'
import { networkHead } from '../../networks/head.js'
import { type FormState, formOf } from '../../web/read.js'
import type { ReportPicturesPage } from '../pages.js'
import type { ReportToWrite } from '../report.js'
import type { ReportPart } from './parts.js'
import { chosenFiles, picturesFor } from './pictures.js'

/** The pictures that may be chosen for a part. @param all from every term instead of this one only */
export async function picturesPage(
  db: Db,
  { person, network, term }: ReportToWrite,
  part: ReportPart,
  all: boolean,
  form: FormState,
): Promise<ReportPicturesPage> {
  const chosen = await chosenFiles(db, term)
  const pictures = await picturesFor(db, network, term, all)
  return {
    title: `Pictures for “${part.heading}”`,
    head: networkHead(network, person, 'reports'),
    network,
    term,
    part,
    all,
    pictures: pictures.map(({ piece, file }) => ({
      file: file.id,
      picture: pictureOf(file),
      number: numberOf(piece),
      title: piece.title,
      group: piece.groupName,
      alt: file.alt,
      chosen: chosen.includes(file.id),
      form: form.values.file === file.id ? form : formOf({ alt: file.alt, caption: piece.title }),
    })),
    form,
  }
}
