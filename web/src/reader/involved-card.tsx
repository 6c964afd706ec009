import { Link } from '@tanstack/react-router';
import type { Involved } from '../../../src/model/involved.ts';
import { strings } from '../strings.ts';
import type { CardProps } from './card.tsx';
import { CardFrame } from './card-frame.tsx';
import { claimHash } from './choice.ts';
import { Facts } from './facts.tsx';
import { involvedWords } from './marks.ts';
import { Words } from './pointing.tsx';
import { Reasons } from './why.tsx';

const t = strings.involved;

/** Who or what is involved in the violence that the document tells of, as what, and everywhere it is named. */
export function InvolvedCard(props: CardProps & { readonly involved: Involved }) {
  const { involved, onClose, onShow } = props;
  const { role, text, name, score, claims, why } = involved;
  const [, ...others] = involvedWords(involved);
  return (
    <CardFrame above={strings.reader.ofInvolved} title={name ?? text} onClose={onClose}>
      <div className="mt-3">
        <Facts
          rows={[
            [t.role, strings.role[role]],
            [t.words, <Words key="words" span={involved} />],
            [
              t.also,
              others.length > 0 &&
                others.map((span) => (
                  <span key={span.start} className="block">
                    <Words span={span} />
                  </span>
                )),
            ],
            [t.score, t.likely(score)],
            [
              t.claims,
              claims.length > 0 && (
                <span key="claims" className="flex flex-wrap gap-x-3">
                  {claims.map((id) => (
                    <Link
                      key={id}
                      to="."
                      search={true}
                      hash={claimHash(id)}
                      resetScroll={false}
                      className="link"
                    >
                      {id}
                    </Link>
                  ))}
                </span>
              ),
            ],
          ]}
        />
      </div>
      <button type="button" className="link mt-2 text-caption" onClick={onShow}>
        {strings.reader.toText}
      </button>
      <Reasons title={t.why} why={why} />
    </CardFrame>
  );
}
