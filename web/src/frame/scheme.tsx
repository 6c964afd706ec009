import { useState } from 'react';
import { strings } from '../strings.ts';

const KEY = 'counterclaim:scheme';
const SCHEMES = ['system', 'light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

/** Chooses light, dark or the system's colours; public/scheme.js applies the choice before the first paint. */
export function SchemeChoice() {
  const [scheme, setScheme] = useState<Scheme>(current);
  const choose = (next: Scheme) => {
    setScheme(next);
    if (next === 'system') delete document.documentElement.dataset.scheme;
    else document.documentElement.dataset.scheme = next;
    try {
      if (next === 'system') localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, next);
    } catch {
      // Storage may be switched off; the choice then lasts as long as the page.
    }
  };
  return (
    <label className="inline-flex items-center gap-2 text-caption text-soft">
      {strings.scheme.label}
      <select
        className="button min-h-7 text-ink"
        value={scheme}
        onChange={(event) => choose(SCHEMES.find((s) => s === event.target.value) ?? 'system')}
      >
        {SCHEMES.map((value) => (
          <option key={value} value={value}>
            {strings.scheme[value]}
          </option>
        ))}
      </select>
    </label>
  );
}

function current(): Scheme {
  const set = document.documentElement.dataset.scheme;
  return SCHEMES.find((scheme) => scheme === set) ?? 'system';
}
