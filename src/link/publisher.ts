import { wordsOf } from './words.ts';

// A publisher appears under its name, its site and its desks: "Meridian Press", "meridianpress.com", "The Meridian Press".

/** A key under which one publisher's names meet; "" for none. */
export function publisherKey(name: string | null): string {
  const bare = (name ?? '')
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\.(?:com|org|net|info|co|news)(?:\.[a-z]{2})?\b.*$/i, '');
  return wordsOf(bare)
    .filter((word) => word !== 'the')
    .join('');
}
