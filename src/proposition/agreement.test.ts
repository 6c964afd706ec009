import { describe, expect, it } from 'vitest';
import type { Agreement } from '../model/agreement.ts';
import { read } from '../reading.ts';

const names = (args: Agreement['parties']): string => args.map((a) => a.name ?? a.text).join(' + ') || '-';

/** One agreement as a line: parties | helpers | left out | terms | statuses. */
function line(a: Agreement): string {
  const helpers = a.guarantors.map((g) => `${g.name ?? g.text} ${g.role}`).join(' + ') || '-';
  const terms = a.terms.map((t) => `${names(t.who)}: ${t.does.text}`).join('; ') || '-';
  const statuses =
    a.statuses!.map((n) => `${n.polarity === 'negative' ? 'not ' : ''}${n.status}`).join(' ') || '-';
  return [names(a.parties), helpers, names(a.excluded), terms, statuses].join(' | ');
}

const CASES: readonly (readonly [string, readonly string[]])[] = [
  [
    'Russia and Turkey signed a truce on Monday, brokered by Oman.',
    ['Russia + Turkey | Oman mediator | - | - | reached'],
  ],
  [
    'The Houthis agreed to a truce with Saudi Arabia. An earlier ceasefire in Marib collapsed in May.',
    ['Houthis + Saudi Arabia | - | - | - | reached', '- | - | - | - | collapsed'],
  ],
  ['Russia said Turkey had violated the truce.', ['Turkey | - | - | - | broken']],
  ['Turkey denied that it had violated the truce.', ['Turkey | - | - | - | not broken']],
  ['There was no deal with the Houthis, Russia said.', []],
  ['Russia called for a ceasefire in Syria.', []],
  ['Turkey denied that a deal with Russia had been reached.', []],
  [
    'The Taliban will free ten captives in return for an amnesty.',
    ['Taliban | - | - | Taliban: free ten captives; -: an amnesty | -'],
  ],
  [
    'The deal obliges the Houthis to leave Hodeidah but does not cover the Taliban.',
    ['Houthis | - | Taliban | Houthis: leave Hodeidah; Taliban: not cover the Taliban | -'],
  ],
];

describe('agreements', () => {
  it.each(CASES)('%s', (text, expected) => {
    expect(read({ text, published: '2024-01-10' }).agreements.map(line)).toEqual(expected);
  });

  it('do not take what was carried out for what is owed', () => {
    const [deal] = read({
      text: 'The Houthis left Hodeidah on Monday under a deal with Saudi Arabia.',
    }).agreements;
    expect(deal!.terms).toEqual([]);
  });

  it('keep price, deadline and place of a term, and how long they last', () => {
    const text =
      'The Houthis agreed to a 30-day truce with Saudi Arabia under which they will leave Hodeidah within ten days in exchange for the release of prisoners.';
    const [deal] = read({ text }).agreements;
    const [leave, release] = deal!.terms;
    expect(deal!.duration?.text).toBe('30-day');
    expect(leave).toMatchObject({ deadline: { text: 'within ten days' }, area: { text: 'Hodeidah' } });
    expect(release!.exchange).toBe(leave!.id);
  });

  it('say whose words a term is', () => {
    const text = 'The Houthis said the deal obliges Saudi Arabia to reopen the airport.';
    const { agreements, statements } = read({ text });
    expect(statements.find((s) => s.id === agreements[0]!.terms[0]!.statement)?.source?.text).toBe(
      'The Houthis',
    );
  });
});

describe('control', () => {
  const rows = (text: string): string[] =>
    read({ text }).control.map(
      (c) =>
        `${c.place.name} ${c.holder.name ?? c.holder.text} ${c.status}${c.part ? ` (${c.part.text})` : ''}${c.besieger ? ` by ${c.besieger.name}` : ''}`,
    );
  it.each([
    ['The Taliban raised their flag over Kunduz.', ['Kunduz Taliban holds']],
    ['Houthis seized most of Aden.', ['Aden Houthis contested (most)']],
    ['Russian troops withdrew from Kherson.', ['Kherson Russian military lost']],
    ['A group of Taliban fighters withdrew from Kunduz.', []],
    ['The Taliban have not captured Kunduz.', []],
  ] as const)('%s', (text, expected) => {
    expect(rows(text)).toEqual(expected);
  });
});
