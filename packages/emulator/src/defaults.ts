/** Names of what exists from the start; those of the sample application. */
export const DEFAULTS = {
  project: 'orchestra-dev',
  projectNumber: '123456789012',
  region: 'us-central1',
  pool: 'github',
  provider: 'projects/123456789012/locations/global/workloadIdentityPools/github/providers/github',
  serviceAccount: 'deployer@orchestra-dev.iam.gserviceaccount.com',
  /** Account that the services run as unless they name one: the default compute account, as in the real cloud. */
  runtimeAccount: '123456789012-compute@developer.gserviceaccount.com',
  repository: 'orchestra',
  bucket: 'orchestra-dashboard',
  urlMap: 'orchestra-dashboard',
  siteHost: 'app.orchestra.localhost',
} as const;
