import type { ReactNode } from 'react';

/** Named facts in two columns; those without a value are left out. */
export function Facts({ rows }: { rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  const filled = rows.filter(
    ([, value]) => value !== null && value !== undefined && value !== false && value !== '',
  );
  if (filled.length === 0) return null;
  return (
    <dl className="grid grid-cols-[6.5rem_1fr] gap-x-3 gap-y-1.5 text-caption">
      {filled.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What stands beside a fact, less loud. */
export function Aside({ children }: { children: ReactNode }) {
  return <span className="text-soft"> {children}</span>;
}
