import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Put into index.html: which commit the page is of, and where the API is ('' is the page's own origin).
process.env.VITE_COMMIT ??= 'dev';
process.env.VITE_API_URL ??= '';

export default defineConfig({
  base: '/dashboard/', // gs://BUCKET/dashboard
  plugins: [react()],
  server: { proxy: { '/api': 'http://localhost:3000', '/version': 'http://localhost:3000' } },
  test: { environment: 'happy-dom' },
});
