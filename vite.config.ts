import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The client: built into dist/client, or served with hot reload by `npm run dev` in front of the API. */
export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: true,
    chunkSizeWarningLimit: 900,
  },
  server: {
    port: Number(process.env['TANDEM_DEV_PORT'] ?? 5173),
    strictPort: true,
    proxy: Object.fromEntries(
      ['/api', '/healthz', '/readyz'].map((path) => [
        path,
        { target: `http://localhost:${process.env['PORT'] ?? '3000'}`, changeOrigin: false },
      ]),
    ),
  },
});
