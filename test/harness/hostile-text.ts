/** Text with workflow commands, for property tests: every form of a command behind every kind of white space. */
import fc from './seeded.ts';

/** All white space of Unicode and of .NET, line ends included. */
const SPACES = [
  ...'\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
  ...'\u2028\u2029\u202f\u205f\u3000\ufeff\u180e',
];
/** Characters that culture-sensitive comparison ignores. */
const WEIGHTLESS = [
  ...'\u0000\u0001\u001b\u007f\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u180b\u200b\u200c\u200d\u200e\u2060\u2061\u2064',
  ...'\u2066\u206a\u3164\ufe00\ufe0f\ufeff\uffa0\ufff9\u0301\u20e3\u{e0001}\u{e0100}',
];
export const COMMANDS = [
  'stop-commands',
  'add-mask',
  'set-output name=digest',
  'set-output name=image',
  'save-state name=docker-config',
  'save-state name=rollout',
  'set-env name=PATH',
  'add-path',
  'add-matcher',
  'error file=x',
  'warning',
  'notice',
  'debug',
  'group',
  'endgroup',
  'echo',
  'STOP-COMMANDS',
] as const;

const between = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.array(fc.constantFrom(...WEIGHTLESS), { maxLength: 3 }).map((all) => all.join('')) },
);
const colon = fc.constantFrom(':', ':', ':', '：', '﹕', '︓');
const colons = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(colon, between, colon).map((all) => all.join('')) },
  { weight: 1, arbitrary: fc.constantFrom('∷', ':::', '::::') },
);
const hash = fc.constantFrom('#', '#', '#', '＃', '﹟');
const prefix = fc.tuple(hash, between, hash, between, fc.constantFrom('[', '[', '［', '﹇')).map((all) => all.join(''));
const name = fc.constantFrom(...COMMANDS);
const value = fc.constantFrom('x', '/tmp/victim', 'on', '%0A::add-mask::y', '');

const command = fc.oneof(
  fc.tuple(colons, name, colons, value).map((all) => all.join('')),
  fc.tuple(prefix, name, fc.constant(']'), value).map((all) => all.join('')),
);
const filler = fc.oneof(
  fc.array(fc.constantFrom(...SPACES), { maxLength: 3 }).map((all) => all.join('')),
  fc.array(fc.constantFrom(...WEIGHTLESS), { maxLength: 2 }).map((all) => all.join('')),
  fc.constantFrom('', 'boom ', '#', ':', '\u001b[31m', '😀', 'é'),
);

/** Several commands with anything before and between them. */
export const hostileText: import('fast-check').Arbitrary<string> = fc
  .array(fc.tuple(filler, command), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.flat().join(''));

/** One text with every command in every form, without line breaks, for places that can be tested only once or twice. */
export const hostileLines: readonly string[] = COMMANDS.flatMap((one) => [
  `::${one}::x`,
  `boom ##[${one}]x`,
  ...SPACES.filter((space) => !/[\r\n]/.test(space)).map((space) => `${space}::${one}::x`),
  ...['\u00ad', '\u200b', '\u034f', '\ufeff'].flatMap((skip) => [
    `${skip}:${skip}:${one}::x`,
    `boom #${skip}#${skip}[${one}]x`,
  ]),
]);
