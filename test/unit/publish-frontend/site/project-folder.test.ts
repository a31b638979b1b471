import { expect, it } from 'vitest';
import { projectFile } from '../../../../actions/publish-frontend/site/forbidden/project-folder.ts';

it.each([
  [['index.html', 'package.json', 'src/main.ts', 'vite.config.ts'], 'vite.config.ts'],
  [['index.html', 'node_modules/x/index.js', 'package.json'], 'node_modules/x/index.js'],
  [['angular.json', 'package.json', 'package-lock.json'], 'angular.json'],
])('%j is a project', (paths, file) => {
  expect(projectFile(paths)).toBe(file);
});

it.each([
  [['index.html', 'assets/app.js']],
  [['index.html', 'package.json', 'manifest.json']],
  [['docs/package-lock.json', 'docs/package.json', 'index.html']],
  [['index.html', 'tsconfig.json']],
])('%j is a site', (paths) => {
  expect(projectFile(paths)).toBeUndefined();
});
