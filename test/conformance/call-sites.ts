/**
 * Which calls of our code the pairs have made. The places that send a request are found in the sources; whether each was
 * reached is read from V8's own count of executed blocks, so that a new call without a pair cannot stay unseen.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** How a request is sent: through our HTTP client, the registry's calls, or the libraries that get tokens. */
const SENDS =
  /\bhttp\s*\.(?:json|request|text|raw)\b|\bcalls\.(?:send|blob)\b|\bclient\.(?:get|getJson|getAccessToken|text)(?=\()/g;
/** And through a generated client or GitHub's, in the modules that make one. */
const GENERATED = /\b(?:client|tasks)\.\w+(?=\()/g;
const GITHUB = /\brest\.\w+\.\w+|\boctokit\.(?:graphql|request)\b/g;
const callsIn = (file: string, text: string) => [
  ...text.matchAll(SENDS),
  ...(read(file).includes('await clientOptions(') ? text.matchAll(GENERATED) : []),
  ...(/getOctokit\(|createGitHubClient\(/.test(read(file)) ? text.matchAll(GITHUB) : []),
];

/** Modules that speak to the network, or load a library that does. Any other module goes through them. */
export const DOORS: readonly string[] = [
  'actions/deploy-run/probe/grpc.ts',
  'src/github/attestations.ts',
  'src/github/client.ts',
  'src/google/artifact-registry.ts',
  'src/google/auth.ts',
  'src/google/http/client.ts',
  'src/google/oidc-token.ts',
  'src/google/run/clients.ts',
  'src/google/run/executions.ts',
];
const NETWORK =
  /(?:from|import\()\s*'(?:undici|(?:node:)?(?:https?|http2)|@google-cloud\/[^']+|google-auth-library|google-gax|@actions\/(?:github|http-client)|@octokit\/[^']+)'|\bfetch\(/;

export interface CallSite {
  /** From the root of the project. */
  readonly file: string;
  readonly text: string;
  /** False if no pair has come by. */
  readonly made: boolean;
}

/** All modules of the actions. */
export const sources = (): string[] =>
  ['src', 'actions'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `${folder}/${file}`),
  );

/** Modules that open a way to the network. */
export const doors = (): string[] =>
  sources()
    .filter((file) => NETWORK.test(imports(read(file))))
    .sort();

/** Types alone send nothing. */
const imports = (text: string): string => blank(text).replace(/^import type .*$/gm, '');
const COMMENTS = /\/\*[\s\S]*?\*\/|^[ \t]*\/\/.*$/gm;
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

export interface CallCount {
  /** The calls in the sources, each with whether it was made since the count began. */
  callSites(): Promise<CallSite[]>;
}

/** Begins to count. Only modules that are loaded afterwards are counted by the block. */
export async function countCalls(): Promise<CallCount> {
  const session = new Session();
  session.connect();
  await session.post('Debugger.enable');
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

  return {
    async callSites() {
      const { result } = await session.post('Profiler.takePreciseCoverage');
      const loaded = new Map(result.map((script) => [script.url, script]));
      const sites: CallSite[] = [];
      for (const file of sources()) {
        const script = loaded.get(pathToFileURL(join(ROOT, file)).href);
        if (!script) {
          for (const [text] of callsIn(file, blank(read(file)))) sites.push({ file, text, made: false });
          continue;
        }
        // As it runs: types are gone, and offsets are those of the counts.
        const { scriptSource } = await session.post('Debugger.getScriptSource', { scriptId: script.scriptId });
        const ranges = script.functions.flatMap((one) => one.ranges);
        for (const match of callsIn(file, blank(scriptSource)))
          sites.push({ file, text: match[0], made: innermost(ranges, match.index) > 0 });
      }
      session.disconnect();
      return sites;
    },
  };
}

/** Comments as blanks, so that offsets stay. */
const blank = (text: string): string => text.replace(COMMENTS, (comment) => ' '.repeat(comment.length));

function innermost(ranges: readonly Range[], at: number): number {
  const around = ranges.filter(({ startOffset, endOffset }) => startOffset <= at && at < endOffset);
  const smallest = around.sort((a, b) => a.endOffset - a.startOffset - (b.endOffset - b.startOffset))[0];
  return smallest?.count ?? 0;
}

export const describeSite = ({ file, text }: CallSite): string => `${file}: ${text}`;
