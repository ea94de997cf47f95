import type { FormState } from '../../web/read.js'
import { crumbsOfGroup } from '../crumbs.js'
import type { FoundGroup } from '../group.js'
import type { GroupConfirmPage } from '../pages.js'

/** The page before a group is closed: what would follow, and why. */
export function closingPage(group: FoundGroup, form: FormState): GroupConfirmPage {
  return {
    title: `Close ${group.name}`,
    breadcrumbs: crumbsOfGroup(group),
    confirm: {
      heading: `Close ${group.name}`,
      what: [
        'Everything that the group found and wrote stays to be read, by the same people as before.',
        'Nothing new is written, logged or said while it is closed, and nobody joins.',
        'The reason stays in the group’s history.',
      ],
      who: ['Everybody in the group'],
      undo: 'The lead learner or a network leader can open it again at any time.',
      address: `/groups/${group.id}/closing`,
      button: 'Close the group',
      cancel: { href: `/groups/${group.id}`, text: 'Keep it open' },
      form,
      reason: { name: 'because', label: 'Why does the group close?' },
    },
  }
}

/** The page before a closed group is opened again. */
export function reopeningPage(group: FoundGroup, form: FormState): GroupConfirmPage {
  return {
    title: `Reopen ${group.name}`,
    breadcrumbs: crumbsOfGroup(group),
    confirm: {
      heading: `Reopen ${group.name}`,
      what: ['The group goes on just where it stopped, with the people who were in it.'],
      undo: 'It can be closed again.',
      address: `/groups/${group.id}/reopening`,
      button: 'Reopen the group',
      cancel: { href: `/groups/${group.id}`, text: 'Leave it closed' },
      form,
      reason: { name: 'because', label: 'Why does it open again?' },
    },
  }
}
