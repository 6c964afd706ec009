import type { DocumentPage } from '../api/types.ts';
import { AgreementCard } from './agreement-card.tsx';
import type { Choice } from './choice.ts';
import { ControlCard } from './control-card.tsx';
import { InvolvedCard } from './involved-card.tsx';
import { MentionCard } from './mention-card.tsx';
import { StatementCard } from './statement-card.tsx';

/** What every card is given. */
export interface CardProps {
  readonly page: DocumentPage;
  /** Names of entities by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly onClose: () => void;
  /** Shows in the text what the card is about. */
  readonly onShow: () => void;
}

/** The card of what is chosen, beside the text. */
export function Card({ choice, ...props }: CardProps & { readonly choice: Choice }) {
  switch (choice.kind) {
    case 'statement':
      return <StatementCard key={choice.statement.id} {...props} choice={choice} />;
    case 'mention':
      return <MentionCard key={choice.mention.id} {...props} mention={choice.mention} />;
    case 'agreement':
      return <AgreementCard key={choice.agreement.id} {...props} agreement={choice.agreement} />;
    case 'control':
      return (
        <ControlCard
          key={props.page.reading.control.indexOf(choice.control)}
          {...props}
          row={choice.control}
        />
      );
    case 'involved':
      return (
        <InvolvedCard
          key={props.page.reading.involved.indexOf(choice.involved)}
          {...props}
          involved={choice.involved}
        />
      );
  }
}
