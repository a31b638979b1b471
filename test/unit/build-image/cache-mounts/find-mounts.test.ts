/** Which cache mounts a Dockerfile has, and how they are distinguished. */
import { describe, expect, it } from 'vitest';
import { readInstructions } from '../../../../actions/build-image/cache-mounts/dockerfile.ts';
import { findCacheMounts } from '../../../../actions/build-image/cache-mounts/find-mounts.ts';

const find = (text: string, target?: string, buildArgs: Record<string, string> = {}) =>
  findCacheMounts(text, target, new Map(Object.entries(buildArgs)));
const optionsOf = (text: string, target?: string) =>
  find(text, target).stages.map(({ from, mounts }) => [from, ...mounts.map(({ options }) => options)]);

describe('instructions', () => {
  it('reads flags over several lines, with comments between, and leaves heredocs out', () => {
    const text = [
      '# syntax=docker/dockerfile:1',
      'FROM golang:1 AS build',
      'RUN --mount=type=cache,\\',
      'target=/a \\',
      '  # a comment',
      '',
      '  --mount=type=secret,id=npm go build <<EOF && true',
      'FROM nothing',
      'RUN --mount=type=cache,target=/not-this',
      'EOF',
      'COPY --from=build <<-"ONE" <<TWO /etc/',
      'FROM nothing',
      '\tONE',
      'TWO',
      'ENV A=1 \\',
      '    B=2',
      'run ["true"]',
    ].join('\n');
    expect(readInstructions(text)).toEqual([
      { keyword: 'FROM', flags: [], rest: 'golang:1 AS build' },
      {
        keyword: 'RUN',
        flags: ['--mount=type=cache,target=/a', '--mount=type=secret,id=npm'],
        rest: 'go build <<EOF && true',
      },
      { keyword: 'COPY', flags: ['--from=build'], rest: '<<-"ONE" <<TWO /etc/' },
      { keyword: 'ENV', flags: [], rest: 'A=1     B=2' },
      { keyword: 'RUN', flags: [], rest: '["true"]' },
    ]);
  });

  it('knows the escape directive, carriage returns and a byte order mark', () => {
    const text = '\uFEFF# escape=`\r\nFROM a\r\nRUN one `\r\n  two\\\r\nRUN three';
    expect(readInstructions(text).map(({ keyword, rest }) => `${keyword} ${rest}`)).toEqual([
      'FROM a',
      'RUN one   two\\',
      'RUN three',
    ]);
  });
});

describe('cache mounts', () => {
  it('have their id, or the path where they are mounted, and each folder of the builder counts once', () => {
    const text = `FROM golang:1
RUN --mount=type=cache,target=/root/.cache/go-build/ one
RUN --mount=type=cache,id=/root/.cache/go-build,dst=/other,sharing=locked two
RUN --mount=target=/npm,type=cache,id=npm,uid=1000,mode=0700 --mount=type=cache,destination=/npm,id=npm three
RUN --mount=type=bind,target=/src --mount=type=tmpfs,target=/tmp four`;
    expect(optionsOf(text)).toEqual([
      ['FROM golang:1', 'id=/root/.cache/go-build', 'id=npm,uid=1000,mode=0700', 'id=npm'],
    ]);
    const keys = find(text).stages.flatMap(({ mounts }) => mounts.map(({ key }) => key));
    expect(new Set(keys).size).toBe(3);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{16}$/);
  });

  it('are those of the stages that the target needs, each on the base image of its stage', () => {
    const text = `ARG GO=1.23
FROM --platform=$BUILDPLATFORM golang:\${GO} AS Tools
RUN --mount=type=cache,target=/tools true
FROM tools AS build
RUN --mount=type=cache,target=/build true
FROM node AS unused
RUN --mount=type=cache,target=/unused true
FROM python AS wheels
RUN --mount=type=cache,target=/pip true
FROM alpine
COPY --from=build /a /a
RUN --mount=type=bind,from=3,target=/w true
FROM scratch AS other`;
    expect(optionsOf(text, '4')).toEqual([
      ['FROM --platform=$BUILDPLATFORM golang:${GO}', 'id=/tools'],
      ['FROM --platform=$BUILDPLATFORM golang:${GO}', 'id=/build'],
      ['FROM python', 'id=/pip'],
    ]);
    expect(find(text, '4').globals).toEqual(['ARG GO=1.23']);
    expect(optionsOf(text)).toEqual([]);
    expect(optionsOf(text, 'unused')).toEqual([['FROM node', 'id=/unused']]);
  });

  it('follow a stage that an argument chooses', () => {
    const text = `ARG KIND=a
FROM one AS build-a
RUN --mount=type=cache,target=/a true
FROM two AS build-b
RUN --mount=type=cache,target=/b true
FROM build-\${KIND}`;
    expect(optionsOf(text)).toEqual([['FROM one', 'id=/a']]);
    expect(find(text, undefined, { KIND: 'b' }).stages.map(({ from }) => from)).toEqual(['FROM two']);
  });

  it('with variables in their ids differ by build arguments, and carry what sets the variables', () => {
    const text = `FROM rust AS base
ENV TOOL=cargo
FROM base
ARG APP
RUN --mount=type=cache,id=\${TOOL}-$APP,target=/t true`;
    const [one] = find(text, undefined, { APP: 'one' }).stages;
    const [two] = find(text, undefined, { APP: 'two' }).stages;
    expect(one?.context).toEqual(['ENV TOOL=cargo', 'ARG APP']);
    expect(one?.mounts[0]?.key).not.toBe(two?.mounts[0]?.key);
    const plain = text.replace('${TOOL}-$APP', 'fixed');
    expect(find(plain, undefined, { APP: 'one' }).stages).toEqual(find(plain, undefined, { APP: 'two' }).stages);
  });

  it('that cannot be saved are named', () => {
    const text = `FROM golang AS a
RUN --mount=type=cache,from=a,target=/seeded true
FROM scratch
COPY --from=a / /
RUN --mount=type=cache,target=/x true`;
    const { stages, notes } = find(text);
    expect(stages).toEqual([]);
    expect(notes).toEqual([
      'The cache mount /seeded is not saved: it begins with the content of another stage or image (from).',
      'The cache mounts of a stage from scratch are not saved: it has no program that could copy them.',
    ]);
  });
});
