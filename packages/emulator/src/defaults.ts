/** Names of the seeded resources, which the sample application uses. */
export const DEFAULTS = {
  project: 'orchestra-dev',
  projectNumber: '123456789012',
  region: 'us-central1',
  pool: 'github',
  provider: 'projects/123456789012/locations/global/workloadIdentityPools/github/providers/github',
  serviceAccount: 'deployer@orchestra-dev.iam.gserviceaccount.com',
  /** Default service account of services: the default compute service account, as on Google Cloud. */
  runtimeAccount: '123456789012-compute@developer.gserviceaccount.com',
  repository: 'orchestra',
  bucket: 'orchestra-dashboard',
  urlMap: 'orchestra-dashboard',
  siteHost: 'app.orchestra.localhost',
} as const;
