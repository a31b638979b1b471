/** Arguments of `docker buildx build` that this action sets itself, and what to write instead of giving them again. */
const OWN: Readonly<Record<string, string>> = {
  '--annotation': 'Use the input annotations.',
  '--build-arg': 'Use the input build-args.',
  '--build-context': 'Use the input build-contexts.',
  '--builder': 'Use the input builder.',
  '--cache-from': 'Use the input cache.',
  '--cache-to': 'Use the input cache.',
  '--file': 'Use the input file.',
  '-f': 'Use the input file.',
  '--iidfile': 'Use the output digest.',
  '--label': 'Use the input labels.',
  '--load': 'Use the input load.',
  '--metadata-file': 'Use the output metadata.',
  '--no-cache': 'Use the input no-cache.',
  '--output': 'Use the inputs push and load.',
  '-o': 'Use the inputs push and load.',
  '--platform': 'Use the input platforms.',
  '--progress': 'The log is made from it.',
  '--provenance': 'Use the input provenance.',
  '--pull': 'Use the input pull.',
  '--push': 'Use the input push.',
  '--quiet': 'The log is made from the progress.',
  '-q': 'The log is made from the progress.',
  '--sbom': 'Use the input sbom.',
  '--secret': 'Use the inputs secrets, secret-envs and secret-files.',
  '--ssh': 'Use the input ssh.',
  '--tag': 'Use the input tags.',
  '-t': 'Use the input tags.',
  '--target': 'Use the input target.',
};

/** Flags of one letter and no value (`-D` is `--debug`); another may follow in the same word. */
const SWITCHES = '[Dq]';

/** The names of its flags: `--tag` of `--tag=x`, and `-q` and `-t` of `-qtx`. */
function flagsOf(argument: string): string[] {
  if (!/^-[^-]/.test(argument)) return [argument.split('=')[0] ?? ''];
  const [letters = ''] = new RegExp(`^${SWITCHES}*.?`).exec(argument.slice(1)) ?? [];
  return [...letters].map((letter) => `-${letter}`);
}

/** What to write instead of an argument, or undefined if it may be given. */
export const ownInputOf = (argument: string): string | undefined =>
  flagsOf(argument)
    .map((flag) => OWN[flag])
    .find((input) => input !== undefined);
