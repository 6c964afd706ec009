import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Entity } from '../../../src/model/entity.ts';
import type { Mention } from '../../../src/model/mention.ts';
import { interval } from '../format/date.ts';
import { bounds } from '../format/quantity.ts';
import { strings } from '../strings.ts';
import type { CardProps } from './card.tsx';
import { CardFrame } from './card-frame.tsx';
import { mentionHash } from './choice.ts';
import { Facts } from './facts.tsx';
import { mentionsLike } from './marks.ts';
import { nameOf } from './speaker.ts';
import { Reasons } from './why.tsx';

/** What words name: an actor, person, place, time or count, with what is known of it and where else the text names it. */
export function MentionCard(props: CardProps & { readonly mention: Mention }) {
  const { page, mention, names, onClose, onShow } = props;
  const { reading } = page;
  const entity = reading.entities.find((one) => one.id === mention.entity);
  const same = mentionsLike(mention, reading);
  const paragraphOf = (at: number) =>
    (reading.sentences.findLast((sentence) => sentence.start <= at)?.paragraph ?? 0) + 1;
  return (
    <CardFrame
      above={strings.layer[mention.kind]}
      title={mention.name ?? entity?.names[0] ?? mention.text}
      onClose={onClose}
    >
      <div className="mt-3">
        <Facts rows={[...factsOf(mention), ...(entity === undefined ? [] : tiesOf(entity, names))]} />
      </div>
      <button type="button" className="link mt-2 text-caption" onClick={onShow}>
        {strings.reader.toText}
      </button>
      <h3 className="mt-4 border-t border-rule pt-3 text-caption font-semibold">
        {strings.named.mentions(same.length)}
      </h3>
      <ol className="mt-1 text-caption">
        {same.map((one) => (
          <li key={one.id}>
            <Link
              to="."
              search={true}
              hash={mentionHash(one.id)}
              resetScroll={false}
              aria-current={one === mention ? 'true' : undefined}
              className={`-mx-1.5 flex justify-between gap-3 rounded-sm px-1.5 py-1 no-underline hover:bg-well ${one === mention ? 'bg-well font-semibold' : ''}`}
            >
              <span className="min-w-0 break-words font-serif text-[0.9375rem]" dir="auto">
                {one.text}
              </span>
              <span className="shrink-0 text-soft">{strings.reader.paragraph(paragraphOf(one.start))}</span>
            </Link>
          </li>
        ))}
      </ol>
      <Reasons title={strings.card.why} why={mention.why} />
    </CardFrame>
  );
}

type Row = readonly [name: string, value: ReactNode];

function factsOf(mention: Mention): Row[] {
  const t = strings.named;
  switch (mention.kind) {
    case 'place': {
      const { lat, lon, country, precision, geonames, use } = mention;
      return [
        [t.country, country === null ? null : countryName(country)],
        [t.point, lat === null || lon === null ? null : `${lat}, ${lon}`],
        [t.precision, precision],
        [t.geonames, geonames],
        [t.use, use === 'literal' ? null : use],
      ];
    }
    case 'time': {
      const { from, to, timex, value, precision } = mention;
      return [
        [t.interval, interval(from, to) ?? t.unresolved],
        [t.timex, value === null ? timex : `${timex} ${value}`],
        [t.precision, precision],
      ];
    }
    case 'quantity':
      return [
        [t.bounds, bounds(mention)],
        [t.effect, mention.effect],
      ];
    default:
      return [];
  }
}

function tiesOf(
  { role, names: [, ...others], relations, kind }: Entity,
  names: ReadonlyMap<string, string>,
): Row[] {
  if (kind === 'place') return [];
  const ties = relations
    .filter(({ to }) => names.has(to))
    .map((tie) => (
      <span key={`${tie.kind}${tie.to}`} className="block">
        {strings.tie[tie.kind]} {nameOf(tie.to, names)}
      </span>
    ));
  return [
    [strings.named.role, role],
    [strings.named.also, others.length > 0 ? others.slice(0, 8).join(', ') : null],
    [strings.named.ties, ties.length > 0 ? ties : null],
  ];
}

function countryName(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' }).of(code) ?? code;
}
