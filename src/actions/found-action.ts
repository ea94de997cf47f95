import type { Enquiry } from '../enquiries/enquiry.js'
import type { Action } from './tables.js'

/** An action together with the enquiry it belongs to, as somebody found it. */
export interface FoundAction extends Action {
  enquiry: Enquiry
}
