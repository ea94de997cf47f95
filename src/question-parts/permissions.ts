import type { Enquiry } from '../enquiries/enquiry.js'
import { mayWriteStages } from '../enquiries/permissions.js'

/** The parts are read with the question; the group names them and says what answers them, while the cycle goes on. */
export const mayKeepParts: (enquiry: Enquiry) => boolean = mayWriteStages
