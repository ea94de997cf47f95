import { z } from 'zod'
import { line, optionalLine, ticked } from '../../web/fields.js'
import { mayBeAsked } from './fetching.js'
import { type IssuerKind, issuerKinds, mistakenAddress } from './presets.js'

export const NewIssuerForm = z.strictObject({
  kind: z.enum(issuerKinds, { error: 'Choose where the accounts are' }),
})

const domain = /^(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/

/** @param baseUrl where people reach the workbench: an issuer on loopback is taken only by a workbench that is there too */
export function issuerForm(kind: IssuerKind, baseUrl: string) {
  return z.strictObject({
    name: line('Enter what the button should say', 40),
    address: line('Enter the issuer’s address', 300)
      .transform(typed => typed.replace(/\/\.well-known\/openid-configuration$/, ''))
      .superRefine((address, ctx) => {
        const mistake = mayBeAsked(address, baseUrl)
          ? mistakenAddress(kind, address)
          : 'Enter an address that begins with https://, without a name, a question mark or a # in it'
        if (mistake) ctx.addIssue({ code: 'custom', message: mistake })
      }),
    clientId: line('Enter the client ID', 200),
    secret: optionalLine(500),
    domains: optionalLine(1000)
      .transform(typed => [
        ...new Set(
          typed
            .toLowerCase()
            .replaceAll('@', '')
            .split(/[\s,;]+/)
            .filter(Boolean),
        ),
      ])
      .refine(
        named => named.every(one => domain.test(one)),
        'Enter domains such as school.example, with spaces between',
      )
      .transform(named => named.join(' ')),
    asksSecondStep: ticked(),
  })
}
