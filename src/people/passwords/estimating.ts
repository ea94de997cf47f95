import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as english from '@zxcvbn-ts/language-en'

/*
 * How soon a password would be guessed by somebody who tries leaked ones, words, names, days and keyboard walks first
 * (zxcvbn, after Wheeler 2016). There is no rule about capitals, figures or signs: they make passwords harder to remember
 * and hardly harder to guess.
 */
const ofThisPlace =
  'enquiry inquiry workbench enquiryworkbench collaborative evidence network school schools teacher teachers teaching headteacher learner leadlearner lead volunteer facilitator classroom education learning pupil pupils children governor academy primary secondary ysgol welcome hello letmein please secret change changeme temporary default setup admin administrator spring summer autumn winter'.split(
    ' ',
  )

/** Reading its dictionaries takes half a second, and 40 MB. */
const estimator = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary, ofThisPlace },
  graphs: common.adjacencyGraphs,
  // What comes after makes it no weaker, and estimating a long one would hold up the pages.
  maxLength: 40,
  l33tMaxSubstitutions: 5,
})

/** A hundred million tries: what holds until somebody notices, at the speed at which they are answered here. */
const tooFew = 8

export type Weakness = 'of names around you' | 'guessed first'

/**
 * Why a password would be guessed first: because it is made of names around the person, or of what many others take.
 * @param around names and addresses: the person's own, and those of their school, network and group
 */
export function estimated(password: string, around: string[]): Weakness | undefined {
  const names = [
    ...new Set(around.flatMap(name => [squeeze(name), ...name.split(/[^\p{L}\p{N}]+/u).map(squeeze)])),
  ].filter(name => name.length >= 3)
  const weak = formsOf(password)
    .map(form => estimator.check(form, names))
    .filter(({ guessesLog10 }) => guessesLog10 < tooFew)
  if (weak.length === 0) return undefined
  const isOfNames = weak.some(({ sequence }) =>
    sequence.some(part => 'dictionaryName' in part && part.dictionaryName === 'userInputs'),
  )
  return isOfNames ? 'of names around you' : 'guessed first'
}

/** As it was typed; and what is left without capitals, accents, signs, and figures at its ends. */
function formsOf(password: string): string[] {
  const core = squeeze(password).replace(/^\d+|\d+$/g, '')
  return core.length >= 6 && core !== password ? [password, core] : [password]
}

function squeeze(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
