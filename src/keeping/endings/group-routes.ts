import { type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { crumbsOfGroup } from '../../groups/crumbs.js'
import { findGroup, type FoundGroup } from '../../groups/group.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import type { Brought } from '../../room.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { ReasonForm } from '../forms.js'
import { agreeToEnding, askForEnding, openEnding, stopEnding } from './endings.js'
import { waitingInWords } from './ending-page.js'
import {
  countsOfWhole,
  editionsOfGroup,
  everybodyAround,
  mayAgreeToEndOfGroup,
  mayAskForEndOfGroup,
  secondsOfGroup,
} from './of-group.js'

const twoPeople = 'A whole group is erased when its lead learner and a network leader both want it.'

/** A whole group is erased: one asks, another agrees, everybody is told, and it waits for a day. */
export function groupEndingRoutes(house: House, brought: Brought): Router {
  const routes = Router()
  const { db } = house

  routes.get('/groups/:group/deletion', async (req, res) => {
    const { person, group } = await found(res, req.params.group)
    await showPage(res, person, group, formOf())
  })

  routes.post('/groups/:group/deletion', async (req, res) => {
    const { person, group } = await found(res, req.params.group)
    allow(mayAskForEndOfGroup(group), twoPeople)
    const reading = read(ReasonForm, req.body)
    if (!reading.ok) return showPage(res.status(422), person, group, reading.form)
    const { because } = reading.values
    const wanted = { of: 'group', ofId: group.id, networkId: group.networkId, choice: '', because } as const
    const seconds = await secondsOfGroup(db, group, person)
    await inOne(db, trx => askForEnding(trx, wanted, person, seconds))
    await tell(db, res, 'A second person is asked whether they agree.')
    res.redirect(303, `/groups/${group.id}/deletion`)
  })

  routes.post('/groups/:group/deletion/agreement', async (req, res) => {
    const { person, group } = await found(res, req.params.group)
    const ending = await asked(group)
    allow(await mayAgreeToEndOfGroup(db, person, group, ending), twoPeople)
    const told = await everybodyAround(db, group)
    await inOne(db, trx => agreeToEnding(trx, ending, person, told))
    await tell(db, res, 'Everybody in the group is told. It waits for a day, and can be stopped until then.')
    res.redirect(303, `/groups/${group.id}/deletion`)
  })

  routes.post('/groups/:group/deletion/stop', async (req, res) => {
    const { person, group } = await found(res, req.params.group)
    allow(mayAskForEndOfGroup(group), twoPeople)
    const ending = await asked(group)
    await inOne(db, trx => stopEnding(trx, ending, person))
    await tell(db, res, 'It is stopped. The group stays as it is.')
    res.redirect(303, `/groups/${group.id}`)
  })

  async function found(res: Response, id: string): Promise<{ person: Reader; group: FoundGroup }> {
    const person = signedIn(res)
    const group = await findGroup(db, person, id)
    const open = await openEnding(db, 'group', group.id)
    if (!mayAskForEndOfGroup(group) && !(open && group.standing.member)) throw new NotFound('page')
    return { person, group }
  }

  async function asked(group: FoundGroup) {
    const ending = await openEnding(db, 'group', group.id)
    if (!ending) throw new NotFound('page')
    return ending
  }

  async function showPage(res: Response, person: Reader, group: FoundGroup, form: FormState): Promise<void> {
    const ending = await openEnding(db, 'group', group.id)
    const editions = await editionsOfGroup(db, group.id)
    const may = mayAskForEndOfGroup(group)
    const address = `/groups/${group.id}/deletion`
    show(res, 'keeping/ending', {
      title: `Erase ${group.name}`,
      breadcrumbs: crumbsOfGroup(group),
      head: await brought.headOfGroup(db, person, group.id, 'deletion'),
      heading: `Erase ${group.name} for good`,
      lede: 'The whole group with everything that it found and wrote. It cannot be brought back.',
      goes: await countsOfWhole(house, brought, 'groups', group.id),
      stays: [
        ...(editions > 0
          ? [
              `${plural(editions, 'published edition', 'published editions')}: readers see a sentence where a piece of evidence was. Withdraw them first if they should go too.`,
            ]
          : []),
        'That things were done, by whom and when, in the audit trail, without a word of them.',
        'What others wrote about the group in their own places, such as a termly report.',
      ],
      first:
        group.closedAt === null
          ? [
              {
                text: 'The group is open. If it is only done, closing it keeps everything to be read.',
                href: `/groups/${group.id}/closing`,
                action: 'Close it instead',
              },
            ]
          : [],
      copies: group.standing.member
        ? [{ href: `/groups/${group.id}/copies`, text: 'Take a copy of the whole group first' }]
        : [],
      waiting: ending
        ? await waitingInWords(db, ending, person, {
            second: 'the other of lead learner and network leader',
            agree: (await mayAgreeToEndOfGroup(db, person, group, ending)) ? `${address}/agreement` : null,
            stop: may ? `${address}/stop` : null,
          })
        : null,
      ask: ending || !may ? null : { address, button: 'Ask that the group is erased', choices: [], needsReason: true },
      form,
      back: { href: `/groups/${group.id}`, text: 'Leave the group as it is' },
    })
  }

  return routes
}
