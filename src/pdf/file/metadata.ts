import type { Document } from '../../documents/document.js'
import { sRgbProfile } from './colour-profile.js'
import type { Press } from './inside-pdfkit.js'

/** PDF/A knows nothing of PDF/UA: what the property means has to be written beside it (ISO 19005-2, 6.6.2.3). */
const WHAT_PDFUAID_IS = `
      <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
          <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
          <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
          <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
          <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name>
            <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>The part of ISO 14289 to which this document keeps</pdfaProperty:description>
          </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
      </rdf:Description>`

const profile = sRgbProfile()

const CHARACTERS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What a catalogue can read of the PDF: title, language, maker, and that it keeps to PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2). */
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
      </rdf:Description>
      <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
        <pdfaid:part>2</pdfaid:part>
        <pdfaid:conformance>A</pdfaid:conformance>
      </rdf:Description>${WHAT_PDFUAID_IS}`)
  }
  keepColours(press)
}

/** Which red, green and blue are meant, so that colours stay what they are. */
function keepColours(press: Press): void {
  const colours = press.ref({ N: 3 })
  colours.end(profile)
  const intent = press.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: new String('sRGB IEC61966-2.1'),
    Info: new String('sRGB IEC61966-2.1'),
    DestOutputProfile: colours,
  })
  intent.end()
  press._root.data.OutputIntents = [intent]
}

/** Words as they may stand in XML; what XML cannot hold at all is left out. */
function inXml(words: string): string {
  return words
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/[&<>"]/g, character => CHARACTERS[character]!)
}
