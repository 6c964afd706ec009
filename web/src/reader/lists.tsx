import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Mention } from '../../../src/model/mention.ts';
import type { Reading } from '../../../src/model/reading.ts';
import type { DocumentPage } from '../api/types.ts';
import { interval } from '../format/date.ts';
import { bounds } from '../format/quantity.ts';
import { strings } from '../strings.ts';
import { agreementHash, controlHash, involvedHash, mentionHash } from './choice.ts';
import type { Layer } from './layer.ts';

interface Item {
  readonly key: string;
  /** The part of this page's address that opens its card. */
  readonly hash: string;
  readonly name: string;
  readonly note: string;
}

/** One list for each layer that is switched on, statements apart: the way to the cards without the text. */
export function Lists({ page, layers }: { page: DocumentPage; layers: ReadonlySet<Layer> }) {
  const { reading, disputes } = page;
  const lists: readonly (readonly [Layer, string, readonly Item[]])[] = [
    ['agreements', strings.reader.agreements, agreementItems(reading)],
    ['control', strings.reader.control, controlItems(reading)],
    ['involved', strings.reader.involved, involvedItems(reading)],
    ...(Object.keys(strings.layer) as Mention['kind'][]).map(
      (kind) => [kind, strings.layer[kind], mentionItems(reading, kind)] as const,
    ),
  ];
  return (
    <div className="mb-6">
      {layers.has('disputes') && disputes.length > 0 && (
        <Fold title={strings.reader.disputes} count={disputes.length}>
          {disputes.map((dispute) => (
            <li key={dispute.id} className="border-t border-rule">
              <Link
                to="/disputes/$id"
                params={{ id: dispute.id }}
                className="block px-1 py-2 no-underline hover:bg-well"
              >
                {dispute.question}
                <span className="block text-soft">{strings.dimension[dispute.kind]}</span>
              </Link>
            </li>
          ))}
        </Fold>
      )}
      {lists.map(
        ([layer, title, items]) =>
          layers.has(layer) &&
          items.length > 0 && (
            <Fold key={layer} title={title} count={items.length}>
              {items.map(({ key, hash, name, note }) => (
                <li key={key} className="border-t border-rule">
                  <Link
                    to="."
                    search={true}
                    hash={hash}
                    resetScroll={false}
                    className="flex justify-between gap-3 px-1 py-2 no-underline hover:bg-well"
                  >
                    <span className="min-w-0 break-words" dir="auto">
                      {name}
                    </span>
                    <span className="shrink-0 text-end text-soft">{note}</span>
                  </Link>
                </li>
              ))}
            </Fold>
          ),
      )}
    </div>
  );
}

function Fold({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <details className="border-b border-rule text-caption">
      <summary className="py-1.5">
        {title} <span className="font-normal tabular-nums text-soft">{count}</span>
      </summary>
      <ol className="mb-3 ps-3">{children}</ol>
    </details>
  );
}

function agreementItems({ agreements }: Reading): Item[] {
  return agreements.map(({ id, parties, terms }) => ({
    key: id,
    hash: agreementHash(id),
    name: parties.map((party) => party.name ?? party.text).join(' — ') || strings.agreement.untitled,
    note: strings.count.terms(terms.length),
  }));
}

function controlItems({ control }: Reading): Item[] {
  return control.map(({ place, holder, status }, at) => ({
    key: String(at),
    hash: controlHash(at + 1),
    name: `${place.name ?? place.text}: ${holder.name ?? holder.text}`,
    note: strings.controlStatus[status],
  }));
}

function involvedItems({ involved }: Reading): Item[] {
  return involved.map(({ role, name, text }, at) => ({
    key: String(at),
    hash: involvedHash(at + 1),
    name: name ?? text,
    note: strings.role[role],
  }));
}

/** What the mentions of a kind name, each once, in the order of the text. */
function mentionItems({ mentions }: Reading, kind: Mention['kind']): Item[] {
  const groups = Map.groupBy(
    mentions.filter((mention) => mention.kind === kind),
    (mention) => mention.entity ?? mention.id,
  );
  return [...groups].map(([key, same]) => ({
    key,
    hash: mentionHash(same[0]!.id),
    name: same[0]!.name ?? same[0]!.text,
    note: noteOf(same),
  }));
}

function noteOf(same: readonly Mention[]): string {
  const [first] = same;
  if (first!.kind === 'time') return interval(first!.from, first!.to) ?? strings.named.unresolved;
  if (first!.kind === 'quantity') return bounds({ ...first!, of: null });
  return `${same.length}×`;
}
