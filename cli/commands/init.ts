/** `init`: manifest, workflow and setup commands for a service or job. */
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseServiceAccount } from '../../src/google/auth.ts';
import { readManifest } from '../../src/manifest/index.ts';
import { isForBrowsers } from '../../src/policy/secrets/variable-names.ts';
import { InputError } from '../../src/runtime/errors.ts';
import { type Arguments, type Command, DEPLOYER, type Workplace } from '../core/command.ts';
import { connectLocally } from '../core/context.ts';
import { findCheckout } from '../core/git-checkout.ts';
import { givenProject, readTarget } from '../core/target.ts';
import { shellWords } from '../gcloud/shell-words.ts';
import { deploymentOf } from '../init/deployment.ts';
import {
  addProbe,
  builtContainer,
  builtImage,
  type HiddenWord,
  hideSecretWords,
  mainContainer,
  moveSecrets,
  pushedImage,
} from '../init/document.ts';
import { type InitFile, manifestFile, setupFile, workflowFile } from '../init/files.ts';
import { findLive } from '../init/from-live.ts';
import { fromGcloud, fromNothing } from '../init/new-service.ts';
import type { Found } from '../init/plan.ts';
import type { Deployment } from '../setup/requirements.ts';

export const init: Command = {
  name: 'init',
  summary: 'Write manifest, workflow and setup commands for a service or job',
  operands: '[NAME | gcloud run deploy ...]',
  mostOperands: 1,
  description:
    'Starts from what is deployed under NAME, from a gcloud command line, or, with --new, from nothing. It writes deploy/NAME.yaml, .github/workflows/deploy-NAME.yml and deploy/NAME-setup.sh with the roles that are needed. It changes nothing in Google Cloud. After init from a live service the first deploy of its manifest changes nothing. A value that looks like a secret is never written: the manifest refers to Secret Manager instead.',
  options: {
    region: { value: 'REGION', about: 'Region. Default CLOUDSDK_RUN_REGION, or that of the gcloud command.' },
    from: { value: 'COMMAND', about: 'The gcloud command line in quotes, or - to read it from standard input.' },
    new: { about: 'Do not look for a live service.' },
    'probe-path': { value: 'PATH', about: 'Path of the health check, for instance /health. Adds a startup probe.' },
    repository: { value: 'OWNER/NAME', about: 'Repository on GitHub. Default the remote "origin".' },
    'service-account': DEPLOYER,
    'allow-unauthenticated': { about: 'The service is public: its deploys allow unauthenticated invocations.' },
    vendor: { about: 'Also copy this program to deploy/orchestra.cjs, so that it works when npm is down.' },
    force: { about: 'Replace files that exist.' },
    'dry-run': { about: 'Print the files and write none.' },
  },
  examples: [
    'init web --project acme-prod --region us-central1',
    'init gcloud run deploy web --image gcr.io/acme/web --region us-central1 --memory 1Gi',
    'init web --new --probe-path /health --project acme-prod --region us-central1',
  ],
  async run(args, workplace) {
    const { folder } = workplace;
    const source = withAccess(await find(args, workplace), args.has('allow-unauthenticated'));
    const { kind, name, project, region, document } = source;
    const hidden = hideSecretWords(document);
    const found: Found = { ...source, otherNames: [...(source.otherNames ?? []), ...hidden.map((word) => word.name)] };
    const moved = moveSecrets(document, name, found.githubSecrets);
    const probePath = args.text('probe-path');
    const wanted = probePath ?? (found.origin === 'nothing' ? '/' : undefined);
    const probed = wanted !== undefined && addProbe(document, wanted);
    const account = args.text('service-account');
    const checkout = findCheckout(folder);
    const deployment = deploymentOf(
      found,
      {
        repository: args.text('repository') ?? checkout?.repository,
        deployer: account === undefined ? undefined : parseServiceAccount(account),
      },
      moved.map(({ secret }) => secret),
    );
    const files = [
      manifestFile(found),
      workflowFile(found, deployment, probed ? undefined : probePath),
      setupFile(deployment, moved),
    ];
    checkManifest(files[0] as InitFile, found);
    const notes = [
      ...found.notes,
      ...(probed && probePath === undefined ? [DEFAULT_PROBE] : []),
      ...hidden.map(noteOnHidden),
      ...notesOn(found, deployment, moved),
      ...(checkout && checkout.root !== folder ? [notAtRoot(checkout.root)] : []),
      ...(existsSync(join(folder, 'Dockerfile')) ? [] : [NO_DOCKERFILE]),
    ];
    const dryRun = args.has('dry-run');
    if (!dryRun) writeFiles(files, folder, args.has('force'), project);
    if (!dryRun && args.has('vendor')) copyFileSync(workplace.program, join(folder, 'deploy/orchestra.cjs'));
    return {
      data: {
        kind,
        name,
        project,
        region,
        dryRun,
        files: files.map(({ path, content }) => ({ path, content })),
        notes,
      },
      text: [
        ...(dryRun
          ? files.map(({ path, content }) => `# ${path}\n${content}`)
          : [
              `Wrote ${files.map(({ path }) => path).join(', ')}${args.has('vendor') ? ', deploy/orchestra.cjs' : ''}.`,
            ]),
        ...notes.map((note) => `- ${note}`),
        ...(dryRun ? [] : [`Next: review the files, run bash ${files[2]?.path}, commit and push to main.`]),
      ].join('\n'),
    };
  },
};

const DEFAULT_PROBE =
  'The startup probe requests /. If the health check has another path, run init again with --probe-path PATH and --force.';
const NO_DOCKERFILE =
  'There is no Dockerfile here, and build-image builds one. Templates: https://github.com/orchestra/actions/blob/main/docs/guides/no-dockerfile.md';

async function find(args: Arguments, { context, folder, stdin }: Workplace): Promise<Found> {
  const [operand] = args.positionals;
  // A command line in quotes is one word.
  const quoted = operand !== undefined && /^gcloud\s/.test(operand);
  const name = quoted ? undefined : operand;
  const from = args.text('from') ?? (quoted ? operand : undefined);
  const pasted = from === undefined ? { words: args.pasted } : shellWords(from === '-' ? stdin() : from);
  if ('problem' in pasted && pasted.problem)
    throw new InputError([{ subject: 'Option --from', message: pasted.problem }]);
  if (pasted.words.length > 0) {
    const { env } = context;
    const region = args.text('region') ?? env.CLOUDSDK_RUN_REGION;
    return fromGcloud(pasted.words, { name, project: givenProject(args, env), region }, folder);
  }
  if (name === undefined)
    throw new InputError([
      {
        subject: 'Argument NAME',
        message:
          'is missing. Write the name of a service, for instance orchestra init web, or paste a command: orchestra init gcloud run deploy ...',
      },
    ]);
  const { project, regions } = readTarget(args, context.env);
  const place = { project, region: regions[0] ?? '' };
  if (args.has('new')) return fromNothing(name, place);
  const cloud = connectLocally(context);
  const live = await findLive(cloud, place, name);
  if (live) return live;
  throw new InputError([
    {
      subject: 'Argument NAME',
      message: `there is no service, job or worker pool ${name} in ${place.region} of ${project}. To start from nothing, add --new.`,
    },
  ]);
}

function withAccess(source: Found, open: boolean): Found {
  if (!open) return source;
  if (source.kind !== 'Service')
    throw new InputError([
      {
        subject: 'Option --allow-unauthenticated',
        message: `is for services, and ${source.name} is a ${source.kind}.`,
      },
    ]);
  return { ...source, inputs: { ...source.inputs, 'allow-unauthenticated': 'true' } };
}

const PRIVATE =
  'The service is private: only callers with roles/run.invoker can invoke it. For a public one, run init with --allow-unauthenticated.';

const namesInEnv = ({ env }: { readonly env?: unknown }): string[] =>
  Array.isArray(env) ? env.map(({ name }: { name?: unknown }) => String(name)) : [];

const notAtRoot = (root: string): string =>
  `This folder is not the root of the repository. GitHub reads workflows only from ${root}/.github/workflows: run init in ${root}.`;

const noteOnHidden = ({ container, field, name }: HiddenWord): string =>
  `${field === 'args' ? 'An argument' : 'A word of the command'}${container === undefined ? '' : ` of the container ${container}`} looks like a secret, so the manifest has \${${name}} in its place. Let the program read it from a variable, set that variable from Secret Manager, and remove \${${name}}. Until then a deploy is refused.`;

function notesOn(
  found: Found,
  { repository, runtime }: Deployment,
  moved: readonly { readonly variable: string; readonly secret: string }[],
): string[] {
  const { kind, document, open, origin, name, inputs, githubSecrets = {} } = found;
  const main = mainContainer(document);
  const browser = namesInEnv(main).filter(isForBrowsers);
  const own = builtImage(String(builtContainer(document).image ?? '')).name;
  const pushed = pushedImage(found).name;
  const probe = main.startupProbe as { httpGet?: object; grpc?: object } | undefined;
  return [
    ...moved.map(
      ({ variable, secret }) =>
        `${variable} ${githubSecrets[variable] === undefined ? 'looks like a secret' : `has ${githubSecrets[variable]}`}, so its value is not in the manifest. Put it into the secret ${secret}, see the end of deploy/${name}-setup.sh.`,
    ),
    ...(kind === 'Service' && !probe?.httpGet && !probe?.grpc
      ? ['There is no HTTP or gRPC startup probe. Run init with --probe-path, or add one to the manifest.']
      : []),
    ...(own && own !== pushed
      ? [
          `${own} is not in a repository of Artifact Registry. The workflow pushes to ${pushed}, which the setup commands create.`,
        ]
      : []),
    ...(browser.length > 0
      ? [
          `Bundlers read ${browser.join(', ')} during the build: also set the input build-args of build-image, and declare each with ARG in the Dockerfile.`,
        ]
      : []),
    ...(repository ? [] : ['The repository on GitHub is not known. Set REPOSITORY in the setup commands.']),
    ...(runtime
      ? []
      : [
          'The containers run as the default compute service account, which has broad permissions. Use a separate account for them.',
        ]),
    ...(origin === 'nothing' && inputs['allow-unauthenticated'] === undefined ? [PRIVATE] : []),
    ...(kind === 'Service' && origin !== 'nothing' && open === undefined && origin.startsWith('the live')
      ? ['Whether the service is public could not be read (run.services.getIamPolicy).']
      : []),
  ];
}

/** Checks that deploy-run accepts the manifest. */
function checkManifest(
  { path, content }: InitFile,
  { project, region, substitutions: known = {}, otherNames = [] }: Found,
): void {
  const substitutions = new Map([
    ...[...Object.keys(known), ...otherNames].map((name) => [name, 'value'] as const),
    ['PROJECT', project],
    ['REGION', region],
    ['COMMIT', '0'.repeat(40)],
  ]);
  readManifest({ text: content, file: path, project, region, substitutions });
}

function writeFiles(files: readonly InitFile[], folder: string, force: boolean, project: string): void {
  const taken = force ? [] : files.filter(({ path }) => existsSync(join(folder, path)));
  const another = (path: string) =>
    path.endsWith('.yaml')
      ? ` One manifest can serve several projects: orchestra diff ${path} --project ${project} shows what is different there.`
      : '';
  if (taken.length > 0)
    throw new InputError(
      taken.map(({ path }) => ({ subject: `File ${path}`, message: `exists. --force replaces it.${another(path)}` })),
    );
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content, path.endsWith('.sh') ? { mode: 0o755 } : {});
  }
}
