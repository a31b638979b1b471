/**
 * The rule no-public-database. Two ways in which a database ends up on the internet can be seen in a manifest:
 * a service that is itself a database, and is reachable from outside; and a client that reaches its database at a public
 * IP address, so that the database has to accept connections from anywhere. A host name is not judged, since it can be private.
 */
import { BlockList, isIP } from 'node:net';
import type { Container, Service } from '../../google/run/resources.ts';
import { containersOf, ingressIndex } from '../../manifest/image.ts';
import type { Path } from '../../manifest/index.ts';
import type { PolicyFinding, PolicySubject } from '../types.ts';
import { forContainers, variableTargets } from './containers.ts';

const PORTS: ReadonlyMap<number, string> = new Map([
  [5432, 'PostgreSQL'],
  [3306, 'MySQL'],
  [6379, 'Redis'],
  [27017, 'MongoDB'],
  [1433, 'SQL Server'],
  [1521, 'Oracle'],
  [26257, 'CockroachDB'],
  [9042, 'Cassandra'],
  [11211, 'Memcached'],
  [9200, 'Elasticsearch'],
  [8123, 'ClickHouse'],
  [7687, 'Neo4j'],
]);

/** The last part of an image's name, as the publishers of databases call theirs. */
const IMAGE =
  /^(?:postgres(?:ql)?|pgvector|postgis|timescaledb|mysql|mariadb|percona|redis|redis-stack(?:-server)?|valkey|keydb|dragonfly|mongo(?:db)?|cassandra|memcached|elasticsearch|opensearch|clickhouse(?:-server)?|cockroach|neo4j|couchdb|mssql|server-mssql)$/;

export function publicDatabases(subject: PolicySubject): PolicyFinding[] {
  return [...(subject.kind === 'Service' ? exposedDatabase(subject.resource) : []), ...publicAddresses(subject)];
}

/** Reachable from the internet, directly or through a load balancer. */
const isPublic = ({ ingress = 'INGRESS_TRAFFIC_ALL' }: Service): boolean =>
  ingress !== 'INGRESS_TRAFFIC_INTERNAL_ONLY' && ingress !== 'INGRESS_TRAFFIC_NONE';

function exposedDatabase(service: Service): PolicyFinding[] {
  const containers = containersOf(service);
  const index = ingressIndex(containers);
  const container = containers[index];
  if (!container || !isPublic(service)) return [];
  const port = container.ports?.[0]?.containerPort;
  const byPort = port === undefined ? undefined : PORTS.get(port);
  const byImage = databaseImage(container);
  const what = byPort ? `the port of ${byPort} (${port})` : byImage ? `a database (the image ${byImage})` : undefined;
  if (what === undefined) return [];
  const at: Path = byPort ? ['ports', 0, 'containerPort'] : ['image'];
  return [
    {
      message: `The service opens ${what} to the internet. Use Cloud SQL or Memorystore, or set run.googleapis.com/ingress to internal.`,
      path: ['template', 'containers', index, ...at],
      targets: [container.name ?? `containers[${index}]`],
    },
  ];
}

function databaseImage({ image = '' }: Container): string | undefined {
  const name = image.replace(/@.*$/, '').split('/').at(-1)?.replace(/:.*$/, '') ?? '';
  return IMAGE.test(name) ? name : undefined;
}

const DATABASE_URL =
  /\b(?:postgres(?:ql)?|mysqlx?|mariadb|rediss?|valkeys?|mongodb|sqlserver|mssql|oracle|cockroachdb|clickhouse|neo4j|bolt|cassandra|memcached)(?:\+\w+)?:\/\/(?:[^\s/@]*@)?(\[[0-9a-fA-F:.]+\]|[^\s:/?#,]+)/i;
/** `host=203.0.113.5 user=…`, as libpq takes it. */
const DATABASE_DSN = /(?:^|[\s;])(?:host|hostaddr|server|data source)=(?:tcp:)?([0-9a-fA-F:.]+)/i;
const HOST_NAME =
  /(?:^|_)(?:DB|DATABASE|SQL|PG|POSTGRES(?:QL)?|MYSQL|MARIADB|REDIS|VALKEY|MONGO(?:DB)?|CLICKHOUSE|CASSANDRA|MEMCACHED)_?(?:HOST|HOSTNAME|ADDR|ADDRESS|SERVER|IP)$/i;

function publicAddresses(subject: PolicySubject): PolicyFinding[] {
  return forContainers(subject, ({ container: { env = [] }, path, target }) =>
    env.flatMap(({ name = '', value = '' }, n): PolicyFinding[] => {
      const host = hostOf(name, value);
      if (host === undefined || !isPublicAddress(host)) return [];
      const message = `The variable ${name} names a database at the public address ${host}. Reach it through a private address, or through run.googleapis.com/cloudsql-instances.`;
      return [{ message, path: [...path, 'env', n, 'value'], targets: variableTargets(subject, target, name) }];
    }),
  );
}

function hostOf(name: string, value: string): string | undefined {
  const inUrl = DATABASE_URL.exec(value)?.[1] ?? DATABASE_DSN.exec(value)?.[1];
  if (inUrl !== undefined) return inUrl.replace(/^\[|\]$/g, '');
  return HOST_NAME.test(name)
    ? value
        .trim()
        .replace(/^\[|\]$/g, '')
        .replace(/^([0-9.]+):\d+$/, '$1')
    : undefined;
}

/** Addresses that do not lead out: https://www.iana.org/assignments/iana-ipv4-special-registry and its twin for IPv6. */
const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  // Used within Google Cloud as a private range, though it is not on the register.
  ['199.36.153.0', 24],
  ['240.0.0.0', 4],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv6');

function isPublicAddress(host: string): boolean {
  const family = isIP(host);
  return family !== 0 && !PRIVATE.check(host, family === 4 ? 'ipv4' : 'ipv6');
}
