/** Long-running operations, which rules can slow down, fail or keep running. https://google.aip.dev/151 */
import type { Core } from '../core/core.ts';
import { uuid } from '../core/ids.ts';
import { ApiError } from '../http/errors.ts';
import { page } from '../http/pagination.ts';
import { wantsNumbers } from '../http/query-parameters.ts';
import { type Route, route } from '../http/routes.ts';
import type { Failure } from './conditions.ts';
import { type Location, locationOf, parentOf } from './requests/resource-names.ts';
import type { Schema } from './requests/schema.ts';
import type { OperationRule, RunSettings } from './settings.ts';

export interface Operation {
  readonly name: string;
  /** Message type of target, for instance `Service`. */
  readonly type: string;
  readonly method: string;
  /** The current target, for metadata and response. */
  readonly target: () => object;
  /** The result of the operation; set once. */
  result: { error?: { code: number; message: string } } | undefined;
  readonly finished: Promise<void>;
}

export interface Operations {
  readonly list: readonly Operation[];
  readonly routes: readonly Route[];
  /** Changes the behavior of the next matching operations. */
  behave(rule: OperationRule): void;
  /** Starts an operation that ends with `work`; `work` resolves to a failure, or nothing. */
  start(
    method: string,
    type: string,
    targetName: string,
    target: () => object,
    work: () => Promise<Failure | undefined>,
  ): Operation;
  render(operation: Operation, numericEnums: boolean): object;
}

export function createOperations(core: Core, schema: Schema, settings: RunSettings): Operations {
  const all = new Map<string, Operation>();
  const rules: { rule: OperationRule; left: number }[] = [];

  function ruleFor(method: string, target: string): OperationRule {
    const found = rules.find(
      ({ rule, left }) => left > 0 && (rule.method ?? method) === method && target.includes(rule.target ?? ''),
    );
    if (!found) return {};
    found.left--;
    return found.rule;
  }

  function render(operation: Operation, numericEnums: boolean): object {
    const body = {
      '@type': `type.googleapis.com/google.cloud.run.v2.${operation.type}`,
      ...(schema.render(operation.type, operation.target(), numericEnums) as object),
    };
    const { result } = operation;
    return {
      name: operation.name,
      metadata: body,
      ...(result && { done: true, ...(result.error ? { error: result.error } : { response: body }) }),
    };
  }

  function get(params: Readonly<Record<string, string>>): Operation {
    const name = nameFrom(core, params);
    const operation = all.get(name);
    if (!operation) throw new ApiError(404, `Operation '${name}' does not exist.`);
    return operation;
  }

  const base = '/v2/projects/{project}/locations/{location}/operations';
  const routes: Route[] = [
    route('GET', `${base}/{operation}`, ({ params, principal, query }) => {
      core.access.check(principal, 'run.operations.get', nameFrom(core, params));
      return { body: render(get(params), wantsNumbers(query)) };
    }),
    route(
      'GET',
      base,
      (request) => {
        const parent = parentOf(locationOf(core, request.params, true));
        core.access.check(request.principal, 'run.operations.list', parent);
        const matching = [...all.values()].filter(({ name }) => name.startsWith(`${parent}/`));
        const { items, ...token } = page(request, matching);
        return { body: { operations: items.map((one) => render(one, wantsNumbers(request.query))), ...token } };
      },
      { query: ['pageSize', 'pageToken'] },
    ),
    route('DELETE', `${base}/{operation}`, ({ params, principal }) => {
      core.access.check(principal, 'run.operations.delete', nameFrom(core, params));
      all.delete(get(params).name);
      return { body: {} };
    }),
    route('POST', `${base}/{operation}:wait`, async ({ params, principal, query, json }) => {
      core.access.check(principal, 'run.operations.get', nameFrom(core, params));
      const operation = get(params);
      const { timeout } = await json<{ timeout?: string }>();
      const ms = timeout ? Number.parseFloat(timeout) * 1000 : 30_000;
      if (!operation.result && ms > 0) {
        const late = new Promise((resolve) => setTimeout(resolve, ms).unref());
        await Promise.race([operation.finished, late]);
      }
      return { body: render(operation, wantsNumbers(query)) };
    }),
  ];

  return {
    get list() {
      return [...all.values()];
    },
    routes,
    behave(rule) {
      rules.push({ rule, left: rule.times ?? 1 });
    },
    start(method, type, targetName, target, work) {
      const rule = ruleFor(method, targetName);
      const [, project = '', , location = ''] = targetName.split('/');
      const { promise: finished, resolve } = Promise.withResolvers<void>();
      const operation: Operation = {
        name: `${parentOf({ project, location })}/operations/${uuid()}`,
        type,
        method,
        target,
        result: undefined,
        finished,
      };
      all.set(operation.name, operation);
      void (async () => {
        if (rule.stuck) return;
        const failure = await work();
        const delay = rule.delayMs ?? settings.operationDelayMs;
        if (delay > 0) await core.clock.sleep(delay);
        if (rule.never) return;
        const error = rule.error ?? (failure && { code: failure.code, message: failure.message });
        operation.result = error ? { error } : {};
        resolve();
      })().catch(core.report);
      return operation;
    },
    render,
  };
}

/** The response to `validateOnly`: an operation that is done and not stored. */
export const validated = (parent: Location, type: string, doc: object): Operation => ({
  name: `${parentOf(parent)}/operations/${uuid()}`,
  type,
  method: 'validate',
  target: () => doc,
  result: {},
  finished: Promise.resolve(),
});

const nameFrom = (core: Core, params: Readonly<Record<string, string>>) =>
  `${parentOf(locationOf(core, params, true))}/operations/${params.operation ?? ''}`;
