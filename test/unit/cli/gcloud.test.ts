/** gcloud command lines: every flag is translated or named with its reason, and what it becomes is what Cloud Run gets. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { init } from '../../../cli/commands/init.ts';
import { GCLOUD_COMMANDS } from '../../../cli/gcloud/commands.ts';
import { shellWords } from '../../../cli/gcloud/shell-words.ts';
import { translate } from '../../../cli/gcloud/translate.ts';
import { manifestText } from '../../../src/manifest/encode/text.ts';
import { readManifest } from '../../../src/manifest/index.ts';
import { InputError } from '../../../src/runtime/errors.ts';

const PLACE = { project: 'acme-prod', region: 'us-central1' };
const files: Record<string, string> = {
  'env.yaml': 'A: "1"\nB: yes\nC: 1.0\n',
  'deep.yaml': 'A:\n  B: x\n',
  '.env': '# x\nexport A=1\nB="two"\n',
};
const readFile = (path: string) => {
  if (path === 'gone.yaml') throw Object.assign(new Error('gone'), { code: 'ENOENT' });
  return files[path] ?? '';
};
const translated = (line: string) => translate(shellWords(line).words, PLACE, readFile);
/** The v2 resource that the command line makes. */
const resource = (line: string) => {
  const { document } = translated(line);
  const substitutions = new Map([['PROJECT', PLACE.project]]);
  return readManifest({ text: manifestText(document as never), file: 'web.yaml', ...PLACE, substitutions }).resource;
};
const problems = (line: string): string => {
  try {
    translated(line);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return '';
};

const recorded = JSON.parse(readFileSync(join(import.meta.dirname, 'gcloud-flags.json'), 'utf8')) as {
  flags: Record<string, string[]>;
};

describe.each(Object.entries(recorded.flags))('gcloud %s', (words, flags) => {
  const { flags: table = {} } = GCLOUD_COMMANDS.find((command) => command.words.join(' ') === words) ?? {};
  it.each(flags)('%s is translated, or its reason is given', (flag) => {
    const [, no, name = ''] = /^--(\[no-\]|no-)?(.*)$/.exec(flag) ?? [];
    const row = table[name];
    expect(row, flag).toBeDefined();
    if (no) expect(row?.takes).toBe('toggle');
    expect((row?.becomes === undefined) === (row?.instead !== undefined)).toBe(true);
  });
});

const base = 'gcloud run deploy web --image r/i@sha256:x';
const container = (parts: object) => ({ template: { containers: [parts] } });
describe('a flag of a service', () => {
  it.each<[string, object]>([
    ['--concurrency 40', { template: { maxInstanceRequestConcurrency: 40 } }],
    ['--timeout=1m30s', { template: { timeout: '90s' } }],
    ['--min-instances 1 --max-instances=5', { template: { scaling: { minInstanceCount: 1, maxInstanceCount: 5 } } }],
    ['--min 2 --max 9', { scaling: { minInstanceCount: 2, maxInstanceCount: 9 } }],
    ['--scaling 3', { scaling: { scalingMode: 'MANUAL', manualInstanceCount: 3 } }],
    ['--cpu .5', container({ resources: { limits: { cpu: '0.5' } } })],
    [`--args '^;^exec x :$PORT;$HOME'`, container({ args: ['exec x :$PORT', '$HOME'] })],
    ['--set-env-vars A="\\$B"', container({ env: [{ name: 'A', value: '$B' }] })],
    ['--no-cpu-throttling', container({ resources: { cpuIdle: false } })],
    ['--cpu-throttling', container({ resources: { cpuIdle: true } })],
    ['--no-cpu-boost', container({ resources: { startupCpuBoost: false } })],
    ['', container({ resources: { startupCpuBoost: true } })],
    ['--session-affinity', { template: { sessionAffinity: true } }],
    ['--no-deploy-health-check', { template: { healthCheckDisabled: true } }],
    ['--mesh m', { template: { serviceMesh: { mesh: 'projects/acme-prod/locations/global/meshes/m' } } }],
    ['--ingress internal', { ingress: 'INGRESS_TRAFFIC_INTERNAL_ONLY' }],
    ['--description "a b"', { description: 'a b' }],
    ['--no-default-url', { defaultUriDisabled: true }],
    ['--no-invoker-iam-check', { invokerIamDisabled: true }],
    ['--iap', { iapEnabled: true }],
    ['--set-custom-audiences a --add-custom-audiences b', { customAudiences: ['a', 'b'] }],
    ['--labels a=b,c=d', { labels: { a: 'b', c: 'd' } }],
    ['--service-account x@y.iam.gserviceaccount.com', { template: { serviceAccount: 'x@y.iam.gserviceaccount.com' } }],
    ['--execution-environment gen2', { template: { executionEnvironment: 'EXECUTION_ENVIRONMENT_GEN2' } }],
    ['--vpc-connector c --vpc-egress all-traffic', { template: { vpcAccess: { egress: 'ALL_TRAFFIC' } } }],
    [
      '--network n --subnet s --network-tags a,b',
      { template: { vpcAccess: { networkInterfaces: [{ network: 'n', subnetwork: 's', tags: ['a', 'b'] }] } } },
    ],
    ['--binary-authorization default', { binaryAuthorization: { useDefault: true } }],
    ['--key k', { template: { encryptionKey: 'k' } }],
    [
      '--key k --post-key-revocation-action-type shut-down --encryption-key-shutdown-hours 2',
      { template: { encryptionKeyRevocationAction: 'SHUTDOWN', encryptionKeyShutdownDuration: '7200s' } },
    ],
    [
      '--set-cloudsql-instances db',
      { template: { volumes: [{ cloudSqlInstance: { instances: ['acme-prod:us-central1:db'] } }] } },
    ],
    ['--gpu 1 --gpu-type nvidia-l4', { template: { nodeSelector: { accelerator: 'nvidia-l4' } } }],
    ['--no-gpu-zonal-redundancy', { template: { gpuZonalRedundancyDisabled: true } }],
    ['--cpu 2 --memory 1Gi', container({ resources: { limits: { cpu: '2', memory: '1Gi' } } })],
    ['--port 3000 --use-http2', container({ ports: [{ name: 'h2c', containerPort: 3000 }] })],
    ['--command a,b --args=--x,--y=1', container({ command: ['a', 'b'], args: ['--x', '--y=1'] })],
    [
      '--set-env-vars "^@^A=1,2@B=3=4"',
      container({
        env: [
          { name: 'A', value: '1,2' },
          { name: 'B', value: '3=4' },
        ],
      }),
    ],
    [
      '--env-vars-file env.yaml',
      container({
        env: [
          { name: 'A', value: '1' },
          { name: 'B', value: 'yes' },
          { name: 'C', value: '1.0' },
        ],
      }),
    ],
    [
      '--env-vars-file .env',
      container({
        env: [
          { name: 'A', value: '1' },
          { name: 'B', value: 'two' },
        ],
      }),
    ],
    [
      '--set-secrets A=s:3,/etc/x/key=t',
      {
        template: {
          containers: [
            {
              env: [{ name: 'A', valueSource: { secretKeyRef: { secret: 's', version: '3' } } }],
              volumeMounts: [{ mountPath: '/etc/x' }],
            },
          ],
          volumes: [{ secret: { secret: 't', items: [{ version: 'latest', path: 'key' }] } }],
        },
      },
    ],
    [
      '--set-secrets A=projects/12/secrets/s/versions/3,/etc/x:/key=t',
      {
        template: {
          containers: [
            {
              env: [{ name: 'A', valueSource: { secretKeyRef: { secret: 'projects/12/secrets/s', version: '3' } } }],
              volumeMounts: [{ mountPath: '/etc/x' }],
            },
          ],
          volumes: [{ secret: { secret: 't', items: [{ version: 'latest', path: 'key' }] } }],
        },
      },
    ],
    [
      '--add-volume name=v,type=cloud-storage,bucket=b,readonly=true --add-volume-mount volume=v,mount-path=/v',
      { template: { volumes: [{ name: 'v', gcs: { bucket: 'b', readOnly: true } }] } },
    ],
    [
      '--add-volume name=v,type=in-memory,size-limit=64Mi --add-volume-mount volume=v,mount-path=/v',
      { template: { volumes: [{ name: 'v', emptyDir: { medium: 'MEMORY', sizeLimit: '64Mi' } }] } },
    ],
    [
      '--add-volume name=v,type=nfs,location=10.0.0.1:/x --add-volume-mount volume=v,mount-path=/v',
      { template: { volumes: [{ name: 'v', nfs: { server: '10.0.0.1', path: '/x' } }] } },
    ],
    [
      '--startup-probe httpGet.path=/h,httpGet.port=8080,periodSeconds=5 --liveness-probe grpc.port=1',
      container({
        startupProbe: { httpGet: { path: '/h', port: 8080 }, periodSeconds: 5 },
        livenessProbe: { grpc: { port: 1 } },
      }),
    ],
  ])('%s', (flags, expected) => {
    expect(resource(`${base} ${flags}`)).toMatchObject(expected);
  });

  it('with several containers applies to the one named before', () => {
    const line = `gcloud run deploy web --container app --image r/a --port 8080 --depends-on side --container side --image r/b --memory 1Gi --startup-probe tcpSocket.port=9`;
    expect(resource(line)).toMatchObject({
      template: {
        containers: [
          { name: 'app', image: 'r/a', ports: [{ containerPort: 8080 }], dependsOn: ['side'] },
          { name: 'side', image: 'r/b', resources: { limits: { memory: '1Gi' } } },
        ],
      },
    });
  });

  it('that belongs in the workflow goes there', () => {
    expect(translated(`${base} --no-allow-unauthenticated --tag pr-1 --no-traffic`).workflow).toEqual({
      'allow-unauthenticated': 'false',
      tag: 'pr-1',
      'no-traffic': 'true',
    });
  });
});

describe('a flag of a job', () => {
  it.each<[string, object]>([
    ['--tasks 4 --parallelism 2', { template: { taskCount: 4, parallelism: 2 } }],
    ['--max-retries 0 --task-timeout 10m', { template: { template: { maxRetries: 0, timeout: '600s' } } }],
    ['--set-env-vars A=1', { template: { template: { containers: [{ env: [{ name: 'A', value: '1' }] }] } } }],
  ])('%s', (flags, expected) => {
    expect(resource(`gcloud run jobs create nightly --image r/i ${flags}`)).toMatchObject(expected);
  });
});

describe('a flag of a worker pool', () => {
  it.each<[string, object]>([
    ['--scaling 3', { scaling: { manualInstanceCount: 3 } }],
    ['--instances=2', { scaling: { manualInstanceCount: 2 } }],
    ['--cpu 2 --args=--queue,mail', container({ args: ['--queue', 'mail'], resources: { limits: { cpu: '2' } } })],
    ['--set-secrets A=s:3', container({ env: [{ name: 'A', valueSource: { secretKeyRef: { version: '3' } } }] })],
    ['--network n --vpc-egress all-traffic', { template: { vpcAccess: { egress: 'ALL_TRAFFIC' } } }],
    ['--key k --mesh m', { template: { encryptionKey: 'k' } }],
  ])('%s', (flags, expected) => {
    expect(resource(`gcloud beta run worker-pools deploy mailer --image r/i ${flags}`)).toMatchObject(expected);
  });

  it('that belongs in the workflow goes there', () => {
    const line = 'gcloud run worker-pools deploy mailer --image r/i --no-promote';
    expect(translated(line)).toMatchObject({ kind: 'WorkerPool', workflow: { 'no-traffic': 'true' } });
  });

  it.each([
    ['--scaling auto', '--scaling: is "auto". Expected a number'],
    ['--port 80', '--port: belongs to gcloud run deploy, not to gcloud run worker-pools deploy'],
    ['--allow-unauthenticated', '--allow-unauthenticated: belongs to gcloud run deploy'],
  ])('%s is not one', (flags, says) => {
    expect(problems(`gcloud run worker-pools deploy mailer --image r/i ${flags}`)).toContain(says);
  });
});

describe('a command as a workflow has it', () => {
  it('may have flags before its words', () => {
    const { name, project } = translated('gcloud --quiet --project other run deploy web --image r/i');
    expect({ name, project }).toEqual({ name: 'web', project: 'other' });
    expect(translated('gcloud beta --account me run jobs deploy nightly --image r/i').kind).toBe('Job');
  });

  it('has its name, project and region elsewhere where they are variables', () => {
    const line = 'gcloud run deploy $SERVICE --image r/i --project "$PROJECT_ID" --region ${{ env.REGION }}';
    expect(translated(line)).toMatchObject({ name: '', ...PLACE });
    expect(() => translate(shellWords(line).words, { project: undefined, region: undefined }, readFile)).toThrow(
      /--project: contains \$PROJECT_ID[\s\S]*add --project to init[\s\S]*--region: contains/,
    );
  });

  it('keeps expressions in the environment: variables as substitutions, secrets as such', () => {
    const { document, substitutions, secrets } = translated(
      `${base} --set-env-vars 'MODE=\${{ vars.MODE }},V=\${{ github.ref }}-\${{ github.sha }},PROJECT=\${{ vars.P }},DB=postgres://u:\${{ secrets.PW }}@h'`,
    );
    expect(substitutions).toEqual({
      MODE: '${{ vars.MODE }}',
      V: '${{ github.ref }}',
      V_2: '${{ github.sha }}',
      PROJECT_VALUE: '${{ vars.P }}',
    });
    expect(secrets).toEqual({ DB: '${{ secrets.PW }}' });
    const text = manifestText(document as never, [], new Set(Object.keys(substitutions)));
    expect(text).toMatch(/value: \$\{MODE\}\n[\s\S]*value: \$\{V\}-\$\{V_2\}\n/);
    expect(JSON.stringify(document)).not.toContain('postgres');
  });

  it('has labels of a trigger of Cloud Build, which deploys do not need', () => {
    const line = `${base} --labels=managed-by=gcp-cloud-build-deploy-cloud-run,commit-sha=$COMMIT_SHA,gcb-build-id=$BUILD_ID,team=\${{ vars.TEAM }}`;
    const { document, substitutions } = translated(line);
    expect(document.metadata).toMatchObject({ labels: { team: '${LABEL_team}' } });
    expect(substitutions).toEqual({ LABEL_team: '${{ vars.TEAM }}' });
    expect(document.metadata).not.toHaveProperty(['labels', 'commit-sha']);
  });

  it("has the project in place of Cloud Build's variable for it", () => {
    const line = `gcloud run deploy web --image gcr.io/$PROJECT_ID/web:$SHORT_SHA --service-account=web@\${PROJECT_ID}.iam.gserviceaccount.com`;
    const made = { image: 'gcr.io/acme-prod/web', account: 'web@acme-prod.iam.gserviceaccount.com' };
    const wanted = { template: { serviceAccount: made.account, containers: [{ image: made.image }] } };
    expect(resource(line)).toMatchObject(wanted);
    const nowhere = { project: undefined, region: undefined };
    const flag = translate(shellWords(`${line} --project acme-prod`).words, nowhere, readFile);
    expect(JSON.stringify(flag.document)).toContain(made.account);
    expect(() => translate(shellWords(line).words, nowhere, readFile)).toThrow('contains ${PROJECT_ID}, whose value');
  });

  it('keeps the commas in an expression, and the expression of a tag', () => {
    const line = `${base} --set-env-vars A=\${{ vars.A || 'b, c' }},B=1 --tag pr-\${{ github.event.number }}`;
    expect(translated(line)).toMatchObject({
      substitutions: { A: "${{ vars.A || 'b, c' }}" },
      workflow: { tag: 'pr-${{ github.event.number }}' },
    });
  });

  it.each(['$', 'PROJECT=x sudo', 'time'])('may have %s before it, and a comment', (before) => {
    const line = `${before} ${base} \`# the size\` --cpu 2 # deploys it`;
    expect(resource(line)).toMatchObject(container({ resources: { limits: { cpu: '2' } } }));
  });

  it('sets no defaults of a new service when it updates one', () => {
    expect(JSON.stringify(translated('gcloud run services update web --cpu 2').document)).not.toContain('cpu-boost');
  });

  it('has an image of its own if only variables say which', () => {
    expect(JSON.stringify(translated('gcloud run deploy web --image gcr.io/$P/web:$SHA').document)).not.toContain(
      'image',
    );
    expect(JSON.stringify(translated('gcloud run deploy web --image gcr.io/p/web:$SHA').document)).toContain(
      'gcr.io/p/web',
    );
  });
});

it('an unknown flag is one problem, whatever follows it', () => {
  expect(problems(`${base} --memroy 1Gi`)).toMatch(/^[^\n]*--memroy[^\n]*Did you mean --memory\?[^\n]*$/);
});

describe('what cannot be read', () => {
  it.each([
    [
      `${base} --concurency 3`,
      '--concurency: is not a flag of gcloud run deploy that is known here. Did you mean --concurrency?',
    ],
    [`${base} --tasks 3`, '--tasks: belongs to gcloud run jobs deploy'],
    [`${base} --min-instances many`, '--min-instances: is "many". Expected a whole number.'],
    [`${base} --set-env-vars A`, '--set-env-vars: has "A". Expected NAME=VALUE'],
    [`${base} --memory $MEMORY`, '--memory: contains $MEMORY, whose value is unknown here'],
    [`${base} --cpu '\${{ vars.CPU }}'`, '--cpu: contains ${{ vars.CPU }}, whose value is unknown here'],
    [`${base} --timeout`, '--timeout: needs a value'],
    [`${base} web2`, 'expected one name, got web web2'],
    [`${base} --port 80 --container app`, '--container: app comes after settings of a container (image, ports)'],
    [`${base} --env-vars-file gone.yaml`, '--env-vars-file: names gone.yaml, which does not exist'],
    [`${base} --set-env-vars A=$A`, 'Write the value instead. For a secret, leave it out here'],
    [`${base} --set-env-vars 'A=$COMMIT_SHA,B=\${_ENV}'`, '--set-env-vars: contains $COMMIT_SHA, whose value'],
    ['gcloud run services replace web.yaml', 'deploy-run takes that file as it is: set it as the input manifest'],
    ['gcloud run services list', 'is not a command that init reads'],
    [`${base} --set-secrets /a/b=s,/a/c=t`, 'puts two secrets into /a'],
    [`${base} --env-vars-file deep.yaml`, 'names deep.yaml, in which A is not text'],
    [
      `${base} --cpu-throttling=false`,
      '--cpu-throttling: takes no value. Write --cpu-throttling or --no-cpu-throttling',
    ],
    [`${base} --no-traffic=true`, '--no-traffic: takes no value'],
    [`${base} --set-env-vars A=\`git rev-parse HEAD\``, '--set-env-vars: contains `git rev-parse HEAD`, whose value'],
    [`${base} --memory \${MEMORY:-1Gi}`, '--memory: contains ${MEMORY:-1Gi}, whose value'],
    [`${base} --labels team=$TEAM`, 'or leave the label out. Deploys set commit-sha and managed-by.'],
    ['gcloud functions deploy x --gen2', 'a Dockerfile that starts the Functions Framework'],
    ['gcloud run services add-iam-policy-binding web', 'add --allow-unauthenticated to init'],
  ])('%s', (line, says) => {
    expect(problems(line)).toContain(says);
  });

  it('after the command, an option of init is named', () => {
    const { flags } = GCLOUD_COMMANDS.find(({ words }) => words.join(' ') === 'run deploy') ?? { flags: {} };
    for (const option of Object.keys(init.options).filter((name) => !Object.hasOwn(flags, name)))
      expect(problems(`${base} --${option}`)).toContain(
        `--${option}: is an option of init: write it before the command`,
      );
  });

  it('is reported together', () => {
    expect(problems(`${base} --x1 --x2 --cpu $C`).split('\n')).toHaveLength(3);
  });

  it('a variable as tag of the image is fine', () => {
    expect(resource('gcloud run deploy web --image r/i:$GITHUB_SHA')).toMatchObject(container({ image: 'r/i' }));
    expect(resource("gcloud run deploy web --image 'r/i:${{ github.sha }}'")).toMatchObject(
      container({ image: 'r/i' }),
    );
    expect(resource('gcloud run deploy web --image r/i:`git rev-parse HEAD`')).toMatchObject(
      container({ image: 'r/i' }),
    );
    expect(resource('gcloud run deploy web --image r/i:$(git log \\\n -1\n)')).toMatchObject(
      container({ image: 'r/i' }),
    );
  });

  it('the output of a command over several lines is refused in a value', () => {
    expect(problems('gcloud run deploy web --image r/i --set-env-vars A=$(cat\nfile)')).toContain(
      'contains $(cat\nfile)',
    );
  });
});
