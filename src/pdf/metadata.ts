import type { Document } from '../documents/document.js'
import type { Press } from './inside-pdfkit.js'

const CHARACTERS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What a catalogue can read of the PDF: title, language, maker, and that it keeps to PDF/UA-1 (ISO 14289-1). */
export function describe(press: Press, document: Document): void {
  const { CreationDate } = press.info as { CreationDate: Date }
  const made = `${CreationDate.toISOString().split('.')[0]}Z`
  press._addInfo = () => {
    press.appendXML(`
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${inXml(document.title)}</rdf:li></rdf:Alt></dc:title>
        <dc:language><rdf:Bag><rdf:li>${inXml(document.language)}</rdf:li></rdf:Bag></dc:language>
      </rdf:Description>
      <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
        <xmp:CreateDate>${made}</xmp:CreateDate>
        <xmp:CreatorTool>Enquiry Workbench</xmp:CreatorTool>
      </rdf:Description>
      <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
        <pdf:Producer>Enquiry Workbench</pdf:Producer>
      </rdf:Description>
      <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
        <pdfuaid:part>1</pdfuaid:part>
      </rdf:Description>`)
  }
}

/** Words as they may stand in XML; what XML cannot hold at all is left out. */
function inXml(words: string): string {
  return words
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/[&<>"]/g, character => CHARACTERS[character]!)
}
