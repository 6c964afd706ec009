import { Link } from '@tanstack/react-router';
import type { Control } from '../../../src/model/control.ts';
import { day } from '../format/date.ts';
import { strings } from '../strings.ts';
import { named } from './agreement-card.tsx';
import type { CardProps } from './card.tsx';
import { CardFrame } from './card-frame.tsx';
import { claimHash } from './choice.ts';
import { Facts } from './facts.tsx';
import { Words } from './pointing.tsx';

/** Who is said to hold a place, and by which claim. */
export function ControlCard(props: CardProps & { readonly row: Control }) {
  const { row, onClose, onShow } = props;
  const t = strings.control;
  return (
    <CardFrame above={strings.reader.ofControl} title={row.place.name ?? row.place.text} onClose={onClose}>
      <div className="mt-3">
        <Facts
          rows={[
            [t.holder, named([row.holder])],
            [t.status, strings.controlStatus[row.status]],
            [t.previous, row.previous && named([row.previous])],
            [t.part, row.part && <Words span={row.part} />],
            [t.besieger, row.besieger && named([row.besieger])],
            [t.from, row.from && day(row.from)],
            [strings.card.place, named([row.place])],
            [
              t.claims,
              <Link
                key="claim"
                to="."
                search={true}
                hash={claimHash(row.claim)}
                resetScroll={false}
                className="link"
              >
                {row.claim}
              </Link>,
            ],
          ]}
        />
      </div>
      <button type="button" className="link mt-2 text-caption" onClick={onShow}>
        {strings.reader.toText}
      </button>
    </CardFrame>
  );
}
