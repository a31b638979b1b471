/** The files that `init` writes: manifest, workflow, setup commands. Pure. */
import { manifestText } from '../../src/manifest/encode/text.ts';
import { commandFor, variables } from '../setup/commands.ts';
import { type Deployment, requirementsOf } from '../setup/requirements.ts';
import { builtContainer, type MovedSecret, mainContainer, pushedImage } from './document.ts';
import type { Found } from './plan.ts';

export interface InitFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly content: string;
}

export const manifestPath = (name: string): string => `deploy/${name}.yaml`;

export function manifestFile({ name, document, origin, substitutions = {}, otherNames = [] }: Found): InitFile {
  const comment =
    origin === 'nothing'
      ? 'deploy-run replaces the image by the digest that the workflow built.'
      : `From ${origin}, by orchestra init. deploy-run replaces the image by the digest that the workflow built.`;
  return {
    path: manifestPath(name),
    content: manifestText(
      document,
      [{ path: [], text: comment }],
      new Set([...Object.keys(substitutions), ...otherNames]),
    ),
  };
}

/** `probePath` is undefined if deploy-run uses the path of the startup probe. */
export function workflowFile(found: Found, deployment: Deployment, probePath: string | undefined): InitFile {
  const { name, project, region, kind, inputs, substitutions = {} } = found;
  const values = Object.entries(substitutions).map(([key, expression]) => `  ${key}=${expression}`);
  const auth = [
    'workload-identity-provider: ${{ vars.WORKLOAD_IDENTITY_PROVIDER }}',
    `service-account: ${deployment.deployer}`,
    `project: ${project}`,
  ];
  const image = pushedImage(found).name;
  const built = builtContainer(found.document);
  const into = built === mainContainer(found.document) ? '' : `${built.name}=`;
  const step = (uses: string, lines: readonly string[], id?: string) => [
    `      - ${id ? `id: ${id}\n        ` : ''}uses: ${uses}`,
    '        with:',
    ...lines.map((line) => `          ${line}`),
  ];
  const deploy = [
    ...auth,
    `region: ${region}`,
    `manifest: ${manifestPath(name)}`,
    `image: ${into}\${{ steps.build.outputs.image }}`,
    ...(probePath !== undefined && kind === 'Service' ? [`probe-path: ${probePath}`] : []),
    ...Object.entries(inputs).map(([input, value]) => `${input}: ${value}`),
    ...(values.length > 0 ? ['substitutions: |', ...values] : []),
  ];
  const lines = [
    `name: Deploy ${name}`,
    'on:',
    '  push:',
    '    branches: [main]',
    'permissions: {}',
    '# One deploy at a time. A newer commit waits, and replaces one that is already waiting.',
    'concurrency:',
    `  group: deploy-${name}`,
    '  cancel-in-progress: false',
    'jobs:',
    '  deploy:',
    `    name: Deploy ${name}`,
    '    runs-on: ubuntu-24.04',
    '    timeout-minutes: 30',
    '    permissions:',
    '      contents: read',
    '      id-token: write # Workload Identity Federation',
    '    steps:',
    '      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2',
    '        with:',
    '          persist-credentials: false',
    ...step('orchestra/actions/build-image@v1', [...auth, `image: ${image}`], 'build'),
    ...step('orchestra/actions/deploy-run@v1', deploy),
  ];
  return { path: `.github/workflows/deploy-${name}.yml`, content: `${lines.join('\n')}\n` };
}

export function setupFile(deployment: Deployment, moved: readonly MovedSecret[]): InitFile {
  const { name, pool, provider, newSecrets } = deployment;
  const commands = requirementsOf(deployment).flatMap((requirement) => [
    `# ${requirement.why}`,
    commandFor(requirement, deployment),
  ]);
  const values = newSecrets.flatMap((secret) => [
    `# ${moved.find((one) => one.secret === secret)?.variable}: paste the value, then Ctrl-D. It is stored neither in a file nor in the shell history.`,
    `gcloud secrets versions add ${secret} --project="$PROJECT" --data-file=-`,
  ]);
  const lines = [
    '#!/usr/bin/env bash',
    `# Sets up Google Cloud for the deploys of ${name}. Run it once, as an owner of the project, with gcloud and gh.`,
    '# gcloud reports an error for what already exists: continue. orchestra doctor lists what is missing.',
    'set -uo pipefail',
    '',
    ...variables(deployment),
    '# Stops here if one of them is empty, for instance because gh is not logged in.',
    ': "${NUMBER:?}" "${REPOSITORY_ID:?}" "${OWNER_ID:?}"',
    '',
    ...commands,
    ...values,
    '',
    '# The workflow reads this variable. It is a name, not a secret.',
    'gh variable set WORKLOAD_IDENTITY_PROVIDER --repo "$REPOSITORY" \\',
    `  --body "projects/$NUMBER/locations/global/workloadIdentityPools/${pool}/providers/${provider}"`,
  ];
  return { path: `deploy/${name}-setup.sh`, content: `${lines.join('\n')}\n` };
}
