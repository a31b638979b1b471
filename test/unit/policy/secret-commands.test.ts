/** Passwords in commands: the options of well-known programs, also in a text for a shell, and what is none. */
import { describe, expect, it } from 'vitest';
import type { Container } from '../../../src/google/run/resources.ts';
import { plainSecrets } from '../../../src/policy/rules/plain-secrets.ts';
import { findSecretInWords } from '../../../src/policy/secrets/looks-like-secret.ts';
import { processorTime } from '../../harness/processor-time.ts';

const SECRET: readonly (readonly string[])[] = [
  ['curl', '-u', 'admin:hunter22', 'https://x.example.com'],
  ['curl', '-uadmin:hunter22', 'https://x.example.com'],
  ['curl', '--user', 'admin:hunter22', 'https://x'],
  ['curl', '--user=admin:hunter22', 'https://x'],
  ['curl', '-H', 'Authorization: Bearer abcDEF123456ghi', 'https://x'],
  ['curl', '-H', 'Authorization: Bearer sometokenvalue', 'https://x'],
  ['curl', '--header', 'X-Api-Key: 8f7a6b5c4d3e2f1a', 'https://x'],
  ['curl', '-HX-Api-Key: 8f7a6b5c4d3e2f1a', 'https://x'],
  ['sh', '-c', 'curl -u admin:hunter22 https://x'],
  ['sh', '-c', 'curl -s -u "admin:hunter22" https://x'],
  ['sh', '-c', 'curl -H "Authorization: Bearer abcdef123456" https://x'],
  ['sh', '-c', "curl -H 'X-Auth-Token: abcdef123456' https://x"],
  ['mysql', '-uroot', '-pS3cretPass', 'db'],
  ['mysql', '-u', 'root', '-pS3cretPass'],
  ['mysqldump', '-h', 'db', '-pS3cretPass'],
  ['sh', '-c', 'mysql -uroot -pS3cretPass -e "select 1"'],
  ['sh', '-c', '/usr/bin/mysqladmin -uroot -pS3cretPass ping'],
  ['mysql', '--password=S3cretPass'],
  ['psql', 'postgres://u:pw123@h/db'],
  ['sh', '-c', 'PGPASSWORD=hunter22 psql -h db'],
  ['sh', '-c', 'export DB_PASSWORD=hunter22 && ./run'],
  ['redis-cli', '-a', 'hunter22', 'ping'],
  ['redis-server', '--requirepass', 'hunter22'],
  ['sh', '-c', 'redis-cli -a hunter22 ping'],
  ['mongosh', '-u', 'root', '-p', 'hunter22'],
  ['mongosh', '--username', 'root', '--password', 'hunter22'],
  ['wget', '--http-password=hunter22', '--user=x', 'https://h'],
  ['wget', '--user', 'admin', '--password', 'hunter22', 'https://h'],
  ['sh', '-c', 'docker login -u me -p hunter22 registry'],
  ['sh', '-c', 'git clone https://me:hunter22hunter22@github.com/a/b'],
  ['sh', '-c', 'sshpass -p hunter22 ssh x'],
  ['sqlcmd', '-S', 'db', '-U', 'sa', '-P', 'Hunter22!'],
  ['ldapsearch', '-D', 'cn=admin', '-w', 'hunter22'],
  ['http', '-a', 'admin:hunter22', 'https://x'],
  ['cloud_sql_proxy', '-token=ya29.abcdefghijklmnopqrstuvwxyz'],
  ['java', '-Dspring.datasource.password=hunter22', '-jar', 'a.jar'],
  ['java', '-Djavax.net.ssl.keyStorePassword=changeit1', '-jar', 'a.jar'],
  ['celery', '-b', 'redis://:hunter22@h:6379/0'],
  ['flower', '--basic_auth=admin:hunter22'],
  ['flower', '--basic-auth', 'admin:hunter22'],
  ['neo4j-admin', 'set-initial-password', 'hunter22'],
  ['npm', 'config', 'set', '//registry.npmjs.org/:_authToken=abcdef1234567890'],
  ['app', '--api-key', 'abcdef1234567890'],
  ['app', '--token=abcdef1234567890'],
  ['app', '-token', 'abcdef1234567890'],
  ['app', '--jwt-secret', 'abcdef'],
  ['sh', '-c', 'echo "password: hunter22" > /x.yaml && app'],
  ['sh', '-c', 'curl -d \'{"password":"hunter22"}\' https://x'],
  ['curl', '-d', 'username=a&password=hunter22', 'https://x'],
  ['curl', 'https://api.x.com/?api_key=abcdef1234567890'],
  ['node', '-e', 'require("x").login("a", process.env.P)', '--pass=hunter22'],
  ['openssl', '-passin', 'pass:hunter22'],
  ['sh', '-c', 'openssl enc -pass pass:hunter22'],
  ['curl', '--oauth2-bearer', 'abcdef123456'],
  ['curl', '--proxy-user', 'me:hunter22', 'https://x'],
  ['sh', '-c', 'echo $X | curl --user admin:$PASS https://x && curl -u bob:realpw99 y'],
  ['pgbouncer', 'AUTH=user:hunter22'],
  ['rclone', '--s3-secret-access-key=abcDEF123456', 'x'],
  ['ftp', 'ftp://me:hunter22@h'],
  ['traefik', '--api.basicauth=admin:$apr1$abc$def123'],
];

const ORDINARY: readonly (readonly string[])[] = [
  ['curl', '-u', '$USER:$PASS', 'https://x'],
  ['curl', '-u', 'admin:$PASS', 'https://x'],
  ['sh', '-c', 'curl -u "$USER:$PASSWORD" https://x'],
  ['sh', '-c', 'curl -u admin:${PASSWORD} https://x'],
  ['curl', '-u', 'admin:$(PASSWORD)', 'https://x'],
  ['curl', '-u', 'admin', 'https://x'],
  ['curl', '-u', 'admin:', 'https://x'],
  ['python', '-u', 'main.py'],
  ['python', '-u', 'main:app'],
  ['sort', '-u', 'a:b'],
  ['docker', 'run', '-u', '1000:1000', 'x'],
  ['docker', 'run', '--user', '1000:1000'],
  ['docker', 'run', '--user', 'node:node'],
  ['chown', '-R', 'app:app', '/x'],
  ['sh', '-c', 'chown app:app /x'],
  ['sudo', '-u', 'postgres', 'psql'],
  ['docker', 'run', '-u', 'app:staff', 'x'],
  ['uvicorn', 'main:app', '--host', '0.0.0.0', '--port', '8080'],
  ['gunicorn', '-b', '0.0.0.0:8080', 'app:app'],
  ['gunicorn', 'app.wsgi:application', '-u', 'app'],
  ['mkdir', '-p', '/secrets/x'],
  ['mkdir', '-pv', 'x'],
  ['sh', '-c', 'mkdir -p /data/password && ls'],
  ['ps', '-p', '1234'],
  ['nginx', '-p', '/etc/nginx'],
  ['psql', '-p', '5432'],
  ['mysql', '-p'],
  ['mysql', '-P3306'],
  ['mysql', '-P', '3306'],
  ['mysql', '-p$MYSQL_PASSWORD'],
  ['sh', '-c', 'mysql -uroot -p"$MYSQL_PASSWORD"'],
  ['sh', '-c', "mysql -p'${PW}'"],
  ['mysql', '-h', 'db', '--protocol=tcp'],
  ['mysqld', '--port=3306'],
  ['docker', 'run', '-p', '8080:80'],
  ['cp', '-pr', 'a', 'b'],
  ['grep', '-P', 'a.b'],
  ['ssh', '-p', '2222', 'h'],
  ['sh', '-c', 'mysql-client -print'],
  ['node', '--inspect', '-p', '1+1'],
  ['redis-server', '--requirepass', '$REDIS_PASSWORD'],
  ['redis-cli', '-h', 'redis', '-a', '$PASS'],
  ['ls', '-a', 'hunter22'],
  ['redis-cli', '-a'],
  ['docker', 'attach', '-a'],
  ['app', '--password-file', '/secrets/pw'],
  ['app', '--password-file=/secrets/pw'],
  ['app', '--token-path', 'x'],
  ['app', '--secret-name', 'db-password'],
  ['app', '--api-key-env=API_KEY'],
  ['app', '--tls-key', '/etc/tls.key'],
  ['app', '--auth', 'required'],
  ['app', '--auth=none'],
  ['app', '--token-url', 'https://x/token'],
  ['app', '--password-stdin'],
  ['app', '--jwt-secret', '$JWT_SECRET'],
  ['app', '--jwt-secret=${JWT_SECRET}'],
  ['app', '--secret', 'projects/p/secrets/s/versions/1'],
  ['etcd', '--initial-cluster-token', 'etcd-cluster-1'],
  ['etcd', '--initial-cluster-token=etcd-cluster-1', '--initial-cluster-state=new'],
  ['sh', '-c', 'exec etcd --initial-cluster-token etcd-cluster-1'],
  ['vllm', '--pad-token', 'pad'],
  ['cloud-sql-proxy', '--private-ip', 'p:r:i'],
  ['cloud-sql-proxy', '--credentials-file', '/x.json'],
  ['cloud-sql-proxy', '-token=$TOKEN'],
  ['curl', '-H', 'Content-Type: application/json'],
  ['curl', '-H', 'Authorization: Bearer $TOKEN'],
  ['sh', '-c', 'curl -H "Authorization: Bearer ${TOKEN}" x'],
  ['sh', '-c', 'curl -H "Authorization: Bearer $(cat /secrets/t)" x'],
  ['sh', '-c', 'curl -H "Metadata-Flavor: Google" x'],
  ['curl', '-H', 'Accept: text/plain'],
  ['sh', '-c', 'curl -H "X-Api-Key: $KEY" x'],
  ['curl', '-H', 'Authorization: Basic $B64'],
  ['sh', '-c', 'curl -H "Authorization: Bearer `gcloud auth print-identity-token`" x'],
  ['sqlcmd', '-P', '$SA_PASSWORD'],
  ['docker', 'login', '-u', 'me', '--password-stdin'],
  ['openssl', '-passin', 'env:PASS'],
  ['openssl', '-passin', 'file:/x'],
  ['sshpass', '-e', 'ssh'],
  ['celery', '-A', 'proj', 'worker', '-l', 'info'],
  ['alembic', 'upgrade', 'head'],
  ['flask', 'run', '-p', '8080'],
  ['rails', 's', '-p', '3000', '-b', '0.0.0.0'],
  ['java', '-Dserver.port=8080'],
  ['java', '-Djavax.net.ssl.trustStore=/x'],
  ['npm', 'run', 'start:prod'],
  ['npx', 'prisma', 'migrate', 'deploy'],
  ['sh', '-c', 'npx prisma migrate deploy && node dist/main'],
  ['sh', '-c', 'python manage.py migrate && gunicorn -b :$PORT app.wsgi:application'],
  ['bundle', 'exec', 'puma', '-C', 'config/puma.rb'],
  ['sh', '-c', 'exec "$@"'],
  ['/bin/sh', '-c', 'until pg_isready -U postgres; do sleep 1; done'],
  ['caddy', 'reverse-proxy', '--from', 'a:80', '--to', 'b:90'],
  ['sidekiq', '-q', 'default,5', '-q', 'mailers'],
  ['nats-server', '--user', '$NATS_USER', '--pass', '$NATS_PASS'],
  ['app', '--key', 'value'],
  ['app', '--cache-key', 'build-1'],
  ['app', '--partition-key', 'userId'],
  ['kafka', '--bootstrap-server', 'k:9092', '--key-deserializer', 'org.x.StringDeserializer'],
  ['app', '--max-tokens', '4096'],
  ['vllm', 'serve', 'm', '--max-model-len', '4096', '--tokenizer', 'meta-llama/Llama'],
  ['app', '--pass-through', 'yes'],
  ['app', '--bypass=true'],
  ['app', '--tokens=100'],
];

describe('has a secret', () => {
  it.each(SECRET.map((words) => [words]))('%j', (words) => {
    const found = findSecretInWords(words);
    expect(found).toBeDefined();
    expect(found?.reason).not.toMatch(/hunter|S3cret|abcdef/i);
  });
});

describe('has none', () => {
  it.each(ORDINARY.map((words) => [words]))('%j', (words) => {
    expect(findSecretInWords(words)).toBeUndefined();
  });
});

const kept = (container: Container) =>
  plainSecrets({ kind: 'Service', resource: { template: { containers: [container] } } });

describe('command and arguments', () => {
  it('are one command line', () => {
    const [found, ...more] = kept({ name: 'web', command: ['mysqldump'], args: ['-uroot', '-phunter2', 'shop'] });
    expect(more).toEqual([]);
    expect(found?.message).toMatch(/^One of the arguments looks like a secret \(the value contains a password\)/);
    expect(kept({ command: ['sh', '-c'], args: ['curl -u admin:hunter2 https://x.example.com'] })).toHaveLength(1);
  });

  it('of another program the same option is none', () => {
    expect(kept({ command: ['mkdir'], args: ['-phunter2'] })).toEqual([]);
  });
});

it('takes time linear in the length', () => {
  const parts = ['${', '$(', '"', "'", '`', '\\', 'a: ${', '-p ', 'curl -u ', '; ', '\'"'];
  const time = processorTime(() => {
    for (const part of parts) findSecretInWords(['sh', '-c', part.repeat(8000)]);
  });
  expect(time).toBeLessThan(5000);
});
