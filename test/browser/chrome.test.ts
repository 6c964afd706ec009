import { expect, test } from 'vitest';
import { findChrome } from './chrome.ts';

test('a CHROME_PATH that cannot be run is an error that says what to do', () => {
  expect(() => findChrome({ CHROME_PATH: '/none/chrome', PATH: '' })).toThrow(/npm run setup/);
});

test('CHROME_PATH goes before PATH', () => {
  expect(findChrome({ CHROME_PATH: process.execPath, PATH: '/usr/bin' })).toBe(process.execPath);
});
