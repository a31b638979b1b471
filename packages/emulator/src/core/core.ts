/**
 * The state that all emulated APIs share: the clock, minted tokens, permissions, fault rules and the call log.
 * Each API stores its own resources; this module is independent of them.
 */
import { randomBytes } from 'node:crypto';
import { ApiError } from '../http/errors.ts';
import { type Calls, createCalls } from './calls.ts';
import { type Clock, realClock } from './clock.ts';
import { createFaults, type Faults } from './faults.ts';

/** The principal of a token: a member as in IAM policies, with its `serviceAccount:` or `principal:` prefix. */
export interface Principal {
  /** `serviceAccount:EMAIL` or `principal://iam.googleapis.com/...`. */
  readonly member: string;
  /** The `principalSet://` members that a federated principal belongs to. */
  readonly sets?: readonly string[];
}

export interface Core {
  readonly clock: Clock;
  readonly calls: Calls;
  readonly faults: Faults;
  readonly tokens: Tokens;
  readonly access: Access;
  /** Existing projects: id → number. Calls for other projects are refused like by the real APIs. */
  readonly projects: Map<string, string>;
  /** Reports an error of the emulator itself (an exception other than an API error). */
  report(error: unknown): void;
}

export interface Tokens {
  /** A new access token for a principal; it expires after `lifetimeSeconds`. */
  mint(principal: Principal, lifetimeSeconds: number): string;
  principal(token: string): Principal | undefined;
  /** Seconds until the token expires; 0 for an expired one. */
  remaining(token: string): number;
  expire(token: string): void;
}

export interface Access {
  /** Revokes a permission: of everyone, or of `member`; on all resources, or on those whose name contains `resource`. */
  deny(permission: string, options?: { resource?: string; member?: string }): void;
  allow(permission: string): void;
  /** Throws PERMISSION_DENIED with the real APIs' message if the caller lacks the permission on the resource. */
  check(principal: Principal | undefined, permission: string, resource: string): void;
}

export function createCore(options: { clock?: Clock; projects?: Record<string, string> } = {}): Core {
  const clock = options.clock ?? realClock;
  const projects = new Map(Object.entries(options.projects ?? { 'orchestra-dev': '123456789012' }));
  return {
    clock,
    calls: createCalls(clock),
    faults: createFaults(),
    tokens: createTokens(clock),
    access: createAccess(projects),
    projects,
    report: (error) => console.error('emulator:', error),
  };
}

function createTokens(clock: Clock): Tokens {
  const minted = new Map<string, { principal: Principal; expires: number }>();
  return {
    mint(principal, lifetimeSeconds) {
      const token = `ya29.${randomBytes(24).toString('base64url')}`;
      minted.set(token, { principal, expires: clock.now() + lifetimeSeconds * 1000 });
      return token;
    },
    principal(token) {
      const entry = minted.get(token);
      return entry && entry.expires > clock.now() ? entry.principal : undefined;
    },
    remaining(token) {
      return Math.max(0, Math.floor(((minted.get(token)?.expires ?? 0) - clock.now()) / 1000));
    },
    expire(token) {
      minted.delete(token);
    },
  };
}

function createAccess(projects: Map<string, string>): Access {
  const denied: { permission: string; resource: string; member: string | undefined }[] = [];
  return {
    deny(permission, { resource = '', member } = {}) {
      denied.push({ permission, resource, member });
    },
    allow(permission) {
      for (let i = denied.length - 1; i >= 0; i--) if (denied[i]?.permission === permission) denied.splice(i, 1);
    },
    check(principal, permission, resource) {
      const project = /(?:^|\/)projects\/([^/]+)/.exec(resource)?.[1];
      const known =
        project === undefined ||
        project === '_' ||
        project === '-' ||
        projects.has(project) ||
        [...projects.values()].includes(project);
      const refused = denied.some(
        (rule) =>
          rule.permission === permission &&
          resource.includes(rule.resource) &&
          (rule.member === undefined || rule.member === principal?.member),
      );
      if (known && !refused) return;
      throw new ApiError(
        403,
        `Permission '${permission}' denied on resource '${resource}' (or resource may not exist).`,
        {},
        {
          details: [
            {
              '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
              reason: 'IAM_PERMISSION_DENIED',
              domain: 'iam.googleapis.com',
              metadata: { permission, resource },
            },
          ],
        },
      );
    },
  };
}
