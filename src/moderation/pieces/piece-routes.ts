import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import { prepareFiles } from '../../files/keeping.js'
import { type Received, receiveFiles } from '../../files/receiving/receiving.js'
import type { House } from '../../house.js'
import { schoolsByIds, schoolsOf } from '../../networks/schools/schools.js'
import { tell } from '../../people/sessions.js'
import { inThePicture } from '../../reach/audiences.js'
import { answeredBefore } from '../../web/once.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { type OpenedRound, openRoundOf } from '../finding.js'
import { EvidencePieceForm, OwnPieceForm } from '../forms.js'
import '../pages.js'
import { mayPutPieces } from '../permissions.js'
import { groupsToTakeFrom } from './groups-to-take-from.js'
import { pieceToJudge, putEvidence, putOwnPiece } from './putting-in.js'

const reserve = 200 * 1024 * 1024
const mostPerPiece = 60 * 1024 * 1024

/** Pupils’ work comes into a round: as evidence, or brought for it. */
export function pieceRoutes({ db, store }: House): Router {
  const routes = Router()
  const at = '/networks/:network/moderation/:round/pieces' as const
  const receive = receiveFiles({ store, maxFiles: 6, freeReserveBytes: reserve, roomLeft: mostPerPiece })

  routes.get(`${at}/new`, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    allowPutting(there)
    show(res, 'moderation/put', await putPage(db, there, {}))
  })

  routes.post(`${at}/evidence`, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    allowPutting(there)
    const again = async (evidence: FormState) =>
      show(res.status(422), 'moderation/put', await putPage(db, there, { evidence }))
    const reading = read(EvidencePieceForm, req.body)
    if (!reading.ok) return again(reading.form)
    const piece = await pieceToJudge(db, there.person, there.round, reading.values)
    if (typeof piece === 'string') return again(addMistake(formOf(req.body), 'number', piece))
    await inOne(db, trx => putEvidence(trx, there.round, there.person, piece))
    await tell(db, res, 'The piece is in the round.')
    res.redirect(303, there.address)
  })

  routes.post(`${at}/files`, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    allowPutting(there)
    const received = await receive(req, res)
    const { once, ...sent } = received.fields
    if (once !== undefined && (await answeredBefore(db, req, res, once))) return
    const again = async (form: FormState) => show(res.status(422), 'moderation/put', await putPage(db, there, { form }))
    const reading = readOwnPiece(sent, received)
    if (!reading.ok) return again(reading.form)
    const school = (await schoolsOf(db, there.network.id)).find(one => one.id === reading.values.school)
    if (!school) return again(addMistake(formOf(sent), 'school', 'Choose a school of the network'))
    const { prepared, refused } = await prepareFiles(store, received.arrived)
    if (refused.length > 0) return again(withRefused(formOf(sent), refused))
    const { alt, nameless: _, school: __, ...words } = reading.values
    const files = prepared.map(file => ({ prepared: file, alt }))
    await inOne(db, trx => putOwnPiece(trx, there.round, there.person, { ...words, schoolId: school.id }, files))
    await tell(db, res, 'The piece is in the round.')
    res.redirect(303, there.address)
  })

  return routes
}

function allowPutting(there: OpenedRound): void {
  allow(mayPutPieces(there.person, there), 'Pieces come in before the judging begins.')
}

/** Reads the words, and what is amiss with the files that came with them. */
function readOwnPiece(sent: Received['fields'], { arrived, refused }: Received) {
  const reading = read(OwnPieceForm, sent)
  const form = withRefused(reading.ok ? formOf(sent) : reading.form, refused)
  if (arrived.length === 0 && refused.length === 0 && !form.values.words)
    addMistake(form, 'files', 'Add a picture, a PDF or a text, or type the work below')
  if (reading.ok && !reading.values.alt && arrived.some(file => file.kind === 'image'))
    addMistake(form, 'alt', 'Say in a sentence what the picture shows, for those who cannot see it')
  return reading.ok && form.summary.length === 0 ? reading : { ok: false as const, form }
}

function withRefused(form: FormState, refused: { name: string; because: string }[]): FormState {
  for (const file of refused) addMistake(form, 'files', `${file.name}: ${file.because}`)
  return form
}

async function putPage(db: Db, there: OpenedRound, { form, evidence }: { form?: FormState; evidence?: FormState }) {
  const { person, network, head, address } = there
  const own = await schoolsByIds(db, person.schoolsIn(network.id))
  const schools = own.length > 0 ? own : await schoolsOf(db, network.id)
  return {
    title: 'Put a piece into the round',
    ...{ head, address: `${address}/pieces`, back: address },
    groups: await groupsToTakeFrom(db, network.id),
    schools: schools.map(({ id, name }) => ({ value: id, text: name })),
    seen: inThePicture.map(({ key, name }) => ({ value: key, text: name })),
    form: form ?? formOf({ school: own[0]?.id ?? '', goesTo: 'network' }),
    evidence: evidence ?? formOf(),
  }
}
