import type { Db } from '../database.js'
import { findEnquiry } from '../enquiries/enquiry.js'
import { headOf } from '../enquiries/head.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import { networkHead } from '../networks/head.js'
import { findNetwork } from '../networks/networks.js'
import { shownDocument } from '../publishing/taking-away/shown-document.js'
import { type FormState, formOf } from '../web/read.js'
import { documentOfDossier } from './document-of.js'
import { dossierAddress } from './dossier.js'
import { openLinksOf } from './links.js'
import type { DossierPage } from './pages.js'
import { codeOf, recommendationCalled, recommendedTo } from './recommended.js'
import { mayLink } from './permissions.js'
import type { Dossier } from './tables.js'

/** @param link one that has just been made: it is given this once */
export async function dossierPage(
  { db, baseUrl }: House,
  person: Reader,
  dossier: Dossier,
  { link, form = formOf({ days: '30' }) }: { link?: string | undefined; form?: FormState },
): Promise<DossierPage> {
  const may = { link: mayLink(person, dossier) }
  const document = await documentOfDossier(db, dossier, baseUrl)
  return {
    title: document.title,
    head: await headOfDossier(db, person, dossier),
    address: dossierAddress(dossier),
    school: dossier.school,
    document: await shownDocument(document, () => ''),
    link: link ?? null,
    governors: dossier.groupId && person.leads(dossier.groupId) ? await forGovernors(db, dossier) : [],
    links: may.link ? await openLinksOf(db, dossier) : [],
    form,
    may,
  }
}

/** Which of the recommendations governors may read, each with where that is decided. */
async function forGovernors(db: Db, dossier: Dossier): Promise<DossierPage['governors']> {
  const all = await recommendedTo(db, dossier)
  return all.map(({ id, releasedOutsideAt }, at) => ({
    called: recommendationCalled(codeOf(all, at)),
    href: `/recommendations/${id}#governors`,
    released: releasedOutsideAt !== null,
  }))
}

async function headOfDossier(db: Db, person: Reader, { groupId, networkId }: Dossier): Promise<DossierPage['head']> {
  if (groupId) return headOf(await findEnquiry(db, person, groupId), 'recommendations')
  return networkHead(await findNetwork(db, person, networkId), person, 'recommendations')
}
