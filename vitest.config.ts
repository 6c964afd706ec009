import { defineConfig } from 'vitest/config';

// The store tests run on the PostgreSQL that DATABASE_URL names too; no other test may see it, or it would write there.
const database = process.env['DATABASE_URL'] || null;
delete process.env['DATABASE_URL'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'train/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['test/browser/**'],
          testTimeout: 30_000,
          provide: { database },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
