/** The site of the fault tests: at version 1, about to become version 2; and names of calls for faults. */
import { expect } from 'vitest';
import { dashboard, type Fixture, logOf, type Site } from '../publish-frontend.fixture.ts';

/** A site at version 1, about to become version 2: a script and pages change, a page is removed, a header changes. */
export async function siteAtVersionOne(fixture: Fixture, name: string): Promise<Site> {
  const site = fixture.site(name);
  const first = await site.publish('a', dashboard(1, { 'old.html': '<p>old', 'style.css': 'a{}' }));
  expect(first.exitCode, logOf(first)).toBe(0);
  return site;
}

export const NEXT = dashboard(2, { 'style.css': 'a{}' });
export const UPLOAD = { api: 'storage', method: 'POST', path: '^/upload/' } as const;
export const FILE = { ...UPLOAD, path: '^/upload/.*(assets|files)%2F' };
