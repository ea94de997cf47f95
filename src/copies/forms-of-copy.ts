/** What a copy can be. Pages, forms and routes read them here. */
export const formsOfCopy = [
  {
    key: 'folder',
    name: 'A folder of texts and files (.zip)',
    hint: 'Each piece as a text that any computer opens, with its pictures, sounds and documents beside it, and the measures as CSV',
    ending: 'zip',
    mediaType: 'application/zip',
  },
  {
    key: 'workbook',
    name: 'A workbook for Excel (.xlsx)',
    hint: 'Sheets of evidence, files, claims, codes, measures and questionnaires, without the files themselves',
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  {
    key: 'project',
    name: 'A project for a research program (.qdpx)',
    hint: 'For ATLAS.ti, MAXQDA, NVivo, QualCoder and others that read REFI-QDA: texts, files, codes and memos',
    ending: 'qdpx',
    mediaType: 'application/zip',
  },
  {
    key: 'codebook',
    name: 'The codebook alone (.qdc)',
    hint: 'The codes with their descriptions, for the same programs',
    ending: 'qdc',
    mediaType: 'application/xml',
  },
  {
    key: 'whole',
    name: 'The whole group, to be read back (.zip)',
    hint: 'For moving the group to another installation of the workbench: every record and file, with the addresses of those in the group. It holds the readings of fewer than five pupils too, which the workbench hides again where it is read back',
    ending: 'zip',
    mediaType: 'application/zip',
  },
] as const

export type FormOfCopy = (typeof formsOfCopy)[number]['key']

export const formOfCopyKeys = formsOfCopy.map(form => form.key) as [FormOfCopy, ...FormOfCopy[]]

export function formOfCopy(key: FormOfCopy) {
  return formsOfCopy.find(form => form.key === key)!
}
