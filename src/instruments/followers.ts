import { askColleagues } from './asking-by-letter.js'

export const instrumentFollowers = [askColleagues]
