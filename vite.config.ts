import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Absolute: the build takes a relative path from here, the development server from `root`. */
const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/**
 * Builds the chat page and `aisle.js`, which puts the chat into other pages, to `dist/client`; `vite` alone serves the page with a
 * proxy to a server on `AISLE_PORT` (3000).
 */
export default defineConfig({
  root: 'client',
  plugins: [react(), tailwindcss()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // The theme uses `light-dark()`; older targets would get a polyfill that doubles every colour.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    sourcemap: true,
    // Preloading by script would put links into the head of a shop's page; the page's own HTML keeps its.
    modulePreload: { resolveDependencies: (_file, parts, { hostType }) => (hostType === 'js' ? [] : parts) },
    rolldownOptions: {
      input: { index: pathOf('client/index.html'), aisle: pathOf('client/embed/aisle.ts') },
      output: {
        // The setting has to be made in the part that brings zod: the contract's schemas are built as soon as they are loaded.
        codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|zod-without-eval/ }] },
        // Shops write this name into their pages: it never changes. All else carries a hash of its content.
        entryFileNames: ({ name }) => (name === 'aisle' ? 'aisle.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  experimental: {
    // On a shop's page an address without a host would be the shop's: scripts ask for their parts beside themselves.
    renderBuiltUrl: (_file, { hostType }) => (hostType === 'js' ? { relative: true } : undefined),
  },
  server: {
    proxy: { '/socket.io': { target: `http://localhost:${process.env.AISLE_PORT ?? '3000'}`, ws: true } },
  },
});
