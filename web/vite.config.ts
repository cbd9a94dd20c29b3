// SPDX-License-Identifier: EUPL-1.2
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { alleenTalen } from './bouw/alleen_talen.mjs';
import { snoeiThema } from './bouw/snoei_thema.mjs';

/** Where the API lives during `npm run dev`: the real server, or the mock of `npm run mock`. */
const api = process.env.DAMWAND_API ?? 'http://127.0.0.1:5190';

export default defineConfig({
  plugins: [alleenTalen(), react(), snoeiThema()],
  server: { host: '127.0.0.1', port: 5180, proxy: { '/v1': { target: api } } },
  build: {
    outDir: 'dist',
    target: 'es2022',
    manifest: 'manifest.json',
    // The Content-Security-Policy allows 'self' only: nothing may be inlined as a data: script, font or style.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
  },
});
