/** Where schools in England and Wales have their accounts, and any other issuer that speaks OpenID Connect. */
export const issuerKinds = ['microsoft', 'google', 'hwb', 'dfe', 'another'] as const
export type IssuerKind = (typeof issuerKinds)[number]

interface Preset {
  /** What its button says, until somebody calls it otherwise. */
  name: string
  hint: string
  /** What its address looks like, or is. */
  address: { is: string } | { looksLike: string; must: RegExp; otherwise: string } | { looksLike: string }
  addressHint: string
}

const tenant = /^https:\/\/login\.microsoftonline\.com\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/v2\.0$/i
const ofMicrosoft = {
  looksLike: 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0',
  must: tenant,
  otherwise:
    'Enter the address with the number of your own organisation, such as https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0. Addresses that serve everybody’s organisation are not taken',
}

export const presets: Record<IssuerKind, Preset> = {
  microsoft: {
    name: 'Microsoft',
    hint: 'Microsoft 365 of a school, trust or authority.',
    address: ofMicrosoft,
    addressHint:
      'With your directory (tenant) ID in its middle. Under Token configuration of the app registration add the optional claims email and xms_edov to the ID token: without them Microsoft does not say that an address is verified, and nobody comes in.',
  },
  google: {
    name: 'Google',
    hint: 'Google Workspace for Education.',
    address: { is: 'https://accounts.google.com' },
    addressHint:
      'The same for everybody. Anybody with a Google account can come as far as our door, so name the domains of your schools below.',
  },
  hwb: {
    name: 'Hwb',
    hint: 'The learning platform for Wales; its accounts are kept in a Microsoft directory.',
    address: ofMicrosoft,
    addressHint:
      'Ask the Hwb team at Welsh Government to register this workbench, and for the address, the client ID and the secret. The ID token needs the optional claims email and xms_edov.',
  },
  dfe: {
    name: 'DfE Sign-in',
    hint: 'The Department for Education’s sign-in, for England.',
    address: { is: 'https://oidc.signin.education.gov.uk' },
    addressHint:
      'Ask the DfE Sign-in team to register this workbench, and for the client ID and the secret. It must tell us that an address is verified: try it with one account before you tell people.',
  },
  another: {
    name: 'The school’s account',
    hint: 'Any that speaks OpenID Connect.',
    address: { looksLike: 'https://accounts.school.example' },
    addressHint: 'What it calls its issuer: the address in front of /.well-known/openid-configuration.',
  },
}

/** What is wrong with an issuer’s address, in a sentence for its field; undefined where nothing is. */
export function mistakenAddress(kind: IssuerKind, address: string): string | undefined {
  const preset = presets[kind].address
  return 'must' in preset && !preset.must.test(address) ? preset.otherwise : undefined
}
