/** Who a piece can be shared with by its author, from the narrowest: each one takes in those before it. */
export const audiences = ['author', 'group', 'school', 'network'] as const

export type Audience = (typeof audiences)[number]

/** How far the people who can be seen or heard in a piece agreed to be shown, from the narrowest. */
export const consentAudiences = [
  { key: 'group', name: 'the enquiry group', agreed: 'only by the enquiry group' },
  { key: 'school', name: 'their own school', agreed: 'only by the group and their own school' },
  { key: 'network', name: 'the schools of the network', agreed: 'only within the network' },
  { key: 'outside', name: 'invited colleagues from outside too', agreed: 'by the network and invited colleagues' },
  { key: 'public', name: 'anyone, in published work', agreed: 'by anyone' },
] as const

export type ConsentAudience = (typeof consentAudiences)[number]['key']

export const consentAudienceKeys = consentAudiences.map(one => one.key) as [ConsentAudience, ...ConsentAudience[]]

export function consentAudienceNamed(key: string) {
  return consentAudiences.find(one => one.key === key) ?? consentAudiences[0]
}

/** This audience and every wider one: an agreement to any of them covers it. */
export function thisOrWider(audience: ConsentAudience): ConsentAudience[] {
  return consentAudienceKeys.slice(consentAudienceKeys.indexOf(audience))
}

/** Who can be seen, heard or recognised in a piece. */
export const inThePicture = [
  { key: 'no one', name: 'Nobody can be recognised' },
  { key: 'pupils', name: 'Pupils' },
  { key: 'adults', name: 'Adults' },
  { key: 'pupils and adults', name: 'Pupils and adults' },
] as const

export type InThePicture = (typeof inThePicture)[number]['key']

export const inThePictureKeys = inThePicture.map(one => one.key) as [InThePicture, ...InThePicture[]]
