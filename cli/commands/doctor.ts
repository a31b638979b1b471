/** `doctor`: finds what is missing for deploys, with the command for each gap. */
import { resolve } from 'node:path';
import { parseServiceAccount } from '../../src/google/auth.ts';
import { readProjectNumber, requireNamespaceOf } from '../../src/google/project-number.ts';
import { toManifest } from '../../src/manifest/encode/index.ts';
import type { Manifest } from '../../src/manifest/index.ts';
import { type Arguments, type Command, DEPLOYER, EXIT } from '../core/command.ts';
import { connectLocally } from '../core/context.ts';
import { findCheckout } from '../core/git-checkout.ts';
import { readManifestFile } from '../core/manifest-file.ts';
import { readTarget } from '../core/target.ts';
import { checkAll } from '../doctor/check.ts';
import { checkTrustedRoot } from '../doctor/trusted-root.ts';
import { deploymentOf } from '../init/deployment.ts';
import { isServiceOpen } from '../init/from-live.ts';
import { fromNothing } from '../init/new-service.ts';
import type { Found } from '../init/plan.ts';
import { commandFor, variables } from '../setup/commands.ts';
import { type Deployment, requirementsOf } from '../setup/requirements.ts';

const MARKS = { ok: 'ok     ', missing: 'MISSING', unknown: 'unknown' } as const;

export const doctor: Command = {
  name: 'doctor',
  summary: 'Check federation, roles, APIs, secrets and buckets; print a command that fixes each problem',
  operands: '[MANIFEST]',
  mostOperands: 1,
  description:
    'Reads the policies of the project and checks whether the deployer and the containers have what they need. With a manifest it also checks its secrets, its service account and its images. It changes nothing. Exit code 3 if something is missing.',
  options: {
    region: { value: 'REGION', about: 'Region. Default CLOUDSDK_RUN_REGION.' },
    'service-account': DEPLOYER,
    pool: { value: 'NAME', about: 'Workload identity pool. Default github.' },
    provider: { value: 'NAME', about: 'Its provider. Default github.' },
    'allow-unauthenticated': { about: 'Deploys make the service public, which needs roles/run.admin.' },
    canary: { about: 'Deploys use strategy: canary, whose analysis needs roles/monitoring.viewer.' },
    bucket: { value: 'NAME', about: 'Also check this bucket of a frontend.' },
    repository: {
      value: 'OWNER/NAME',
      about: 'Repository on GitHub, for the printed commands. Default the remote "origin".',
    },
    'trusted-root': {
      value: 'FILE',
      about: 'Also check this file (input trusted-root): its signatures must not expire within 30 days.',
    },
  },
  examples: [
    'doctor deploy/web.yaml --project acme-prod --region us-central1',
    'doctor --project acme-prod --region us-central1 --json',
  ],
  async run(args, { context, folder }) {
    const { project, regions } = readTarget(args, context.env);
    const place = { project, region: regions[0] ?? '' };
    const [file] = args.positionals;
    const manifest =
      file === undefined ? undefined : readManifestFile(file, folder, { ...place, commit: '0'.repeat(40) }, new Map());
    const cloud = connectLocally(context);
    // The probe of a service with unauthenticated invocations needs no identity token.
    const open = manifest?.kind === 'Service' ? await isServiceOpen(cloud, place, manifest.name) : undefined;
    const deployment = checkedDeployment(args, place, manifest, {
      open,
      repository: args.text('repository') ?? findCheckout(folder)?.repository,
    });
    const number = await readProjectNumber(cloud, project);
    if (manifest) requireNamespaceOf(manifest, project, number);
    const requirements = requirementsOf(deployment);
    const findings = await checkAll(cloud, deployment, number, requirements);
    const checks = findings.map((finding, i) => {
      const requirement = requirements[i];
      return {
        ...finding,
        command: requirement && finding.state !== 'ok' ? commandFor(requirement, deployment, finding.repair) : '',
      };
    });
    const root = args.text('trusted-root');
    if (root !== undefined) checks.push(checkTrustedRoot(resolve(folder, root), context.clock.now()));
    const missing = checks.filter(({ state }) => state === 'missing');
    const lines = checks.map(({ state, what, detail }) => `${MARKS[state]}  ${what}${detail ? `: ${detail}` : ''}`);
    return {
      data: { project, number, deployer: deployment.deployer, complete: missing.length === 0, checks },
      text: [
        ...lines,
        '',
        ...(missing.length === 0
          ? ['Nothing is missing.']
          : ['To fix:', '', ...variables(deployment), ...missing.map(({ command }) => command)]),
      ].join('\n'),
      exitCode: missing.length === 0 ? EXIT.done : EXIT.found,
    };
  },
};

function checkedDeployment(
  args: Arguments,
  place: { project: string; region: string },
  manifest: Manifest | undefined,
  { open, repository }: { open: boolean | undefined; repository: string | undefined },
): Deployment {
  const [file] = args.positionals;
  const account = args.text('service-account');
  const inputs: Record<string, string> = args.has('allow-unauthenticated') ? { 'allow-unauthenticated': 'true' } : {};
  const given = {
    repository,
    deployer: account === undefined ? undefined : parseServiceAccount(account),
  };
  const found =
    file === undefined || manifest === undefined ? fromNothing('web', place) : fromFile(file, place, manifest);
  const deployment = deploymentOf({ ...found, inputs, open }, given, []);
  return {
    ...deployment,
    // Without a manifest neither the images nor the account of the containers are known.
    ...(manifest === undefined && { images: undefined }),
    pool: args.text('pool') ?? deployment.pool,
    provider: args.text('provider') ?? deployment.provider,
    bucket: args.text('bucket'),
    canary: args.has('canary'),
  };
}

function fromFile(file: string, place: { project: string; region: string }, { kind, name, resource }: Manifest): Found {
  const document = toManifest(kind, name, resource, place);
  return { kind, name, ...place, document, inputs: {}, open: undefined, origin: file, notes: [] };
}
