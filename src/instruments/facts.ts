import { counted, kind, toGroup, type DetailsOf } from '../facts/kinds.js'
import { day, plural } from '../words/words.js'
import { type Counting, countingInWords } from './measures/judging-readings.js'

/** What happens to measures, instruments and questionnaires. */
export const instrumentFacts = {
  'reading added': kind<{ measure: string }>({ says: ({ measure }) => `added a reading of “${measure}”` }),
  'reading taken away': kind<{ measure: string }>({ says: ({ measure }) => `took away a reading of “${measure}”` }),
  'baseline set': kind<{ measure: string; until: string }>({
    says: ({ measure, until }) => `set the baseline of “${measure}” until ${day(until)}`,
  }),
  'baseline taken off': kind<{ measure: string }>({ says: ({ measure }) => `took the baseline off “${measure}”` }),
  'counting of a measure said': kind<{ measure: string; counts: Counting }>({
    says: ({ measure, counts }) => `said that “${measure}” is ${countingInWords[counts]}`,
  }),
  'measure renamed': kind<{ before: string; name: string }>({
    says: ({ before, name }) => `renamed the measure “${before}” to “${name}”`,
  }),
  'measure shared': kind<{ measure: string; school: string }>({
    says: ({ measure, school }) => `shared what “${measure}” is at ${school} with the network`,
  }),
  'measure taken back': kind<{ measure: string; school: string }>({
    says: ({ measure, school }) => `took back what “${measure}” is at ${school}`,
  }),
  'comparison added': kind({ says: () => 'named something to compare with' }),
  'comparison shared': kind({
    says: () => 'let numbers for comparison be read outside the group',
    audit: 'shared numbers for comparison',
  }),
  'comparison taken back': kind({
    says: () => 'took numbers for comparison back into the group',
    audit: 'took back numbers for comparison',
  }),
  'comparison removed': kind({ says: () => 'took away something to compare with' }),
  'readings taken in': kind<{ readings: number; file: string }>({
    news: {
      to: toGroup,
      says: () => 'took in readings from a file',
      at: ({ groupId }) => `/groups/${groupId}/measures`,
    },
    says: ({ readings, file }) => `took in ${plural(readings, 'reading', 'readings')} from the file “${file}”`,
  }),
  'readings taken out again': kind<{ file: string }>({
    says: ({ file }) => `took the readings of the file “${file}” out again`,
  }),
  'instrument made': kind<{ name: string }>({
    news: {
      to: toGroup,
      says: counted('made', 'an instrument', 'instruments'),
      at: ({ groupId }) => `/groups/${groupId}/instruments`,
    },
    says: ({ name }) => `made the instrument “${name}”`,
  }),
  'instrument revised': kind({}),
  'instrument offered': kind<{ name: string }>({
    says: ({ name }) => `offered the instrument “${name}” to the network`,
  }),
  'instrument taken back': kind<{ name: string }>({ says: ({ name }) => `took the instrument “${name}” back` }),
  'instrument put away': kind<{ name: string }>({ says: ({ name }) => `put the instrument “${name}” away` }),
  'questionnaire opened': kind<{ name: string; endsOn: string }>({
    news: {
      to: toGroup,
      says: counted('opened', 'a questionnaire', 'questionnaires'),
      at: ({ groupId }) => `/groups/${groupId}/instruments`,
    },
    says: ({ name, endsOn }) => `opened the questionnaire “${name}” until ${day(endsOn)}`,
  }),
  'colleagues asked': kind<{ schools: string[] }>({}),
  'questionnaire opened again': kind<{ name: string; endsOn: string }>({
    news: {
      to: toGroup,
      says: counted('opened', 'a questionnaire again', 'questionnaires again'),
      at: ({ groupId }) => `/groups/${groupId}/instruments`,
    },
    says: ({ name, endsOn }) => `opened the questionnaire “${name}” again until ${day(endsOn)}`,
  }),
  'questionnaire closed': kind<{ name: string }>({
    news: {
      to: toGroup,
      says: counted('closed', 'a questionnaire', 'questionnaires'),
      at: ({ groupId }) => `/groups/${groupId}/instruments`,
    },
    says: ({ name }) => `closed the questionnaire “${name}”`,
  }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof instrumentFacts> {}
}
