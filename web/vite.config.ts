import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the workbench into dist/web; while developing, the API comes from a running `counterclaim serve`. */
export default defineConfig({
  plugins: [react(), tailwind()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: {
    host: '127.0.0.1',
    port: 4749,
    proxy: { '/api': { target: 'http://127.0.0.1:4747', changeOrigin: true } },
  },
});
