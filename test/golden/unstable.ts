/** Tests of the bundle tier that test/golden/ leaves out: their writes differ from run to run, or are too many to review. */

const RACE = 'two runs race for the first write';
const WHICHEVER = 'the fault hits whichever upload comes first';

const LEFT_OUT: readonly (readonly [tests: RegExp, reason: string])[] = [
  [/^deploy-run-sweep > /, 'three lanes kill runs in parallel; a state that one lane tried is not tried by the others'],
  [/^release(-sweep|-concurrent)? > /, 'the services of a release are written in parallel'],
  [
    /^long-canary-jobs > .* > (runs once where two runs advance|during which a |of a run that stood still)/,
    'two parallel runs, each of which renews its lease now and then',
  ],
  [
    /^long-canary-jobs > .* > (that fails restores|during which the time of its run ends > has failed)/,
    'the record has a message with the random name of an execution',
  ],
  [/^long-canary-jobs > .* > of two services/, 'both are written in parallel'],
  [/^clean-up > /, 'objects, tags and images of previews are deleted in parallel'],
  [/^preview-parts > .* > in a circle/, 'both services are checked in parallel'],
  [/^multi-region-canary > /, 'users visit it meanwhile, and runs are killed at each of their calls'],
  [/^publish-frontend-death > /, 'sites are killed in parallel, at each of their calls'],
  [/^publish-frontend-encodings > .* > a file that is sent in pieces/, 'the address of an upload session is random'],
  [/^publish-frontend-large > /, 'thousands of objects, and faults that hit whichever upload comes first'],
  [/^publish-frontend-cdn > .* > of many paths is grouped$/, 'hundreds of objects'],
  [/^private-registry > /, 'installs a package over the network'],
  [/^migrate > a migration > of (two runs at once|another commit is waited for)/, RACE],
  [/^migrate-faults > .* > two (commits start|runs start it) at the same moment/, RACE],
  [/^migrate-identity > .* > it is forced by two runs at once/, RACE],
  [/^publish-frontend-race > a second publisher > that begins at the same moment/, RACE],
  [/^publish-frontend-race > a rollback > wins over a publisher that is still sending/, RACE],
  [
    /^deploy-run-rollback > rollback > to a revision that is unhealthy now$/,
    'a loaded machine may cut its last probe short',
  ],
  [/^publish-frontend-faults > survived > the token expires while files are sent/, WHICHEVER],
  [
    /^publish-frontend-faults > survived > responses to all uploads of files are lost/,
    'a repeated upload may come before the last of the files',
  ],
  [
    /^publish-frontend-faults > survived > the (invalidation fails with 503|response to the invalidation is lost)/,
    'the fault hits whichever invalidation comes first',
  ],
  [/^publish-frontend-faults > survived > three uploads in a row are cut/, WHICHEVER],
  [/^publish-frontend-faults > survived > every second upload fails with 503/, WHICHEVER],
  [/^publish-frontend-faults > the manifest and the files, .* > a file is refused/, WHICHEVER],
  [/^publish-frontend-interrupted > changed by another user > one file is refused for good/, WHICHEVER],
  [/^publish-frontend-interrupted > a commit that is published again with other files > /, WHICHEVER],
];

/** Whether a test, as `FILE > NAME`, is one of them. */
export const isUnstable = (test: string): boolean => LEFT_OUT.some(([tests]) => tests.test(test));
