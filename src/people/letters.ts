import type { Letter } from '../mail/mail.js'
import { day } from '../web/words.js'
import { daysOpen, type InvitationInWords, roleInWords } from './invitations-in-words.js'

/** The letters that this room sends: plain words, addresses written out, nothing about anybody's work. */

export function invitationLetter(invitation: InvitationInWords, link: string): Letter {
  const until = invitation.until ? ` until ${day(invitation.until)}` : ''
  return {
    to: invitation.email,
    subject: `${invitation.inviter} invites you to ${invitation.networkName}`,
    text: paragraphs(
      invitation.name ? `Hello ${invitation.name},` : 'Hello,',
      `${invitation.inviter} invites you to ${invitation.networkName} on the Enquiry Workbench, as ${roleInWords(invitation)}${until}.`,
      'Colleagues in the network find out together what works for children. You decide whether to join. To see the invitation and answer it, open:',
      link,
      `The link works once, for ${daysOpen} days. If you did not expect this letter, you can leave it unanswered and nothing will happen.`,
    ),
  }
}

export function resetLetter(to: string, link: string): Letter {
  return {
    to,
    subject: 'Choose a new password for the Enquiry Workbench',
    text: paragraphs(
      'Hello,',
      'Somebody, most likely you, asked to choose a new password for this email address. To choose it, open:',
      link,
      'The link works once, for 60 minutes. If you did not ask for it, you can leave this letter alone: your password stays as it is.',
    ),
  }
}

export function passwordChangedLetter(to: string): Letter {
  return {
    to,
    subject: 'Your password for the Enquiry Workbench was changed',
    text: paragraphs(
      'Hello,',
      'Your password was changed just now, and every other browser was signed out. If it was you, all is well.',
      'If it was not you, tell the person who looks after the workbench at once.',
    ),
  }
}

export function emailChangedLetter(to: string): Letter {
  return {
    to,
    subject: 'Your email address on the Enquiry Workbench was changed',
    text: paragraphs(
      'Hello,',
      'From now on you sign in with another email address, and this one gets no more letters from us. If it was you, all is well.',
      'If it was not you, tell the person who looks after the workbench at once.',
    ),
  }
}

export function resetLinkMadeLetter(to: string, by: string): Letter {
  return {
    to,
    subject: 'A link to choose a new password was made for you',
    text: paragraphs(
      'Hello,',
      `${by} made a link with which you can choose a new password on the Enquiry Workbench, and will hand it to you. It works for 60 minutes.`,
      'If you did not ask for this, tell the person who looks after the workbench at once.',
    ),
  }
}

function paragraphs(...lines: string[]): string {
  return `${lines.join('\n\n')}\n`
}
