/**
 * Advice for the failure of a revision that Cloud Run's own message does not give
 * (https://cloud.google.com/run/docs/troubleshooting). Pure.
 */

const ADVICE: readonly (readonly [pattern: RegExp, advice: (match: RegExpExecArray) => string])[] = [
  [
    /(service-\d+@serverless-robot-prod\.iam\.gserviceaccount\.com) must have permission to read the image/,
    ([, agent]) =>
      `The service agent of Cloud Run pulls the image: grant roles/artifactregistry.reader on its repository to ${agent}.`,
  ],
  [
    /failed to start and listen on the port/i,
    () => 'Does the process listen on 0.0.0.0 and on the port of the manifest, which is in PORT?',
  ],
  [
    /memory limit of .* exceeded|Out of memory/i,
    () => 'It needs more memory: increase resources.limits.memory in the manifest.',
  ],
  [/exec format error/i, () => 'The image is of another platform: build it for linux/amd64.'],
  [
    /Cloud SQL instance .* (?:is not reachable|does not exist)|Cloud SQL Admin API/i,
    () => "Does the instance exist, and has the service's account roles/cloudsql.client?",
  ],
  [
    /VPC (?:access )?connector .* (?:does not exist|not ready)|not authorized to use VPC/i,
    () =>
      'Does the connector or network exist, and has the service agent of Cloud Run roles/compute.networkUser on it?',
  ],
  [
    /quota|Resource exhausted/i,
    () => 'A quota is exceeded: https://console.cloud.google.com/iam-admin/quotas?service=run.googleapis.com.',
  ],
];

/** The message, followed by advice if there is any. */
export function withAdvice(message: string): string {
  for (const [pattern, advice] of ADVICE) {
    const match = pattern.exec(message);
    if (match) return `${message.replace(/\.?$/, '.')} ${advice(match)}`;
  }
  return message;
}
