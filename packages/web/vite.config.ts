import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { addressesOnly } from './plugins/addresses-only.ts'
import { offlineShell } from './plugins/offline-shell.ts'
import { silentIcons } from './plugins/silent-icons.ts'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), addressesOnly(), silentIcons(), offlineShell()],
  // The development server bundles libraries beforehand, by the same rule.
  optimizeDeps: { rolldownOptions: { plugins: [silentIcons()] } },
  build: {
    target: 'es2022',
    manifest: true,
    // Type checking and the size budget are separate steps; gzip sizes come from bin/build-web.ts.
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
  define: { __BUILD__: JSON.stringify(process.env.ZHUOWEI_BUILD ?? 'dev') },
  server: {
    port: 5173,
    proxy: { '/api': { target: process.env.ZHUOWEI_API ?? 'http://localhost:3000' } },
  },
  preview: { proxy: { '/api': { target: process.env.ZHUOWEI_API ?? 'http://localhost:3000' } } },
})
