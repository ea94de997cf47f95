import type { FormState } from '../../web/read.js'
import type { OpenedProject } from '../finding.js'
import type { ProjectFormPage } from '../pages.js'

/** What the small pages around the end of a project are given. */

export function endingPage(there: OpenedProject, form: FormState): ProjectFormPage {
  return {
    ...formPage(there, 'ending', form),
    title: 'End this project',
    lede: 'Say what came of it as a whole. Each school is then asked for its own line. It can be opened again.',
    field: {
      name: 'cameOfIt',
      label: 'What came of it',
      hint: 'Also if little did: others learn from that too.',
      date: false,
    },
    button: 'End the project',
  }
}

export function extensionPage(there: OpenedProject, word: 'extension' | 'reopening', form: FormState): ProjectFormPage {
  return {
    ...formPage(there, word, form),
    title: word === 'extension' ? 'Give the project another last day' : 'Take the project up again',
    lede: 'Those who are in it stay in it. The new day stands in the calendar.',
    field: { name: 'endsOn', label: 'New last day', hint: '', date: true },
    button: word === 'extension' ? 'Set the new day' : 'Open it again',
  }
}

export function outcomePage(
  there: OpenedProject,
  school: { id: string; name: string },
  form: FormState,
): ProjectFormPage {
  return {
    ...formPage(there, `outcomes/${school.id}`, form),
    title: `What came of it at ${school.name}`,
    lede: 'One or two sentences, as you would tell a colleague. Those who work in the network read it beside the others, in the order of the alphabet.',
    field: {
      name: 'words',
      label: 'What came of it in your school',
      hint: 'What is done differently now, by whom; or what was dropped, and why.',
      date: false,
    },
    button: 'Save your school’s line',
  }
}

function formPage({ head, address, project }: OpenedProject, at: string, form: FormState) {
  return { head, form, over: project.title, back: address, address: `${address}/${at}` }
}
