/** The id of a claim among many documents: "DOCUMENT/CLAIM", a "/" in the document's id written %2F. */
export function globalId(document: string, claim: string): string {
  return `${document.replaceAll('/', '%2F')}/${claim}`;
}

/** Document and claim of a global id; null where it has no "/". */
export function parseGlobalId(id: string): { readonly document: string; readonly claim: string } | null {
  const cut = id.indexOf('/');
  if (cut < 0) return null;
  return { document: id.slice(0, cut).replaceAll('%2F', '/'), claim: id.slice(cut + 1) };
}
