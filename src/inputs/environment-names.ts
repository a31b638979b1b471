/**
 * Names of environment variables that Cloud Run takes
 * (https://cloud.google.com/run/docs/configuring/services/environment-variables#reserved).
 */

/** Set by Cloud Run in every container of a kind (https://cloud.google.com/run/docs/container-contract#env-vars). */
const RESERVED = {
  service: ['PORT', 'K_SERVICE', 'K_REVISION', 'K_CONFIGURATION'],
  job: [
    'CLOUD_RUN_JOB',
    'CLOUD_RUN_EXECUTION',
    'CLOUD_RUN_TASK_INDEX',
    'CLOUD_RUN_TASK_ATTEMPT',
    'CLOUD_RUN_TASK_COUNT',
  ],
} as const;

/** Why the name cannot be that of a variable, as a message for the user; undefined if it can. */
export function envNameProblem(name: string, kind: keyof typeof RESERVED): string | undefined {
  if (name.startsWith('/'))
    return `"${name}" is a path and not the name of an environment variable. To mount a secret as a file, write ${name}=SECRET:VERSION in the input secrets.`;
  if ((RESERVED[kind] as readonly string[]).includes(name))
    return `${name} is set by Cloud Run and cannot be set here. Remove it${name === 'PORT' ? '; the port of the container is part of the service' : ''}.`;
  if (name.startsWith('X_GOOGLE_'))
    return `${name} starts with X_GOOGLE_, which Cloud Run reserves. Choose another name.`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no name may have
  if (name === '' || /[=\s\u0000-\u001f\u007f]/.test(name))
    return `"${name}" is not the name of an environment variable: it must not have spaces, "=" or control characters.`;
  return undefined;
}

/** The same for a name in the input `secrets`, where a path is that of a file. */
export function secretNameProblem(name: string, kind: keyof typeof RESERVED): string | undefined {
  if (!name.includes('/')) return envNameProblem(name, kind);
  const path = name.replace(/^[./]+/, '');
  return `"${name}" is neither the name of an environment variable nor an absolute path. To mount the secret as a file, write ${path.includes('/') ? '/' : '/secrets/'}${path}=SECRET:VERSION.`;
}
