import { SaxesParser, type SaxesTagNS } from 'saxes'
import yauzl from 'yauzl'

/** Every file of a ZIP archive, by its name. */
export function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      const files = new Map<string, Buffer>()
      zip.on('error', reject)
      zip.on('end', () => resolve(files))
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed)
          const parts: Buffer[] = []
          stream.on('data', (part: Buffer) => parts.push(part))
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(parts))
            zip.readEntry()
          })
        })
      })
      zip.readEntry()
    })
  })
}

export interface Element {
  name: string
  namespace: string
  attributes: Record<string, string>
  children: Element[]
  text: string
}

/** Reads XML, refusing what is not well formed. */
export function xml(words: string): Element {
  const root: Element = { name: '', namespace: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', (tag: SaxesTagNS) => {
    const attributes = Object.fromEntries(Object.entries(tag.attributes).map(([name, { value }]) => [name, value]))
    const element: Element = { name: tag.local, namespace: tag.uri, attributes, children: [], text: '' }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', text => void (open.at(-1)!.text += text))
  parser.write(words).close()
  return root.children[0]!
}

export function* everyElement(element: Element): Iterable<Element> {
  yield element
  for (const child of element.children) yield* everyElement(child)
}

/** What REFI-QDA 1.0 allows inside each element, in its order; `*` says that it may come again. Written from the standard. */
const order: Record<string, string> = {
  Project: 'Users CodeBook Variables Cases Sources Notes Links Sets Graphs Description NoteRef*',
  Users: 'User*',
  CodeBook: 'Codes Sets',
  Codes: 'Code*',
  Code: 'Description NoteRef* Code*',
  Variables: 'Variable*',
  Variable: 'Description',
  Cases: 'Case*',
  Case: 'Description CodeRef* VariableValue* SourceRef* SelectionRef*',
  VariableValue: 'VariableRef TextValue DateValue',
  Sources: 'TextSource* PictureSource* PDFSource* AudioSource* VideoSource*',
  TextSource: 'Description PlainTextContent PlainTextSelection* Coding* NoteRef* VariableValue*',
  Representation: 'Description PlainTextContent PlainTextSelection* Coding* NoteRef* VariableValue*',
  Note: 'Description PlainTextContent PlainTextSelection* Coding* NoteRef* VariableValue*',
  PlainTextSelection: 'Description Coding* NoteRef*',
  PictureSource: 'Description TextDescription PictureSelection* Coding* NoteRef* VariableValue*',
  PDFSource: 'Description PDFSelection* Representation Coding* NoteRef* VariableValue*',
  AudioSource: 'Description Transcript* AudioSelection* Coding* NoteRef* VariableValue*',
  VideoSource: 'Description Transcript* VideoSelection* Coding* NoteRef* VariableValue*',
  Transcript: 'Description PlainTextContent SyncPoint* TranscriptSelection* NoteRef*',
  TranscriptSelection: 'Description Coding* NoteRef*',
  Coding: 'CodeRef NoteRef*',
  Notes: 'Note*',
  Links: 'Link*',
  Link: 'NoteRef*',
  Sets: 'Set*',
  Set: 'Description MemberCode* MemberSource* MemberNote*',
}
const needed: Record<string, string[]> = {
  Project: ['name'],
  User: ['guid'],
  Code: ['guid', 'name', 'isCodable'],
  Variable: ['guid', 'name', 'typeOfVariable'],
  Case: ['guid'],
  TextSource: ['guid', 'plainTextPath'],
  PictureSource: ['guid', 'path'],
  PDFSource: ['guid', 'path'],
  AudioSource: ['guid', 'path'],
  VideoSource: ['guid', 'path'],
  PlainTextSelection: ['guid', 'startPosition', 'endPosition'],
  Coding: ['guid'],
  Note: ['guid'],
  Link: ['guid'],
  Set: ['guid', 'name'],
}
const neverEmpty = ['Users', 'Codes', 'Variables', 'Cases', 'Sources', 'Notes', 'Links', 'Sets']
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Everything in which a project or a codebook is not as REFI-QDA says, a sentence each. */
export function faultsOf(root: Element, namespace: string): string[] {
  const faults: string[] = []
  const names = new Set<string>()
  const all = [...everyElement(root)]
  for (const element of all) {
    if (element.namespace !== namespace) faults.push(`${element.name} is in the namespace ${element.namespace}`)
    faults.push(...childFaults(element))
    for (const name of needed[element.name] ?? [])
      if (element.attributes[name] === undefined) faults.push(`${element.name} has no ${name}`)
    if (neverEmpty.includes(element.name) && element.children.length === 0) faults.push(`${element.name} is empty`)
    const own = element.attributes.guid
    if (own === undefined) continue
    if (!guid.test(own)) faults.push(`${own} is no GUID`)
    if (names.has(own)) faults.push(`${own} is there twice (${element.name})`)
    names.add(own)
  }
  const references = ['targetGUID', 'originGUID', 'creatingUser', 'fromSyncPoint', 'toSyncPoint']
  for (const { name, attributes } of all)
    for (const reference of references)
      if (attributes[reference] !== undefined && !names.has(attributes[reference]))
        faults.push(`${name} leads to ${attributes[reference]}, which is not there`)
  return faults
}

function childFaults({ name, children }: Element): string[] {
  const allowed = (order[name] ?? '').split(' ').filter(Boolean)
  const faults: string[] = []
  let at = 0
  const anyOrder = name === 'Sources'
  for (const child of children) {
    const place = allowed.findIndex((one, index) => (anyOrder || index >= at) && one.replace('*', '') === child.name)
    if (place < 0) faults.push(`${child.name} does not belong here in ${name}`)
    else at = allowed[place]!.endsWith('*') ? place : place + 1
  }
  return faults
}
