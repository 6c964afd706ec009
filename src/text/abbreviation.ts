/*
 * Abbreviations whose stop does not end a sentence. A title or a month is nearly always followed by a name or a number
 * ("Gen. Braga", "Oct. 15"); a closing one ("Inc.", "p.m.", "U.S.") may also end its sentence.
 */

const LEADING = new Set(
  `adm amb apr aug brig capt cmdr col cpl cpt dec dr feb feat ft fr gen gov hon jan jr jul jun lt maj mar messrs mr mrs ms mt mx
  no nos nov oct op pfc prof pte pvt rep reps rev sen sens sep sept sgt spc sr st supt vs v fig dep dist est approx`.split(
    /\s+/,
  ),
);
const CLOSING = new Set(
  'etc inc ltd co corp bros llc plc al p.m a.m u.s u.k u.n u.s.a e.g i.e ph.d d.c b.c a.d e.u'.split(/\s+/),
);

/** Whether `word` (with its stop, e.g. "Gen.") is an abbreviation. */
export function isAbbreviation(word: string): boolean {
  const bare = word.replace(/\.$/u, '').toLowerCase();
  return LEADING.has(bare) || CLOSING.has(bare) || /^(?:\p{L}\.)+\p{L}$/u.test(bare);
}

/** Whether a stop after `word` never ends a sentence when a name or number follows: titles, months, "No.". */
export function leads(word: string): boolean {
  return LEADING.has(word.replace(/\.$/u, '').toLowerCase());
}
