import { expect, test } from 'vitest';
import { route } from '../../../src/http/routes.ts';

const { pattern, names } = route('POST', '/v2/projects/{project}/services/{service}:getIamPolicy', () => ({
  status: 200,
}));
const match = (path: string) => {
  const [, ...values] = pattern.exec(path) ?? [];
  return Object.fromEntries(names.map((name, i) => [name, values[i]]));
};

test.each([
  ['acme', 'acme'],
  ['example.com:proj', 'example.com:proj'],
])('the project %s is one segment, and the method of a resource is not part of its name', (project, expected) => {
  expect(match(`/v2/projects/${project}/services/web:getIamPolicy`)).toEqual({ project: expected, service: 'web' });
});

test.each(['/v2/projects/acme:proj/services/web:getIamPolicy', '/v2/projects/acme/services/we.b:c:getIamPolicy'])(
  '%s is no such path',
  (path) => expect(pattern.test(path)).toBe(false),
);
