import { lazy, Suspense, useState } from 'react';
import { fetchVersion } from './api.ts';
import type { Page } from './page.ts';
import { text } from './text.ts';
import { useLoaded } from './useLoaded.ts';

// A chunk of its own, fetched when it is first shown: minutes after the page, perhaps after the next release.
const Projects = lazy(() => import('./Projects.tsx'));

/** The whole dashboard: which releases play together, and the projects on demand. */
export function App({ page }: { page: Page }) {
  const [open, setOpen] = useState(false);
  return (
    <main>
      <h1>{text.title}</h1>
      <p>{text.greeting}</p>
      <dl>
        <dt>Dashboard</dt>
        <dd data-testid="dashboard-version">{page.commit}</dd>
        <dt>Server</dt>
        <dd data-testid="server-version">
          <Server api={page.api} />
        </dd>
      </dl>
      {open ? (
        <Suspense fallback={<p>Loading…</p>}>
          <Projects api={page.api} />
        </Suspense>
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          {text.showProjects}
        </button>
      )}
    </main>
  );
}

function Server({ api }: { api: string }) {
  const server = useLoaded(() => fetchVersion(api));
  if (server.state === 'loading') return '…';
  if (server.state === 'failed') return <span role="alert">not reachable: {server.reason}</span>;
  const { version, revision, schema } = server.value;
  return [version, revision, schema && `schema ${schema.version}`].filter(Boolean).join(' · ');
}
