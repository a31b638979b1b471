import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { App } from './App.tsx';
import './Projects.tsx'; // compiled before the tests, so that none waits for that when App asks for it
import { readPage } from './page.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Answers each URL with a status and a JSON body, and everything else with 404. */
function serve(answers: Record<string, [number, unknown]>) {
  vi.stubGlobal('fetch', async (url: string) => {
    const [status, body] = answers[url] ?? [404, {}];
    return new Response(JSON.stringify(body), { status });
  });
}

const page = { commit: 'c0ffee', api: 'https://api.example' };
const version = { version: 'abc123', revision: 'orchestra-server-1', schema: { version: 3, dirty: false } };

test('shows which dashboard and which server play together', async () => {
  serve({ 'https://api.example/version': [200, version] });
  render(<App page={page} />);
  expect(screen.getByTestId('dashboard-version').textContent).toBe('c0ffee');
  expect(await screen.findByText('abc123 · orchestra-server-1 · schema 3')).toBeTruthy();
});

test('says that the server is away, and stays', async () => {
  serve({ 'https://api.example/version': [500, {}] });
  render(<App page={page} />);
  expect((await screen.findByRole('alert')).textContent).toBe('not reachable: https://api.example/version answered 500');
  expect(screen.getByTestId('dashboard-version').textContent).toBe('c0ffee');
});

test('loads the projects on demand', async () => {
  const projects = [{ id: 2, name: 'Symphony', status: 'ready' }];
  serve({ 'https://api.example/version': [200, version], 'https://api.example/api/projects': [200, { projects }] });
  render(<App page={page} />);
  expect(screen.queryByText('Symphony')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Show projects' }));
  expect((await screen.findByText('Symphony')).textContent).toContain('ready');
});

test('an empty list is no error', async () => {
  serve({ 'https://api.example/version': [200, version], 'https://api.example/api/projects': [200, { projects: [] }] });
  render(<App page={page} />);
  fireEvent.click(screen.getByRole('button', { name: 'Show projects' }));
  expect(await screen.findByText('No projects yet.')).toBeTruthy();
});

test('the page says of itself what the build wrote into it', () => {
  const parse = (head: string) => readPage(new DOMParser().parseFromString(`<html><head>${head}</head></html>`, 'text/html'));
  const meta = '<meta name="orchestra:commit" content="c0ffee"><meta name="orchestra:api" content="https://api.example/">';
  expect(parse(meta)).toEqual(page);
  expect(parse('')).toEqual({ commit: 'dev', api: '' });
});
