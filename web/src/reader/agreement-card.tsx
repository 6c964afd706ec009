import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Agreement } from '../../../src/model/agreement.ts';
import type { Arg } from '../../../src/model/slot.ts';
import { interval } from '../format/date.ts';
import { strings } from '../strings.ts';
import type { CardProps } from './card.tsx';
import { CardFrame } from './card-frame.tsx';
import { claimHash } from './choice.ts';
import { Facts } from './facts.tsx';
import { Words } from './pointing.tsx';

/** An agreement as this document tells it: who made it, for whom it does not hold, and what each owes. */
export function AgreementCard(props: CardProps & { readonly agreement: Agreement }) {
  const { agreement, onClose, onShow } = props;
  const { parties, guarantors, excluded, place, date, terms, claims } = agreement;
  const t = strings.agreement;
  return (
    <CardFrame
      above={strings.reader.agreements}
      title={parties.map((party) => party.name ?? party.text).join(' — ') || t.untitled}
      onClose={onClose}
    >
      <div className="mt-3">
        <Facts
          rows={[
            [t.parties, named(parties)],
            [t.guarantors, named(guarantors)],
            [t.excluded, named(excluded)],
            [t.place, place && named([place])],
            [t.date, date && interval(date.from, date.to)],
            [t.duration, agreement.duration && <Words span={agreement.duration} />],
            [t.standing, standing(agreement)],
          ]}
        />
      </div>
      <button type="button" className="link mt-2 text-caption" onClick={onShow}>
        {strings.reader.toText}
      </button>
      <h3 className="mt-4 border-t border-rule pt-3 text-caption font-semibold">{t.terms}</h3>
      <ol className="mt-1 space-y-3 text-caption">
        {terms.map(({ id, who, does, toWhom, condition, deadline }) => (
          <li key={id}>
            <Facts
              rows={[
                [t.who, named(who)],
                [t.does, <Words key="does" span={does} />],
                [t.toWhom, named(toWhom)],
                [t.condition, condition && <Words span={condition} />],
                [t.deadline, deadline && <Words span={deadline} />],
              ]}
            />
          </li>
        ))}
      </ol>
      <h3 className="mt-4 border-t border-rule pt-3 text-caption font-semibold">{t.claims}</h3>
      <p className="mt-1 flex flex-wrap gap-x-3 text-caption">
        {claims.map((id) => (
          <Link key={id} to="." search={true} hash={claimHash(id)} resetScroll={false} className="link">
            {id}
          </Link>
        ))}
      </p>
    </CardFrame>
  );
}

/** How it is said to stand, by the words that say so. */
function standing({ statuses = [] }: Agreement): ReactNode {
  if (statuses.length === 0) return null;
  return statuses.map((note) => (
    <span key={note.start} className="block">
      {note.polarity === 'negative' && `${strings.agreement.not} `}
      {note.status} <Words span={note} />
    </span>
  ));
}

/** Names with their words, one a line. */
export function named(args: readonly Arg[]): ReactNode {
  if (args.length === 0) return null;
  return args.map((arg) => (
    <span key={`${arg.start}${arg.text}`} className="block">
      <Words span={arg}>{arg.name ?? arg.text}</Words>
    </span>
  ));
}
