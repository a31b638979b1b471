/**
 * The package.json files of a release. `npx github:orchestra/actions#v1` installs the release tree, so its root names the
 * command line as `bin`; the folder `cli/` is published to npm as a package of its own. Neither has dependencies or scripts
 * (https://docs.npmjs.com/cli/v11/configuring-npm/package-json#bin).
 */
const ABOUT = {
  description: 'Command line for deployments on Cloud Run: init, status, diff, rollback, hold, doctor',
  license: 'Apache-2.0',
  repository: { type: 'git', url: 'git+https://github.com/orchestra/actions.git' },
  engines: { node: '>=20' },
};

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** At the root of the release tree. Private: only `cli/` is published. */
export const releasePackage = (version: string, bin: string): string =>
  json({ name: 'orchestra', version, private: true, ...ABOUT, bin: { orchestra: bin } });

export const cliPackage = (version: string, bin: string): string =>
  json({ name: '@orchestra/cli', version, ...ABOUT, bin: { orchestra: bin }, files: [bin, 'licenses.txt'] });
