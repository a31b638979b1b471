import { createHash } from 'node:crypto';
import { Maps } from './maps';

/** Made while the image is built: what the content server would respond to the build's token. */
export default function Page() {
  const token = process.env.CONTENT_TOKEN ?? '';
  return (
    <main>
      <p id="content">{createHash('sha256').update(token).digest('hex')}</p>
      <Maps />
    </main>
  );
}
