/** Variables in a gcloud command line: expressions of the workflow (`${{ vars.X }}`), and those of the shell. Pure. */

const EXPRESSIONS = /\$\{\{.*?\}\}/g;

/** All expressions of the workflow. */
export const expressionsIn = (text: string): string[] => text.match(EXPRESSIONS) ?? [];

/** The first variable or command of the shell. */
export const shellVariable = (text: string): string | undefined =>
  /\$\(.*?\)|\$\{[^{}]*\}|\$\w+|`.*?`/s.exec(text.replaceAll(EXPRESSIONS, ''))?.[0];

/** The first of either kind. */
export const anyVariable = (text: string): string | undefined => expressionsIn(text)[0] ?? shellVariable(text);

/** A message for the user. `option` of `init` can give the value instead. */
export function unknownValue(variable: string, flag: string, option?: string): string {
  const fix = option
    ? `Write the value instead, or add --${option} to init, before the command.`
    : flag.endsWith('env-vars')
      ? 'Write the value instead. For a secret, leave it out here, and add --set-secrets NAME=SECRET:latest.'
      : flag.endsWith('labels')
        ? 'Write the value instead, or leave the label out. Deploys set commit-sha and managed-by.'
        : 'Write the value instead.';
  return `contains ${variable}, whose value is unknown here. ${fix}`;
}
