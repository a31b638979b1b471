/**
 * The IAM state of the identity APIs: workload identity providers, and service accounts with
 * the principals that may act as them. Every authenticated principal has all other permissions until `core.access.deny` revokes one.
 */
import type { Principal } from '../core/core.ts';

/** An OIDC provider of a workload identity pool. https://cloud.google.com/iam/docs/reference/rest/v1/projects.locations.workloadIdentityPools.providers */
export interface Provider {
  /** `projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER`. */
  readonly name: string;
  readonly issuerUri: string;
  /** Default: the provider's full resource name, with and without `https:`. */
  readonly allowedAudiences?: readonly string[];
  /** Claims that become attributes: `{ 'attribute.repository': 'assertion.repository' }`. `google.subject` is `assertion.sub` unless given. */
  readonly attributeMapping?: Readonly<Record<string, string>>;
  /**
   * Comparisons of claims with literals, joined by `&&`: `assertion.ref == 'refs/heads/main' && assertion.event_name in ['push']`.
   * See `satisfies`.
   */
  readonly attributeCondition?: string;
  readonly disabled?: boolean;
}

export interface ServiceAccount {
  readonly email: string;
  readonly uniqueId: string;
  readonly disabled: boolean;
  /** Role → members: `principal://…`, `principalSet://…`, `serviceAccount:…`. */
  readonly bindings: Readonly<Record<string, readonly string[]>>;
}

export interface Iam {
  readonly providers: Map<string, Provider>;
  readonly serviceAccounts: Map<string, ServiceAccount>;
  /** Whether a role on a service account is granted to the principal, by itself or through a set. */
  granted(account: ServiceAccount, roles: readonly string[], principal: Principal): boolean;
}

export function createIam(): Iam {
  return {
    providers: new Map(),
    serviceAccounts: new Map(),
    granted: (account, roles, principal) =>
      roles.some((role) =>
        (account.bindings[role] ?? []).some(
          (member) => member === principal.member || principal.sets?.includes(member) === true,
        ),
      ),
  };
}

/** The value of `assertion.NAME` in the claims, as text. */
export function assertion(expression: string, claims: Readonly<Record<string, unknown>>): string | undefined {
  const name = /^assertion\.(\w+)$/.exec(expression.trim())?.[1];
  if (name === undefined) throw new Error(`The emulator only understands assertion.NAME here, not ${expression}`);
  const value = claims[name];
  return value === undefined ? undefined : String(value);
}

/**
 * Evaluates an attribute condition. Real ones are CEL (https://cloud.google.com/iam/docs/workload-identity-federation#conditions); the
 * emulator supports `==`, `!=`, `in`, `startsWith` and `endsWith` on claims, joined by `&&`, and throws for anything else. A claim that the
 * token does not have makes the expression fail, so the token is refused.
 */
export function satisfies(condition: string, claims: Readonly<Record<string, unknown>>): boolean {
  return condition.split('&&').every((part) => {
    const match = COMPARISON.exec(part);
    if (!match) throw new Error(`The emulator does not understand the attribute condition ${part.trim()}`);
    const [, left = '', operator, literal = '', list, method, argument = ''] = match;
    const value = assertion(left, claims);
    if (value === undefined) return false;
    if (method === 'startsWith') return value.startsWith(unquoted(argument));
    if (method === 'endsWith') return value.endsWith(unquoted(argument));
    if (list !== undefined) return [...list.matchAll(LITERALS)].some(([text]) => unquoted(text) === value);
    return (value === unquoted(literal)) === (operator === '==');
  });
}

const LITERAL = `'[^']*'|"[^"]*"`;
const LITERALS = new RegExp(LITERAL, 'g');
const COMPARISON = new RegExp(
  `^\\s*(assertion\\.\\w+)(?:\\s*(==|!=)\\s*(${LITERAL})|\\s+in\\s+\\[((?:\\s*(?:${LITERAL})\\s*,?)*)\\]|\\.(startsWith|endsWith)\\((${LITERAL})\\))\\s*$`,
);
const unquoted = (literal: string): string => literal.slice(1, -1);
