/**
 * `checks.yml`: the checks and builds of pipeline.yml for pull requests, which need only `contents: read` and `checks: read`. GitHub has no
 * way for two workflow files to share a job, so `npm run docs` writes it from pipeline.yml.
 */

const HEADER = `# Checks and builds, as pipeline.yml runs them before a release, for pull requests, merge queues and schedules. Takes the same lists,
# needs no identity, pushes nothing, and asks for \`contents: read\` and \`checks: read\`. Made by \`npm run docs\` from pipeline.yml.
name: Checks

on:
  workflow_call:
    inputs:
`;

/** Inputs of pipeline.yml that are those of checks.yml, too. */
const INPUTS = [
  'project',
  'region',
  'image-repository',
  'environment',
  'runner',
  'checks',
  'services',
  'jobs',
  'migration',
  'frontends',
  'builder-args',
];

const IMAGES = `  images:
    name: Image \${{ matrix.service.name }}
    if: toJSON(fromJSON(inputs.services || '[]')) != '[]'
    runs-on: \${{ (startsWith(inputs.runner, '[') || startsWith(inputs.runner, '{')) && fromJSON(inputs.runner) || inputs.runner }}
    timeout-minutes: 60
    permissions:
      contents: read # to check out
    strategy:
      fail-fast: false
      matrix:
        service: \${{ fromJSON(inputs.services || '[]') }}
`;

/** The text of checks.yml. Throws if pipeline.yml no longer has the parts from which it is generated. */
export function renderChecks(pipeline: string): string {
  const inputs = INPUTS.map((name) => part(pipeline, new RegExp(`^      ${name}:\\n(?: {8}.*\\n)+`, 'm'), name)).join(
    '',
  );
  const secrets = part(pipeline, /^ {6}build-env:\n(?: {8}.*\n)+/m, 'build-env');
  const checks = job(pipeline, 'checks');
  const [build = ''] = steps(job(pipeline, 'images')).split(/(?=^ {6}- name: Pass on the digest)/m);
  const [frontends = ''] = job(pipeline, 'frontends').split(/(?=^ {6}- name: Upload)/m);
  return [
    HEADER,
    inputs
      .replace('        required: true\n', '        default: ""\n')
      .replace(/^ {6}environment:\n {8}description: .*$/m, (text) => text.replace(/description: .*/, NAMES_CACHES)),
    `    secrets:\n${secrets}\n`,
    '# Each job requests its own permissions.\npermissions: {}\n\ndefaults:\n  run:\n    shell: bash\n\njobs:\n',
    checks,
    IMAGES,
    withoutIdentity(build),
    '\n',
    frontends.replace('    outputs: *slots\n', ''),
  ].join('');
}

const NAMES_CACHES =
  'description: With project, region and image-repository it names the caches. The same as in pipeline.yml shares them.';

/** Builds without reading or writing the registry. */
const withoutIdentity = (build: string): string =>
  build
    .replace(
      /^ {10}(workload-identity-provider|service-account|credentials-json|project|sign-log|sign-key|require-provenance|provenance-identity|provenance-key|trusted-root): .*\n/gm,
      '',
    )
    // One job builds one platform there.
    .replace(/^ {10}(for-merge|merge|matrix|needs): .*\n/gm, '')
    .replace('          platforms: ${{ inputs.platforms }}\n', '')
    .replace(/^ {10}push: .*$/m, '          push: false')
    .replace(/^ {10}sign: .*$/m, '          sign: "off"')
    .replace(/^ {10}sbom: .*$/m, '          sbom: false')
    .replace(
      /^ {10}image: .*$/m,
      "          image: ${{ inputs.image-repository || 'us-docker.pkg.dev/checks/checks' }}/${{ matrix.service.name }}",
    );

/** A job with its lines up to the next one, comments before that left out. */
const job = (text: string, name: string): string =>
  part(text, new RegExp(`^  ${name}:\\n(?:(?: {4}.*)?\\n)+?(?=^  \\S|(?![\\s\\S]))`, 'm'), name);

const steps = (text: string): string => part(text, /^ {4}steps:(?: &\S+)?\n[\s\S]*/m, 'steps').replace(/ &\S+\n/, '\n');

function part(text: string, pattern: RegExp, name: string): string {
  const found = pattern.exec(text)?.[0];
  if (found === undefined) throw new Error(`pipeline.yml has no ${name} any more, which checks.yml is made from`);
  return found;
}
