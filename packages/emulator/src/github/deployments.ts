/**
 * Deployments of environments and their statuses, and re-runs of workflow runs.
 * https://docs.github.com/en/rest/deployments, https://docs.github.com/en/rest/actions/workflow-runs#re-run-a-workflow
 */
import { ApiError } from '../http/errors.ts';
import { type Route, route } from '../http/routes.ts';

export interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly environment: string;
  /** Oldest first. */
  readonly statuses: { readonly state: string; readonly description: string }[];
}

export interface Deployments {
  readonly routes: readonly Route[];
  /** Newest first, like GitHub. */
  readonly deployments: Deployment[];
  /** Ids of runs that were re-run. */
  readonly reruns: string[];
  /** Runs that can be re-run; other ids do not exist. */
  readonly runs: Set<string>;
}

const STATES = new Set(['error', 'failure', 'inactive', 'in_progress', 'queued', 'pending', 'success']);

export function createDeployments(repo: string): Deployments {
  const deployments: Deployment[] = [];
  const reruns: string[] = [];
  const runs = new Set<string>();
  const notFound = () => new ApiError(404, 'Not Found');
  return {
    deployments,
    reruns,
    runs,
    routes: [
      route(
        'GET',
        `${repo}/deployments`,
        ({ query }) => ({
          body: deployments
            .filter(
              ({ sha, environment }) =>
                [null, sha].includes(query.get('sha')) && [null, environment].includes(query.get('environment')),
            )
            .slice(0, Number(query.get('per_page') ?? 30))
            .map(({ id, sha, environment }) => ({ id, sha, environment })),
        }),
        { query: ['per_page', 'page', 'sha', 'environment', 'ref', 'task'] },
      ),
      // Newest first (https://docs.github.com/en/rest/deployments/statuses#list-deployment-statuses).
      route(
        'GET',
        `${repo}/deployments/{id}/statuses`,
        ({ params, query }) => {
          const found = deployments.find(({ id }) => String(id) === params.id);
          if (!found) throw notFound();
          return { body: found.statuses.toReversed().slice(0, Number(query.get('per_page') ?? 30)) };
        },
        { query: ['per_page', 'page'] },
      ),
      route('POST', `${repo}/deployments/{id}/statuses`, async (request) => {
        const found = deployments.find(({ id }) => String(id) === request.params.id);
        if (!found) throw notFound();
        const { state = '', description = '' } = await request.json<{ state?: string; description?: string }>();
        // https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status: a short description, 140 characters.
        if (!STATES.has(state) || description.length > 140) throw new ApiError(422, 'Validation Failed');
        found.statuses.push({ state, description });
        return { status: 201, body: { id: found.statuses.length, state, description } };
      }),
      route('POST', `${repo}/actions/runs/{run}/rerun`, ({ params }) => {
        if (!runs.has(params.run ?? '')) throw notFound();
        reruns.push(params.run ?? '');
        return { status: 201, body: {} };
      }),
    ],
  };
}
