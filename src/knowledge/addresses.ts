/** `/groups/reading/knowledge` */
export function knowledgeAddress({ groupId }: { groupId: string }): string {
  return `/groups/${groupId}/knowledge`
}

/** The way back to the group's list. */
export function knowledgeCrumb(enquiry: { groupId: string }) {
  return { href: knowledgeAddress(enquiry), text: 'Published knowledge' }
}
