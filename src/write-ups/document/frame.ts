import { crumbsOf, headOf } from '../../enquiries/head.js'
import { type FoundWriteUp, writeUpAddress } from '../write-ups.js'

/** The head and the way back that every page about a write-up has. */
export function frameOf(writeUp: FoundWriteUp) {
  return {
    head: headOf(writeUp.enquiry, 'write-up'),
    breadcrumbs: crumbsOf(writeUp.enquiry, { href: writeUpAddress(writeUp.enquiry), text: 'Write-up' }),
  }
}
