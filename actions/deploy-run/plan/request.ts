/** The inputs of a step, parsed once into a readonly value. */

import type { ImageDigest } from '../../../src/container/image-reference.ts';
import type { ImageRepositories } from '../../../src/container/image-repositories.ts';
import type { FreezeWindow } from '../../../src/freeze/windows.ts';
import type { OnUnknownHistory } from '../../../src/github/freshness.ts';
import type { SecretFile } from '../../../src/google/run/secret-files.ts';
import type { ProvenanceInputs } from '../../../src/inputs/provenance.ts';
import type { SecretReference } from '../../../src/inputs/secret-reference.ts';
import type { SharedInputs } from '../../../src/inputs/shared.ts';
import type { HeldStep } from '../../../src/inputs/steps.ts';
import type { ExceptionText } from '../../../src/policy/types.ts';
import type { AnalysisOptions } from '../analysis/conditions.ts';
import type { ServiceSettings } from './settings/service-settings.ts';

export interface DeployInputs extends SharedInputs {
  /** At least one, in the order in which they are deployed. */
  readonly regions: readonly string[];
  readonly request: StepRequest;
  readonly rollout: RolloutOptions;
  readonly force: boolean;
  /** Windows in which nothing is deployed and traffic is not increased. */
  readonly freeze: readonly FreezeWindow[];
  readonly releaseHold: boolean;
  readonly reason: string | undefined;
  /** Whether a preview writes the comment on its pull request. */
  readonly previewComment: boolean;
  /** GitHub environment whose deployment shows a canary. */
  readonly deploymentEnvironment: string | undefined;
  readonly githubToken: string | undefined;
  /** For a rollback of several services to `previous` if no earlier combination is recorded. */
  readonly onUnknownCombination: 'refuse' | 'warn';
  readonly onUnknownHistory: OnUnknownHistory;
  readonly provenance: ProvenanceInputs;
  /** Entries of the input `services`, each with its inputs; empty for a single service. */
  readonly services: readonly ServiceInputs[];
  /** Jobs that are run before and after the traffic moves. */
  readonly jobs: readonly JobInputs[];
}

/** The kind of a job of a release. */
export type JobSource =
  /** The manifest of its inputs, written and run. */
  | { readonly kind: 'manifest' }
  /** An existing job, run unchanged. */
  | { readonly kind: 'existing'; readonly job: string }
  /** A command in the new image of a service (the only one if absent), as a job of its own. */
  | {
      readonly kind: 'command';
      readonly service: string | undefined;
      readonly command: readonly string[];
      readonly args: readonly string[];
    };

export interface JobInputs {
  readonly source: JobSource;
  /** The input that contains the job, and its name there, for messages. */
  readonly list: 'jobs' | 'verify';
  readonly label: string;
  readonly inputs: DeployInputs;
  readonly when: 'before-traffic' | 'after-traffic';
  /** Of a job after traffic: whether its failure brings all services back. */
  readonly onFailure: 'restore' | 'fail';
}

export interface ServiceInputs {
  /** Of its entry. */
  readonly name: string | undefined;
  readonly inputs: DeployInputs;
  /** Names of services that get their traffic before this one. */
  readonly after: readonly string[];
}

/** The task of the step. */
export type StepRequest =
  | ({ readonly kind: 'deploy' } & DeployRequest)
  | { readonly kind: 'rollback'; readonly target: ServiceReference; readonly to: string }
  | { readonly kind: 'remove-tag'; readonly target: ServiceReference; readonly tags: readonly string[] }
  | {
      readonly kind: 'preview-failure';
      readonly target: ServiceReference;
      readonly tag: string;
      /** A sentence. */
      readonly reason: string;
    }
  | { readonly kind: 'hold' | 'release-hold'; readonly target: ServiceReference }
  /** Judges a canary and continues it. `waits` records the commit of this run as the next one. */
  | {
      readonly kind: 'advance';
      readonly target: ServiceReference;
      readonly approved: Approval;
      readonly waits: boolean;
    }
  /** The jobs of the step, and no service. */
  | { readonly kind: 'jobs' };

/** Tasks that go on without services that do not respond, and fail at their end. */
export type PartialKind = 'rollback' | 'hold' | 'release-hold';

const PARTIAL: ReadonlySet<StepRequest['kind']> = new Set<PartialKind>(['rollback', 'hold', 'release-hold']);

export const goesOnWithout = ({ kind }: StepRequest): boolean => PARTIAL.has(kind);

/** Approved canaries: all, or a step of each of these, `RELEASE@STEP` as in the output `approvals`. */
export type Approval = 'all' | ReadonlySet<string>;

/** Identifies the service by its name, or by its manifest, of which only kind and name are used. */
export type ServiceReference = ManifestSource | { readonly from: 'service'; readonly service: string };

export interface DeployRequest {
  readonly source: ManifestSource | ServiceSource;
  readonly images: readonly NamedImage[];
  /** Allowed repositories of all images of the resource; empty allows any. */
  readonly imageRepositories: ImageRepositories;
  readonly preview: boolean;
  /** A tag that stays on the new revision. */
  readonly tag: string | undefined;
  /** Undefined keeps the access policy. */
  readonly allowUnauthenticated: boolean | undefined;
  readonly policy: 'enforce' | 'warn';
  /** Of the input `policy-exceptions`. */
  readonly policyExceptions: readonly ExceptionText[];
  /** Source of exceptions in a pull request: the manifest, or that of the base branch. */
  readonly exceptions: 'manifest' | 'base';
  readonly requiredChecks: readonly string[];
  readonly secretsLatest: 'resolve' | 'keep';
  /** A Job from a manifest is run once it is deployed. */
  readonly execute: boolean;
}

export interface ManifestSource {
  readonly from: 'manifest';
  readonly file: string;
  readonly substitutions: ReadonlyMap<string, string>;
}

export interface ServiceSource {
  readonly from: 'service';
  readonly service: string;
  readonly env: ReadonlyMap<string, string>;
  /** By environment variable. */
  readonly secrets: ReadonlyMap<string, SecretReference>;
  readonly secretFiles: readonly SecretFile[];
  readonly labels: ReadonlyMap<string, string>;
  readonly settings: ServiceSettings;
  /** What is probably meant otherwise, as a message for the user. */
  readonly hints: readonly string[];
}

/** An image for the container of that name, or for the one that takes requests. */
export interface NamedImage {
  readonly container: string | undefined;
  readonly image: ImageDigest;
}

export interface RolloutOptions {
  /** Percentages, ascending, ending at 100. */
  readonly steps: readonly number[];
  /** Milliseconds; of steps that outlast the run the shortest. */
  readonly stepInterval: number;
  /** The same steps if they outlast the run; empty if the run waits for them. */
  readonly held: readonly HeldStep[];
  /** Reaction of a deploy to an undecided canary. */
  readonly onCanary: 'wait' | 'supersede';
  /** Milliseconds after the end of a step after which `advance` does not continue without `force`. */
  readonly overdueAfter: number;
  readonly probe: ProbeOptions;
  /** Analysis of the users' requests; off without conditions. */
  readonly analysis: AnalysisOptions;
  /** Milliseconds for a revision to become ready, and for traffic to take effect. */
  readonly timeout: number;
}

export interface ProbeOptions {
  readonly kind: 'http' | 'grpc' | 'startup';
  /** Undefined: the path of the container's startup probe, else `/`. */
  readonly path: string | undefined;
  readonly statuses: readonly StatusRange[];
  /** Consecutive successes that are needed. */
  readonly passes: number;
  /** Milliseconds between two probe requests. */
  readonly interval: number;
  /** Milliseconds for all probe requests together. */
  readonly timeout: number;
  /** Text that the response must contain. */
  readonly contains: string | undefined;
  /** Email of the service account that requests private services. */
  readonly account: string | undefined;
  /** Inputs of the probe that were set, for resources that cannot be probed. */
  readonly given: readonly string[];
}

export interface StatusRange {
  readonly from: number;
  readonly to: number;
}
