import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { FormState } from '../../web/read.js'
import { aroundCoding, codesCrumb } from '../around-coding.js'
import { bookOf } from '../codebook/book.js'
import { codesToBring } from './codes-to-bring.js'
import type { KeptProject } from './keeping-project.js'
import type { BroughtPreviewPage } from './pages.js'

/** What a codebook or project would bring, and what it cannot, before anything of it is taken in. */
export async function previewPage(
  db: Db,
  enquiry: Enquiry,
  { id, name, project }: { id: string; name: string; project: KeptProject },
  form: FormState,
): Promise<BroughtPreviewPage> {
  const codes = codesToBring(project.codes, await bookOf(db, enquiry))
  const names = new Map(codes.map(code => [code.guid, code.name]))
  const fresh = codes.filter(code => !code.known)
  const back = `/groups/${enquiry.groupId}/codes`
  return {
    title: 'Look at it before it comes in',
    ...aroundCoding(enquiry, codesCrumb(enquiry)),
    name,
    what: `${project.form === 'codebook' ? 'A codebook' : 'A project'}${project.origin ? ` from ${project.origin}` : ''}`,
    form,
    fresh: fresh.map(code => ({
      name: code.name,
      under: names.get(code.parent) ?? '',
      calledThere: code.calledThere,
    })),
    known: codes.flatMap(code => code.known?.name ?? []),
    texts: project.texts.map(({ name: called, words, selections, pdf }) => ({
      name: called || 'A text without a name',
      words: words.split(/\s+/).filter(Boolean).length,
      passages: selections.filter(one => one.codes.length > 0).length,
      isPdf: pdf !== null && project.pdfs[pdf] !== undefined,
    })),
    notes: project.notes.length,
    memos:
      codes.reduce((sum, code) => sum + code.notes.length, 0) +
      project.texts.reduce((sum, text) => sum + text.selections.reduce((all, one) => all + one.notes.length, 0), 0),
    losses: project.losses,
    audiences: [
      { value: 'author', text: 'Only me, for now' },
      { value: 'group', text: 'Our group' },
    ],
    address: `${back}/imports/${id}`,
    back,
    nothing: fresh.length + project.texts.length + project.notes.length === 0,
  }
}
