import { askColleagues } from './questionnaires/asking-by-letter.js'

export const instrumentFollowers = [askColleagues]
