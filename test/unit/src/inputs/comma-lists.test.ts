/** Lists as gcloud takes them, in inputs of lines. */
import { expect, test } from 'vitest';
import { commaMapHints } from '../../../../src/inputs/comma-lists.ts';
import { parseMap } from '../../../../src/inputs/lists.ts';
import { parseSecretReference } from '../../../../src/inputs/secret-reference.ts';

const hints = (text: string) => commaMapHints('env', parseMap(text));

test('NAME=VALUE pairs with commas get a hint, which has no value in it', () => {
  expect(hints('LOG=debug,TOKEN=hunter2,mode = x')).toEqual([]);
  expect(hints('LOG=debug,TOKEN=hunter2')).toEqual([
    expect.stringMatching(/^Input env: the value of LOG contains TOKEN=\. .*one NAME=VALUE per line/),
  ]);
  expect(hints('A=,B=2, C=3')[0]).toContain('contains B= and C=.');
});

test.each([
  'A=a,b,c',
  'OTEL_RESOURCE_ATTRIBUTES=service.name=web,team=shop',
  'JAVA_OPTS=-Da=1,-Db=2',
  'URL=https://a.example.com/?x=1,y',
  'A=1',
])('%s is a value', (text) => {
  expect(hints(text)).toEqual([]);
});

test('secrets with commas are distinguished from what is no name', () => {
  expect(() => parseSecretReference('db:latest,B=key:2', 'A')).toThrow(
    /gcloud separates by commas, this input by lines/,
  );
  expect(() => parseSecretReference('db:latest,/etc/x=key', 'A')).toThrow(/separates by commas/);
  expect(() => parseSecretReference('p4ss,word', 'A')).toThrow(/not a secret's name/);
});
