import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Builds the shop's own pages into the folder of the chat. A build of their own: parts that both would share would be cut out of the
 * chat, and every shopper would load it in more and larger pieces for the sake of a page that only the shop sees.
 */
export default defineConfig({
  root: 'client',
  publicDir: false,
  plugins: [react(), tailwindcss()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: false,
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    rolldownOptions: { input: { pages: 'client/pages/index.html' } },
  },
});
