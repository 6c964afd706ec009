/** Takes a ledger-wide claim id ("DOCUMENT/CLAIM", "/" in a document id written %2F) apart. */
export function splitClaimId(id: string): { readonly document: string; readonly claim: string } {
  const at = id.indexOf('/');
  return { document: id.slice(0, at).replaceAll('%2F', '/'), claim: id.slice(at + 1) };
}

/** The ledger-wide id of a document's claim. */
export function joinClaimId(document: string, claim: string): string {
  return `${document.replaceAll('/', '%2F')}/${claim}`;
}
