/** The commands of docs/setup/one-service.md: the output of `orchestra init web --new`, with variables. */
import { deploymentOf } from '../../cli/init/deployment.ts';
import { fromNothing } from '../../cli/init/new-service.ts';
import { commandFor, variables } from '../../cli/setup/commands.ts';
import { requirementsOf } from '../../cli/setup/requirements.ts';

const PLACE = { project: 'acme-prod', region: 'us-central1' };

/** A public service, which the first deploy opens. */
export const oneService = () => {
  const found = { ...fromNothing('web', PLACE), inputs: { 'allow-unauthenticated': 'true' } };
  return deploymentOf(found, { repository: 'acme/web', deployer: undefined }, []);
};

export function setupCommands(): string {
  const deployment = oneService();
  const commands = requirementsOf(deployment).flatMap((requirement) => [
    `# ${requirement.why}`,
    commandFor(requirement, deployment).replaceAll('acme-prod', '$PROJECT').replaceAll('us-central1', '$REGION'),
  ]);
  return [
    '```bash',
    ...variables(deployment).map((line) => line.replace(/^PROJECT/, 'export PROJECT')),
    '',
    ...commands,
    '```',
  ].join('\n');
}
