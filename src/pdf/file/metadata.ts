import type { Document } from '../../documents/document.js'
import { dayOf } from '../../web/now.js'
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

/**
 * What a catalogue can read of the PDF: title, language and maker, of an edition who wrote it, when it came out, by what it is
 * known and what others may do with it, and that it keeps to PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).
 */
export function describe(press: Press, document: Document): void {
  const { CreationDate } = press.info as { CreationDate: Date }
  const made = `${CreationDate.toISOString().split('.')[0]}Z`
  press._addInfo = () => {
    press.appendXML(`
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title>${inAnyLanguage(document.title)}</dc:title>
        <dc:language>${listed('Bag', [document.language])}</dc:language>
        <dc:format>application/pdf</dc:format>${whoseItIs(document)}
      </rdf:Description>
      <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
        <xmp:CreateDate>${made}</xmp:CreateDate>
        <xmp:ModifyDate>${made}</xmp:ModifyDate>
        <xmp:CreatorTool>Enquiry Workbench</xmp:CreatorTool>
      </rdf:Description>${rightsOf(document)}
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

/** In the words of Dublin Core, as XMP has them (ISO 16684-1, 8.3). Where nobody is named, the network is its author. */
function whoseItIs({ authors = [], publisher, edition, address }: Document): string {
  const names = authors.length > 0 ? authors.map(({ name }) => name) : publisher ? [publisher] : []
  const said: [name: string, words: string | undefined][] = [
    ['creator', names.length ? listed('Seq', names) : undefined],
    ['publisher', publisher && listed('Bag', [publisher])],
    ['date', edition && listed('Seq', [dayOf(edition.publishedAt)])],
    ['identifier', edition && inXml(edition.identifier)],
    ['source', edition && address && inXml(address)],
    ['rights', edition?.licence && inAnyLanguage(edition.licence.name)],
  ]
  return said.map(([name, words]) => (words ? `\n        <dc:${name}>${words}</dc:${name}>` : '')).join('')
}

/** What others may do with an edition, and which of its files in the course of time this is. */
function rightsOf({ edition }: Document): string {
  if (!edition) return ''
  const { licence, identifier, number } = edition
  const rights = licence
    ? `
      <rdf:Description rdf:about="" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">
        <xmpRights:Marked>True</xmpRights:Marked>${licence.address && `\n        <xmpRights:WebStatement>${inXml(licence.address)}</xmpRights:WebStatement>`}
        <xmpRights:UsageTerms>${inAnyLanguage(licence.name)}</xmpRights:UsageTerms>
      </rdf:Description>`
    : ''
  return `${rights}
      <rdf:Description rdf:about="" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
        <xmpMM:DocumentID>${inXml(identifier)}</xmpMM:DocumentID>
        <xmpMM:VersionID>${number}</xmpMM:VersionID>
      </rdf:Description>`
}

function inAnyLanguage(words: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${inXml(words)}</rdf:li></rdf:Alt>`
}

function listed(kind: 'Bag' | 'Seq', words: string[]): string {
  return `<rdf:${kind}>${words.map(one => `<rdf:li>${inXml(one)}</rdf:li>`).join('')}</rdf:${kind}>`
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
