import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import type { Code } from '../../coding/tables.js'
import { colourToWrite } from './colours.js'
import { guidOf } from './guid.js'
import { origin, plainXml } from './xml.js'

/** A codebook as REFI-QDA 1.0 has it (Codebook.xsd, urn:QDA-XML:codebook:1.0). There must be one code at least. */
export function codebook(codes: Code[]): string {
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('urn:QDA-XML:codebook:1.0', 'CodeBook', { origin })
  putCodes(root.ele('Codes'), codes, null, () => {})
  return root.end({ prettyPrint: true })
}

/** The codes under one parent, each with those under it. @param more what a project adds between description and children */
export function putCodes(
  into: XMLBuilder,
  codes: Code[],
  parentId: string | null,
  more: (element: XMLBuilder, code: Code) => void,
): void {
  const known = new Set(codes.map(code => code.id))
  for (const code of codes) {
    const parent = code.parentId !== null && known.has(code.parentId) ? code.parentId : null
    if (parent !== parentId) continue
    const element = into.ele('Code', {
      guid: guidOf('code', code.id),
      name: plainXml(code.name),
      isCodable: 'true',
      color: colourToWrite(code.colour),
    })
    const description = [code.description, code.notFor && `Not for: ${code.notFor}`].filter(Boolean).join('\n')
    if (description) element.ele('Description').txt(plainXml(description))
    more(element, code)
    putCodes(element, codes, code.id, more)
  }
}
