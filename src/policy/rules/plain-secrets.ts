/** The rule no-plain-secrets: in the environment and the commands of all containers, and in build arguments. */

import { findSecret, secretWords } from '../secrets/looks-like-secret.ts';
import type { PolicyFinding, PolicySubject } from '../types.ts';
import { forContainers, variableTargets } from './containers.ts';

export const plainSecrets = (subject: PolicySubject): PolicyFinding[] =>
  forContainers(subject, ({ container: { env = [], command = [], args = [] }, path, target }) => [
    ...env.flatMap(({ name = '', value }, i): PolicyFinding[] => {
      const found = value === undefined ? undefined : findSecret(name, value);
      if (!found) return [];
      const message = `The variable ${name} looks like a secret (${found.reason}). Put it into Secret Manager, and refer to it with valueFrom.secretKeyRef, or in the input secrets.`;
      return [
        {
          message,
          path: [...path, 'env', i, 'value'],
          targets: variableTargets(subject, target, name),
          certain: found.certain,
        },
      ];
    }),
    ...Object.entries({ command, args }).flatMap(([field, words]) =>
      secretWords(words, field === 'args' ? command : []).map(({ index, reason, certain }): PolicyFinding => {
        const message = `One of the ${field === 'args' ? 'arguments' : 'words of the command'} looks like a secret (${reason}). Put it into Secret Manager, and pass it in the environment.`;
        const targets = [`${target}/${field}[${index}]`, `${target}/${field}`, field] as const;
        return { message, path: [...path, field, index], targets, certain };
      }),
    ),
  ]);

/** Build arguments stay readable in the image's history and provenance. */
export const secretBuildArguments = (given: ReadonlyMap<string, string>): PolicyFinding[] =>
  [...given].flatMap(([name, value]): PolicyFinding[] => {
    const found = findSecret(name, value);
    if (!found) return [];
    const message = `${name} looks like a secret (${found.reason}), and build arguments stay readable in the image's history and provenance. Pass it in secrets and use RUN --mount=type=secret,id=${name}.`;
    return [{ message, targets: [name], certain: found.certain }];
  });
