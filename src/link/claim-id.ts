/** The id of a claim among many documents: "DOCUMENT/CLAIM", with "/" in the document's id written %2F. */
export function globalClaimId(document: string, claim: string): string {
  return `${document.replaceAll('/', '%2F')}/${claim}`;
}
