/**
 * The environment variables with which a process reaches this machine's package registries: trusted certificates,
 * proxies and mirrors. Every step of the demonstration and of the tests starts from an otherwise
 * empty environment, and a package manager without these hangs behind a private CA or a proxy.
 */

/** Exact names. */
const NAMES: ReadonlySet<string> = new Set([
  // Trust: Node, OpenSSL (also Go, Ruby, uv), curl, Python's requests, Git, gRPC, httplib2, gcloud, Deno, Nix.
  ...['NODE_EXTRA_CA_CERTS', 'NODE_USE_SYSTEM_CA', 'NODE_TLS_REJECT_UNAUTHORIZED', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
  ...['CURL_CA_BUNDLE', 'CURL_HOME', 'REQUESTS_CA_BUNDLE', 'AWS_CA_BUNDLE', 'HTTPLIB2_CA_CERTS', 'NIX_SSL_CERT_FILE'],
  ...['GRPC_DEFAULT_SSL_ROOTS_FILE_PATH', 'CLOUDSDK_CORE_CUSTOM_CA_CERTS_FILE', 'DENO_CERT', 'SYSTEM_CERTIFICATE_PATH'],
  // Proxies, in upper and lower case. Node uses them only if its own variable is set.
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'FTP_PROXY', 'NO_PROXY', 'NODE_USE_ENV_PROXY'],
  ...['http_proxy', 'https_proxy', 'all_proxy', 'ftp_proxy', 'no_proxy'],
  // Go: https://go.dev/ref/mod#environment-variables
  ...['GOPROXY', 'GOSUMDB', 'GONOSUMDB', 'GONOSUMCHECK', 'GOPRIVATE', 'GONOPROXY', 'GOINSECURE', 'GOVCS', 'GOAUTH'],
  ...['GOENV', 'GOFLAGS', 'GOTOOLCHAIN'],
  // Locations of such settings, and the credentials that a .npmrc refers to.
  ...['XDG_CONFIG_HOME', 'NETRC', 'NPM_TOKEN', 'NODE_AUTH_TOKEN', 'COREPACK_NPM_REGISTRY'],
  ...['RUSTUP_HOME', 'RUSTUP_DIST_SERVER', 'RUSTUP_UPDATE_ROOT', 'CARGO_HOME'],
]);

/** Prefixes of names. */
const PREFIXES = [
  ...['PIP_', 'UV_', 'GIT_SSL_', 'GIT_PROXY_'],
  ...['CARGO_HTTP_', 'CARGO_NET_', 'CARGO_REGISTRIES_', 'CARGO_REGISTRY_', 'CARGO_SOURCE_'],
];

/**
 * Of npm's configuration (also read by pnpm) only the registry settings: `npm test` itself sets others, such as
 * `npm_config_prefix`, for its own script. https://docs.npmjs.com/cli/v11/using-npm/config
 */
const NPM_CONFIG =
  /^p?npm_config_((.*:)?_?(registry|auth|authtoken)|(\/\/|@).+|ca|cafile|cert|key|certfile|keyfile|strict_ssl|proxy|https?_proxy|noproxy|no_proxy|userconfig|globalconfig|cache|store_dir|fetch_.+|network_timeout|local_address|maxsockets|replace_registry_host)$/i;

/** Node's options to trust the system's certificates. */
const NODE_TRUST = /^--(use-(system|openssl|bundled)-ca|tls-[\w.-]+(=.*)?|use-env-proxy)$/;

/** Loopback addresses bypass the proxy. */
const LOOPBACK = ['127.0.0.1', 'localhost', '.localhost', '::1'];

/** The registry settings of `env`, with loopback excluded from the proxy. */
export function reach(env: Readonly<Record<string, string | undefined>> = process.env): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined || value === '') continue;
    if (NAMES.has(name) || PREFIXES.some((prefix) => name.startsWith(prefix)) || NPM_CONFIG.test(name))
      found[name] = value;
  }
  const options = (env.NODE_OPTIONS ?? '').split(/\s+/).filter((option) => NODE_TRUST.test(option));
  if (options.length > 0) found.NODE_OPTIONS = options.join(' ');
  if (Object.keys(found).some((name) => /^(https?|all)_proxy$/i.test(name))) {
    const given = [found.no_proxy, found.NO_PROXY].join(',').split(',');
    const direct = [...new Set([...given.map((host) => host.trim()).filter(Boolean), ...LOOPBACK])].join(',');
    Object.assign(found, { NO_PROXY: direct, no_proxy: direct });
  }
  return found;
}
