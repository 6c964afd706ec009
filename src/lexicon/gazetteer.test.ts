import { describe, expect, it } from 'vitest';
import { gazetteer } from './gazetteer.ts';
import { placeHash, placeKey, placeSkeleton } from './place-key.ts';

describe('gazetteer', () => {
  it('finds a place by any of its spellings', () => {
    for (const name of ['Raqqa', 'Raqa', 'Ar-Raqqah', 'RAQQA', 'Ar Raqqah']) {
      expect(gazetteer().find(name)[0], name).toMatchObject({
        geonames: '172955',
        country: 'SY',
        kind: 'town',
      });
    }
  });

  it('knows countries, divisions and regions', () => {
    expect(gazetteer().find('Syria')[0]).toMatchObject({ kind: 'country', lat: 35, lon: 38 });
    expect(gazetteer().find('Donbas')[0]).toMatchObject({ kind: 'region', geonames: null, country: 'UA' });
    const aleppo = gazetteer().find('Aleppo');
    expect(aleppo.map((place) => place.kind).sort()).toEqual(['admin1', 'town']);
    const town = aleppo.find((place) => place.kind === 'town')!;
    expect(gazetteer().divisionOf(town)).toMatchObject({ kind: 'admin1', country: 'SY' });
  });

  it('finds other transliterations of names from countries with other scripts', () => {
    const names = gazetteer().findSimilar('Khan Sheikhun');
    expect(names.map((place) => place.country)).toContain('SY');
  });

  it('gives nothing for what it does not know', () => {
    for (const name of ['', ' ', '-', 'Xqzvbnm', '\u0000', 'a'.repeat(10_000)]) {
      expect(gazetteer().find(name)).toEqual([]);
      expect(gazetteer().findSimilar(name)).toEqual([]);
    }
  });
});

/** Spellings of one town in reports: Latin, Arabic and Cyrillic. */
const SPELLINGS: readonly (readonly [string, ...string[]])[] = [
  ['SY', 'Raqqa', 'Raqa', 'Ar-Raqqah', 'Al-Raqqa', 'Rakka', 'الرقة', 'Ракка'],
  ['SY', 'Mayadeen', 'al-Mayadin', 'Al Mayadeen', 'الميادين'],
  ['SY', 'Deir Ezzor', 'Deir al-Zor', 'Deir ez-Zour', 'Deir-ez-Zor', 'دير الزور'],
  ['SY', 'Qusayr', 'al-Qusayr', 'Qusair', 'al-Qusair'],
  ['IQ', 'Fallujah', 'Falluja', 'al-Falluja', 'الفلوجة'],
  ['IQ', 'Sulaymaniyah', 'Sulaimaniya', 'Slemani'],
  ['UA', 'Kyiv', 'Kiev', 'Київ', 'Киев'],
  ['UA', 'Kharkiv', 'Kharkov', 'Харків', 'Харьков'],
  ['UA', 'Bakhmut', 'Artemivsk', 'Artyomovsk', 'Бахмут'],
  ['UA', 'Sievierodonetsk', 'Severodonetsk'],
  ['SD', 'El Fasher', 'Al-Fashir', 'el-Fasher', 'الفاشر'],
  ['SD', 'El Geneina', 'Al-Junaynah', 'Geneina'],
  ['YE', "Sana'a", 'Sanaa', 'Sana’a', 'صنعاء'],
  ['YE', 'Hudaydah', 'Hodeidah', 'al-Hodeidah', 'الحديدة'],
  ['PS', 'Khan Younis', 'Khan Yunus', 'خان يونس'],
  ['ET', 'Mekelle', 'Mekele', 'Makalle'],
];

/** Towns that must stay apart however their names are folded. */
const APART = [
  ['SY', 'Homs', 'Hama'],
  ['SY', 'Afrin', 'Arbin'],
  ['UA', 'Sumy', 'Izium'],
  ['IQ', 'Hit', 'Haditha'],
  ['YE', 'Taiz', 'Aden'],
  ['SD', 'Kutum', 'Kosti'],
] as const;

describe('spellings', () => {
  const towns = (country: string, name: string) =>
    [...gazetteer().find(name), ...gazetteer().findSimilar(name)]
      .filter((place) => place.country === country && place.kind === 'town')
      .sort((a, b) => b.people - a.people)
      .map((place) => place.index);

  it.each(SPELLINGS)('in %s %s has its others', (country, first, ...others) => {
    const [town] = towns(country, first);
    expect(town).toBeDefined();
    for (const other of others) expect(towns(country, other), other).toContain(town);
  });

  it.each(APART)('in %s %s is not %s', (country, first, second) => {
    const [town] = towns(country, first);
    expect(town).toBeDefined();
    expect(towns(country, second)).not.toContain(town);
  });
});

describe('placeKey and placeSkeleton', () => {
  it.each([
    ['Ar-Raqqah', 'ar raqqah'],
    ['‘Ayn ‘Īsá', 'ayn isa'],
    ['U.S.', 'us'],
    ['São Paulo', 'sao paulo'],
  ])('%s is looked up as "%s"', (name, key) => {
    expect(placeKey(name)).toBe(key);
  });

  it.each([
    ['Mayadeen', 'al-Mayadin', 'Al Mayādīn'],
    ['Ain Issa', '‘Ayn ‘Īsá'],
    ['Khan Sheikhoun', 'Khān Shaykhūn'],
    ['Hodeidah', 'Al Ḩudaydah'],
    ['Saraqeb', 'Sarāqib'],
    ['Khan Younis', 'Khān Yūnis'],
  ])('%s has the skeleton of its other spellings', (first, ...others) => {
    for (const other of others) expect(placeSkeleton(other)).toBe(placeSkeleton(first));
    expect(placeSkeleton(first)).not.toBe('');
  });

  it('hashes to 32 and 8 bits', () => {
    const { hash, check } = placeHash('raqqa');
    expect(hash).toBe(hash >>> 0);
    expect(check).toBe(check & 255);
  });
});
