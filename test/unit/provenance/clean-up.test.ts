/**
 * The clean-up policies that docs/setup.md gives, on images and their attestations: no image that is left loses its attestations.
 * What a policy does is written down from https://cloud.google.com/artifact-registry/docs/repositories/cleanup-policy.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { attestationTagPrefix } from '../../../src/provenance/attestation-tag.ts';

interface Policy {
  readonly name: string;
  readonly action: { readonly type: 'Keep' | 'Delete' };
  readonly condition: {
    readonly tagState?: 'TAGGED' | 'UNTAGGED' | 'ANY';
    readonly tagPrefixes?: readonly string[];
    readonly olderThan?: string;
    readonly newerThan?: string;
  };
}

interface Version {
  readonly digest: string;
  readonly tags: readonly string[];
  /** Days since it was uploaded. */
  readonly age: number;
}

const days = (text: string) => Number(/^(\d+)d$/.exec(text)?.[1]);

function matches({ tags, age }: Version, { condition }: Policy): boolean {
  const { tagState = 'ANY', tagPrefixes, olderThan, newerThan } = condition;
  if (tagState === 'TAGGED' && tags.length === 0) return false;
  if (tagState === 'UNTAGGED' && tags.length > 0) return false;
  if (tagPrefixes && !tags.some((tag) => tagPrefixes.some((prefix) => tag.startsWith(prefix)))) return false;
  return (olderThan === undefined || age > days(olderThan)) && (newerThan === undefined || age < days(newerThan));
}

/** What is left: a policy that keeps wins over one that deletes. */
const cleanUp = (versions: readonly Version[], policies: readonly Policy[]): Version[] => {
  const by = (type: string, version: Version) =>
    policies.some((one) => one.action.type === type && matches(version, one));
  return versions.filter((version) => by('Keep', version) || !by('Delete', version));
};

const page = readFileSync(new URL('../../../docs/setup.md', import.meta.url), 'utf8');
const [, json = '[]'] = /\*\*Clean-up policies\*\*[\s\S]*?```json\n([\s\S]*?)```/.exec(page) ?? [];
const policies = JSON.parse(json) as Policy[];

/** A signed image of each age: its index, the image in it, and the attestation of both, which is uploaded after them. */
const hex = (i: number) => i.toString(16).padStart(64, '0');
const ages = Array.from({ length: 200 }, (_, i) => i + 0.5);
const versions = ages.flatMap((age, i): Version[] => {
  const [index, child] = [`sha256:${hex(2 * i)}`, `sha256:${hex(2 * i + 1)}`];
  return [
    { digest: index, tags: [hex(i).slice(24)], age },
    { digest: child, tags: [], age },
    ...[index, child].map((digest) => ({
      digest: `sha256:${hex(1000 + i)}`,
      tags: [`${attestationTagPrefix(digest)}${hex(i).slice(32)}`],
      age: age - 0.01,
    })),
  ];
});
const isAttestation = ({ tags }: Version) => tags.some((tag) => tag.startsWith('attestation-'));

test('every image that is left has its attestations', () => {
  const left = cleanUp(versions, policies);
  const images = left.filter((one) => !isAttestation(one));
  expect(images.length).toBeGreaterThan(100);
  expect(images.length).toBeLessThan(ages.length * 2);
  const without = images.filter(
    ({ digest }) => !left.some(({ tags }) => tags.some((tag) => tag.startsWith(attestationTagPrefix(digest)))),
  );
  expect(without).toEqual([]);
});

test('attestations of images that are gone go, too', () => {
  const left = cleanUp(versions, policies);
  expect(left.filter(isAttestation).length).toBeLessThanOrEqual(left.filter((one) => !isAttestation(one)).length + 2);
});

test('a policy that keeps images by their tags loses the attestations: the check above finds it', () => {
  const keepOne: Policy = { name: 'keep', action: { type: 'Keep' }, condition: { tagPrefixes: [hex(150).slice(24)] } };
  const left = cleanUp(versions, [...policies, keepOne]);
  const [kept] = left.filter(({ tags }) => tags.includes(hex(150).slice(24)));
  expect(kept).toBeDefined();
  expect(left.some(({ tags }) => tags.some((tag) => tag.startsWith(attestationTagPrefix(kept?.digest ?? ''))))).toBe(
    false,
  );
});
