/** `kind: Service` (serving.knative.dev/v1) → Service of Cloud Run v2. */

import { carry, drop, keep, list, nest, type Row, refuse, strip, type Table } from '../decode/table.ts';
import {
  commaList,
  isTextRecord,
  isTexts,
  nonEmpty,
  oneOf,
  structured,
  text,
  textBoolean,
  textInteger,
} from '../decode/values.ts';
import { description, envelope, resourceMeta, sharedAnnotations } from './metadata.ts';
import { serviceTemplate } from './template.ts';
import { finishTargets, trafficTarget } from './traffic.ts';

const NO_V2 = 'has no equivalent in the Cloud Run v2 API. Remove it.';

const buildAnnotations: Readonly<Record<string, Row>> = {
  'run.googleapis.com/build-name': strip(text),
  'run.googleapis.com/build-id': drop('build-name replaces it.', text),
  'run.googleapis.com/build-source-location': carry('buildConfig.sourceLocation', nonEmpty),
  'run.googleapis.com/source-location': carry('buildConfig.sourceLocation', nonEmpty),
  'run.googleapis.com/build-function-target': carry('buildConfig.functionTarget', nonEmpty),
  'run.googleapis.com/function-target': carry('buildConfig.functionTarget', nonEmpty),
  'run.googleapis.com/build-image-uri': carry('buildConfig.imageUri', nonEmpty),
  'run.googleapis.com/image-uri': carry('buildConfig.imageUri', nonEmpty),
  'run.googleapis.com/build-base-image': carry('buildConfig.baseImage', nonEmpty),
  'run.googleapis.com/build-enable-automatic-updates': carry('buildConfig.enableAutomaticUpdates', textBoolean),
  'run.googleapis.com/enable-automatic-updates': carry('buildConfig.enableAutomaticUpdates', textBoolean),
  'run.googleapis.com/build-worker-pool': carry('buildConfig.workerPool', nonEmpty),
  'run.googleapis.com/build-environment-variables': carry(
    'buildConfig.environmentVariables',
    structured(isTextRecord, '{"NAME":"value"}'),
  ),
  'run.googleapis.com/build-service-account': carry('buildConfig.serviceAccount', nonEmpty),
  'run.googleapis.com/base-images': keep(structured(isTextRecord, '{"app":"us-docker.pkg.dev/…"}')),
};

/** The service's own scaling; a revision's stands in its template. */
const scalingAnnotations: Readonly<Record<string, Row>> = {
  'run.googleapis.com/minScale': carry('scaling.minInstanceCount', textInteger({ min: 0 })),
  'run.googleapis.com/maxScale': carry('scaling.maxInstanceCount', textInteger({ min: 1 })),
  'run.googleapis.com/scalingMode': carry('scaling.scalingMode', oneOf({ automatic: 'AUTOMATIC', manual: 'MANUAL' })),
  'run.googleapis.com/manualInstanceCount': carry('scaling.manualInstanceCount', textInteger({ min: 0 })),
};

const serviceAnnotations: Readonly<Record<string, Row>> = {
  ...sharedAnnotations,
  ...scalingAnnotations,
  ...buildAnnotations,
  'run.googleapis.com/description': description,
  'run.googleapis.com/ingress': carry(
    'ingress',
    oneOf({
      all: 'INGRESS_TRAFFIC_ALL',
      internal: 'INGRESS_TRAFFIC_INTERNAL_ONLY',
      'internal-and-cloud-load-balancing': 'INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER',
      none: 'INGRESS_TRAFFIC_NONE',
    }),
  ),
  'run.googleapis.com/ingress-status': strip(text),
  'run.googleapis.com/custom-audiences': carry('customAudiences', structured(isTexts, '["https://api.example.com"]')),
  'run.googleapis.com/default-url-disabled': carry('defaultUriDisabled', textBoolean),
  'run.googleapis.com/invoker-iam-disabled': carry('invokerIamDisabled', textBoolean),
  'run.googleapis.com/iap-enabled': carry('iapEnabled', textBoolean),
  'run.googleapis.com/ssh-enabled': carry('sshEnabled', textBoolean),
  'run.googleapis.com/regions': carry('multiRegionSettings.regions', commaList),
  'run.googleapis.com/urls': strip(text),
  'run.googleapis.com/max-surge': refuse(NO_V2),
  'run.googleapis.com/max-unavailable': refuse(NO_V2),
  'run.googleapis.com/gc-traffic-tags': refuse(NO_V2),
  'run.googleapis.com/presets': refuse(NO_V2),
  'runapps.googleapis.com/gclb-domain-name': refuse(NO_V2),
};

export const service: Table = {
  rows: {
    ...envelope('serving.knative.dev/v1'),
    metadata: nest(
      '',
      resourceMeta(serviceAnnotations, {
        'run.googleapis.com/multi-region-id': carry('multiRegionSettings.multiRegionId', nonEmpty),
      }),
    ),
    spec: nest('', {
      rows: { template: nest('template', serviceTemplate), traffic: list('traffic', trafficTarget) },
      finish: (scope) => {
        if (!scope.has('template')) scope.problem(scope.at, scope.words, 'has no template.');
        finishTargets(scope, 'traffic');
      },
    }),
  },
};
