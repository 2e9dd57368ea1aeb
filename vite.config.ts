import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the chat page to `dist/client`; `vite` alone serves it with a proxy to a server on `AISLE_PORT` (3000). */
export default defineConfig({
  root: 'client',
  plugins: [react(), tailwindcss()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // The theme uses `light-dark()`; older targets would get a polyfill that doubles every colour.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    sourcemap: true,
    // React, zod and socket.io are needed before the first word; what is not (details, interests) is loaded when opened.
    chunkSizeWarningLimit: 640,
  },
  server: {
    proxy: { '/socket.io': { target: `http://localhost:${process.env.AISLE_PORT ?? '3000'}`, ws: true } },
  },
});
