import type { Letter } from '../mail/mail.js'
import { day } from '../words/words.js'
import { daysOpen, type InvitationInWords, roleInWords } from './invitations/invitations-in-words.js'

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

const ofSecondSteps = {
  'second step set up': {
    subject: 'A second step was set up for the Enquiry Workbench',
    says: () =>
      'From now on you are asked for a code of your app, or a passkey, after your password. Every other browser was signed out.',
  },
  'second step taken off': {
    subject: 'Your second step for the Enquiry Workbench was taken off',
    says: () => 'From now on your password alone opens the door. Your recovery codes are worth nothing any more.',
  },
  'second step taken off for somebody': {
    subject: 'Your second step for the Enquiry Workbench was taken off',
    says: (by: string) =>
      `${by} took it off just now. Your password is as it was, and alone opens the door until you set up a second step again.`,
  },
  'passkey added': {
    subject: 'A passkey was added for the Enquiry Workbench',
    says: () => 'From now on it opens your account. Every other browser was signed out.',
  },
  'passkey removed': {
    subject: 'A passkey was removed for the Enquiry Workbench',
    says: () => 'It does not open your account any more.',
  },
  'passkey refused': {
    subject: 'A passkey of yours was refused for the Enquiry Workbench',
    says: () =>
      'Somebody came with it, and it had counted further back than we know of, as a copy of it would. Nobody was let in. Remove it on your account, and add it anew.',
  },
  'recovery codes made anew': {
    subject: 'Your recovery codes for the Enquiry Workbench were made anew',
    says: () => 'The former ones are worth nothing any more.',
  },
  'recovery code used': {
    subject: 'A recovery code of yours was used for the Enquiry Workbench',
    says: () => 'It took the place of the code of your app, and does not work again.',
  },
}

export function secondStepLetter(to: string, what: keyof typeof ofSecondSteps, by: string): Letter {
  const { subject, says } = ofSecondSteps[what]
  return {
    to,
    subject,
    text: paragraphs(
      'Hello,',
      `${says(by)} If you know of it, all is well.`,
      'If you do not, tell the person who looks after the workbench at once.',
    ),
  }
}

export function schoolAccountLetter(
  to: string,
  what: 'school account joined' | 'school account left',
  issuer: string,
): Letter {
  const isJoined = what === 'school account joined'
  return {
    to,
    subject: `Your account on the Enquiry Workbench ${isJoined ? 'opens' : 'no longer opens'} with ${issuer}`,
    text: paragraphs(
      'Hello,',
      `From now on an account of ${issuer} ${isJoined ? 'opens' : 'no longer opens'} your account on the Enquiry Workbench. If it was you, all is well.`,
      'If it was not you, tell the person who looks after the workbench at once.',
    ),
  }
}

export function everybodyIsAskedLetter(to: string, network: string, by: string, link: string): Letter {
  return {
    to,
    subject: `${network} asks everybody for a second step at sign-in`,
    text: paragraphs(
      'Hello,',
      `From now on ${network} asks everybody in it for a second step at sign-in: a passkey, or a code of an app, beside the password. ${by} has decided so.`,
      'When you next sign in you are led to it. It takes three minutes, and for fourteen days you can put it off. To set it up now, open:',
      link,
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

export function resetLinkMadeLetter(to: string, by: string, link: string): Letter {
  return {
    to,
    subject: 'A link to choose a new password was made for you',
    text: paragraphs(
      'Hello,',
      `${by} had this link made for you. With it you choose a new password on the Enquiry Workbench:`,
      link,
      'The link works once, for 60 minutes, and nobody else has it. If you did not ask for it, leave it alone: your password stays as it is.',
    ),
  }
}

interface AskedInLetter {
  name: string
  asker: string
  network: string
  /** `headteacher of Ysgol y Bryn` */
  words: string
}

export function roleToConfirmLetter(to: string, asked: AskedInLetter, link: string): Letter {
  return {
    to,
    subject: `A second person is needed: ${asked.name}, ${asked.words}`,
    text: paragraphs(
      'Hello,',
      `${asked.asker} asks that ${asked.name} become ${asked.words} in ${asked.network}. It is confirmed by a second person, and you can be that person. Until then nothing changes. To read it and answer, open:`,
      link,
    ),
  }
}

export function roleAnsweredLetter(
  to: string,
  asked: AskedInLetter,
  by: string,
  answer: 'confirmed' | 'refused',
): Letter {
  const said =
    answer === 'confirmed'
      ? `${by} has confirmed it: ${asked.name} is ${asked.words} in ${asked.network} from now on.`
      : `${asked.name} does not become ${asked.words} in ${asked.network}. ${by} has answered so.`
  return { to, subject: `${asked.name}, ${asked.words}: ${answer}`, text: paragraphs('Hello,', said) }
}

function paragraphs(...lines: string[]): string {
  return `${lines.join('\n\n')}\n`
}
