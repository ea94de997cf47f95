import type { Draft } from './gathering-readings.js'
import { type KnownSchool } from '../../networks/schools/schools.js'
import { isPerPupil, type Role, roles } from './recognising-columns.js'

const longestCell = 500

/**
 * A draft with what somebody said about it: the columns, the school or day of all rows, schools that we did not know, and
 * cells that were mended. What cannot be understood leaves the draft as it was.
 */
export function changedDraft(
  draft: Draft,
  sent: Record<string, unknown>,
  schools: KnownSchool[],
  unknown: string[],
): Draft {
  const said = (name: string) => (typeof sent[name] === 'string' ? sent[name].trim() : '')
  const other = draft.others.find(one => one.sheet === said('sheet'))
  if (other) return onSheet(draft, other)
  const known = (id: string) => schools.some(school => school.id === id)
  const columns = draft.columns.map((column, at) => {
    const role = said(`column-${at}`) as Role
    return roles.includes(role) ? { ...column, role } : column
  })
  const matched = unknown.flatMap((name, at) => (known(said(`unknown-${at}`)) ? [[name, said(`unknown-${at}`)]] : []))
  const rows = draft.rows.map(row => ({ ...row, cells: [...row.cells] }))
  for (const name of Object.keys(sent)) {
    const [, row, column] = /^mend-(\d{1,6})-(\d{1,2})$/.exec(name) ?? []
    const cells = rows[Number(row)]?.cells
    if (row && cells && Number(column) < columns.length) cells[Number(column)] = said(name).slice(0, longestCell)
  }
  return {
    ...draft,
    columns,
    rows,
    school: known(said('school')) ? said('school') : '',
    on: /^\d{4}-\d\d-\d\d$/.test(said('on')) ? said('on') : '',
    measure: said('measure').replace(/\s+/g, ' ').slice(0, 120),
    perPupil: said('perPupil') !== '',
    schools: { ...draft.schools, ...(Object.fromEntries(matched) as Record<string, string>) },
  }
}

/** Another sheet of the workbook is read; the one before waits with the others, as it was mended. */
function onSheet(draft: Draft, { sheet, recognised }: Draft['others'][number]): Draft {
  const { columns, rows, notLetIn, notes } = draft
  const before = { sheet: draft.sheet, recognised: { columns, rows, notLetIn, notes } }
  const others = [before, ...draft.others.filter(one => one.sheet !== sheet)]
  return { ...draft, ...recognised, sheet, others, perPupil: isPerPupil(recognised) }
}
