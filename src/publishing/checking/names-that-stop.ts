import { textOf } from '../../documents/to-text.js'
import { unread } from '../../names/names.js'
import { numberOf } from '../../evidence/listing/cards.js'
import { noticedAmong } from '../../keys/noticing.js'
import { citedIn } from '../../write-ups/document/citing.js'
import { partAddress, partText, writeUpAddress } from '../../write-ups/write-ups.js'
import { listed } from '../../words/words.js'
import type { Checked, Stop } from './what-is-checked.js'

/** What may name a pupil in the parts and in the pieces that they quote, and nobody has said yet that it does not. */
export async function namesToAnswer({ document, parts, pieces, writeUp, around }: Checked): Promise<Stop[]> {
  const cited = new Set(citedIn(document))
  const texts = [
    ...parts.map(part => ({
      text: unread(part.text.body),
      at: partAddress(part),
      place: placeOfPart(part.id),
      mend: part.heading,
    })),
    ...pieces
      .filter(piece => cited.has(piece.id))
      .map(piece => ({
        text: `${piece.title}\n\n${piece.whatWeSaw}`,
        at: `/evidence/${piece.id}`,
        place: `/evidence/${piece.id}`,
        mend: numberOf(piece),
      })),
  ]
  // A word that is asked about because it stands in a key would tell who does.
  const byTheListAlone = { ...around, keyIds: [] }
  const stops = new Map<string, Stop>()
  for (const { text, at, place, mend } of texts)
    for (const { words } of await noticedAmong(byTheListAlone, text, place))
      if (!stops.has(words))
        stops.set(words, {
          kind: 'name',
          because: `“${words}” may be a pupil’s name.`,
          mendAt: at,
          mend: `Look at ${mend}`,
          name: { words, address: place, back: `/write-ups/${writeUp.id}/check` },
        })
  return [...stops.values()]
}

/** A pupil who is in one of the group's keys is named. Which name it is is told to nobody who has not typed it. */
export async function pupilsNamed({ document, parts, partIds, writeUp, around }: Checked): Promise<Stop[]> {
  const place = [...partIds.map(placeOfPart), ...citedIn(document).map(id => `/evidence/${id}`)]
  const isNamedIn = async (text: string) => (await noticedAmong(around, text, place)).some(one => one.inKey)
  if (!(await isNamedIn(textOf(document)))) return []
  const because = 'A pupil’s name stands in the text. Write their code instead.'
  const named = await Promise.all(parts.map(one => isNamedIn(unread(one.text.body))))
  const part = parts.find((_, place) => named[place])
  return part
    ? [{ kind: 'name', because, mendAt: partAddress(part), mend: 'Take the name out' }]
    : [{ kind: 'name', because, mendAt: writeUpAddress(writeUp.enquiry), mend: 'Find the name' }]
}

/** A frozen document in which a name stands that the group has given a pseudonym since: it is to be submitted anew. */
export function namesThatStand({ document, names, writeUp }: Checked): Stop[] {
  const said = textOf(document)
  if (names.read(said) === said) return []
  const because = 'A school, a person or a place has a pseudonym, and its own name stands in what was submitted.'
  return [{ kind: 'text', because, mendAt: writeUpAddress(writeUp.enquiry), mend: 'Submit it anew' }]
}

/** Where some schools go by pseudonyms, everybody else who is named beside them could give them away: that is decided first. */
export function namesUndecided({ document, undecided, writeUp }: Checked): Stop[] {
  const said = textOf(document)
  const standsIn = (name: string) => said.includes(name)
  const everyName = (name: string) => [name, ...(undecided.before.get(name) ?? [])]
  const schools = undecided.schools.flatMap(school => everyName(school.name)).filter(standsIn)
  const people = undecided.people.flatMap(everyName).filter(standsIn)
  const at = { mendAt: `/groups/${writeUp.groupId}/pseudonyms`, mend: 'Decide about these names' }
  return [schools, people]
    .filter(names => names.length > 0)
    .map(names => ({
      kind: 'text' as const,
      because: `${listed(names)} ${names.length === 1 ? 'stands' : 'stand'} in the text by name, beside schools that have pseudonyms. Choose a pseudonym, or say that the name may stand.`,
      ...at,
    }))
}

/** As `placeTypedIn` (src/keys/typed/names-typed.ts) calls the box in which the part is written. */
function placeOfPart(id: string): string {
  return `/texts/${partText.kind}/${id}`
}
