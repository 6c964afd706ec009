/** The heading of a list page: what it lists, and in one sentence what that is. */
export function PageHeading({ title, lead, count }: { title: string; lead: string; count?: string }) {
  return (
    <header className="mb-7">
      <h1 className="font-serif text-question">{title}</h1>
      <p className="mt-2 max-w-measure text-pretty text-soft">{lead}</p>
      {count !== undefined && <p className="label mt-2 tabular-nums">{count}</p>}
    </header>
  );
}
