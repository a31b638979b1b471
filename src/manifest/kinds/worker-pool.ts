/** `kind: WorkerPool` (run.googleapis.com/v1, as gcloud exports it) → WorkerPool of Cloud Run v2. */

import { carry, drop, list, nest, type Row, refuse, type Table } from '../decode/table.ts';
import { isTexts, only, structured, textInteger } from '../decode/values.ts';
import { description, envelope, resourceMeta, sharedAnnotations } from './metadata.ts';
import { workerTemplate } from './template.ts';
import { finishTargets, instanceSplit } from './traffic.ts';

/** v2 knows only a number of instances for a worker pool. */
const MANUAL_ONLY =
  'is not supported: a worker pool has a fixed number of instances. Use run.googleapis.com/manualInstanceCount.';

const annotations: Readonly<Record<string, Row>> = {
  ...sharedAnnotations,
  'run.googleapis.com/description': description,
  'run.googleapis.com/custom-audiences': carry('customAudiences', structured(isTexts, '["https://api.example.com"]')),
  'run.googleapis.com/manualInstanceCount': carry('scaling.manualInstanceCount', textInteger({ min: 0 })),
  'run.googleapis.com/scalingMode': drop('it is what a worker pool always does.', only('manual', MANUAL_ONLY)),
  'run.googleapis.com/minScale': refuse(MANUAL_ONLY),
  'run.googleapis.com/maxScale': refuse(MANUAL_ONLY),
  'run.googleapis.com/max-surge': refuse('has no equivalent in the Cloud Run v2 API. Remove it.'),
  'run.googleapis.com/max-unavailable': refuse('has no equivalent in the Cloud Run v2 API. Remove it.'),
};

export const workerPool: Table = {
  rows: {
    ...envelope('run.googleapis.com/v1'),
    metadata: nest('', resourceMeta(annotations)),
    spec: nest('', {
      rows: { template: nest('template', workerTemplate), instanceSplits: list('instanceSplits', instanceSplit) },
      finish: (scope) => {
        if (!scope.has('template')) scope.problem(scope.at, scope.words, 'has no template.');
        finishTargets(scope, 'instanceSplits');
      },
    }),
  },
};
