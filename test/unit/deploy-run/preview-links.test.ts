/** Which services of a preview wait for others, and what they get. */
import { describe, expect, test } from 'vitest';
import { checkLinks, fill, namesOf, urlOfTag } from '../../../actions/deploy-run/plan/preview-links.ts';

const one = (label: string, links: readonly string[] = []) => ({
  label,
  names: namesOf({ service: label, region: 'r' }),
  links,
});

test('a service is known by its entry and by its own name', () => {
  expect(namesOf({ alias: 'web.app', service: 'web-preview', region: 'r' })).toEqual([
    'URL_WEB_APP',
    'URL_WEB_PREVIEW',
  ]);
});

test('a value gets the URL of the same region, or of the first; what is no service stays', () => {
  const urls = new Map([
    [
      'URL_API',
      new Map([
        ['a', 'https://a'],
        ['b', 'https://b'],
      ]),
    ],
  ]);
  expect(fill('${URL_API}/v1 ${URL_OTHER} ${HOME}', urls, 'b')).toBe('https://b/v1 ${URL_OTHER} ${HOME}');
  expect(fill('${URL_API}', urls, 'c')).toBe('https://a');
});

test('the URL of a tag is that which it has, or will have', () => {
  const uri = 'https://api-x-uc.a.run.app';
  expect(urlOfTag({ uri, trafficStatuses: [{ tag: 'pr-7', uri: 'https://other' }] }, 'pr-7')).toBe('https://other');
  expect(urlOfTag({ uri }, 'pr-7')).toBe('https://pr-7---api-x-uc.a.run.app');
  expect(urlOfTag({}, 'pr-7')).toBeUndefined();
});

describe('an order', () => {
  test('exists without a circle, or where the circle is known', () => {
    expect(() => checkLinks([one('a', ['URL_B']), one('b', ['URL_C']), one('c')], new Set())).not.toThrow();
    expect(() => checkLinks([one('a', ['URL_B']), one('b', ['URL_A'])], new Set(['URL_B']))).not.toThrow();
  });

  test.each([
    [[one('a', ['URL_B']), one('b', ['URL_A']), one('c')], "a and b need each other's URLs"],
    [[one('a', ['URL_X'])], 'a uses ${URL_X}, and the preview has no such service'],
  ])('does not exist otherwise: %#', (services, message) => {
    expect(() => checkLinks(services, new Set())).toThrow(message);
  });
});
