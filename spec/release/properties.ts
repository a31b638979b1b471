/** The properties of a release: safety in every step, liveness in every state in which all actors have stopped. */
import type { Liveness, Safety } from '../explore.ts';
import {
  decisionOf,
  hasEnded,
  type MemberService,
  mainOf,
  type ReleaseActor,
  type ReleaseActorKind,
  type ReleaseReference,
  type ReleaseSystem,
} from './system.ts';

type RunToCompletion = (
  system: ReleaseSystem,
  actor: { readonly name: string; readonly kind: ReleaseActorKind; readonly members: readonly number[] },
) => ReleaseSystem | undefined;

const releasesIn = ({ actors }: ReleaseSystem): readonly ReleaseActor[] =>
  actors.filter(({ kind }) => kind === 'deploy' || kind === 'rollback');
const at = (system: ReleaseSystem, service: number | undefined): MemberService =>
  system.services[service ?? 0] as MemberService;
const candidateOf = ({ kind, name }: ReleaseActor): string => (kind === 'rollback' ? 'older' : name);

/** The services that one step has changed. */
const changed = (before: ReleaseSystem, after: ReleaseSystem): number[] =>
  before.services.flatMap((state, i) => (after.services[i]?.etag === state.etag ? [] : [i]));

export const SAFETY_OF_RELEASES: readonly Safety<ReleaseSystem>[] = [
  {
    name: 'no member serves before all candidates passed their health checks',
    check: (before, { state: after }) => {
      for (const service of changed(before, after))
        for (const { name, members } of releasesIn(after)) {
          const gains = (at(after, service).traffic[name] ?? 0) > (at(before, service).traffic[name] ?? 0);
          const missing = members.find((member) => !after.healthChecked.includes(`${name}@${member}`));
          if (gains && missing !== undefined) return `${name} serves ${service}, and was not healthy on ${missing}`;
        }
      return undefined;
    },
  },
  {
    name: 'a release is committed only when every member serves it',
    check: (before, { state: after }) => {
      for (const release of releasesIn(after)) {
        const { name, members } = release;
        const [lead] = members;
        if (at(before, lead).recorded.includes(name) || !at(after, lead).recorded.includes(name)) continue;
        if (decisionOf(at(before, lead), name) !== 'undecided') return `${name} was aborted, and is committed`;
        const missing = members.find((member) => at(after, member).traffic[candidateOf(release)] !== 100);
        if (missing !== undefined) return `${name} is committed, and ${missing} does not serve it`;
      }
      return undefined;
    },
  },
  {
    name: 'no member goes back after the commit point',
    check: (before, { state: after }) => {
      for (const service of changed(before, after)) {
        const { record } = at(before, service);
        if (!record || decisionOf(at(before, record.members[0]), record.id) !== 'committed') continue;
        const { traffic, recorded } = at(after, service);
        if (at(after, service).record?.id === record.id) continue;
        if (traffic[record.candidate] !== 100 || !recorded.includes(record.id))
          return `${record.id} was committed, and ${service} left it`;
      }
      return undefined;
    },
  },
  {
    name: 'a member of a release is not taken over by another run',
    check: (before, { state: after }) => {
      for (const service of changed(before, after)) {
        const had = at(before, service).record;
        const has = at(after, service).record;
        if (had && had.members.length > 1 && has && has.id !== had.id)
          return `${has.id} took ${service} over from ${had.id}`;
      }
      return undefined;
    },
  },
  {
    name: 'a lead is claimed only once the release before is finished',
    check: (before, { state: after }) => {
      for (const service of changed(before, after)) {
        const { record, recorded, snapshot } = at(before, service);
        if (record || at(after, service).record?.members[0] !== service) continue;
        const last = recorded.at(-1) as string;
        const left = snapshot.find((member) => at(before, member).record?.id === last);
        const claimer = after.actors.find(({ name }) => name === at(after, service).record?.id);
        if (left !== undefined && !claimer?.silent.includes(left))
          return `${service} is claimed, and ${left} has not finished ${last}`;
      }
      return undefined;
    },
  },
  {
    name: 'traffic and commit are planned without a new hold on any member',
    check: (before, { state: after }) => {
      for (const actor of after.actors) {
        const was = before.actors.find(({ name }) => name === actor.name);
        if (!actor.seen || was?.seen || !(actor.at.startsWith('shift') || actor.at === 'commit')) continue;
        for (const member of actor.members) {
          const { hold } = at(before, member);
          if (hold !== undefined && hold !== actor.name && !actor.knownHolds.includes(hold))
            return `${actor.name} plans ${actor.at} against the hold of ${hold} on ${member}`;
        }
      }
      return undefined;
    },
  },
  {
    name: 'the commit is planned only when every member serves the release',
    check: (before, { state: after }) => {
      for (const actor of after.actors) {
        const was = before.actors.find(({ name }) => name === actor.name);
        if (!actor.seen || was?.seen || actor.at !== 'commit') continue;
        const other = actor.members.find((member) => at(before, member).traffic[candidateOf(actor)] !== 100);
        if (other !== undefined) return `${actor.name} plans its commit, and ${other} does not serve it`;
      }
      return undefined;
    },
  },
  {
    name: 'only its owner, its post and a rollback end a release in progress',
    check: (before, { state: after, label }) => {
      for (const service of changed(before, after)) {
        const { record } = at(before, service);
        const owner = before.actors.find(({ name }) => name === record?.id);
        if (!record || record.members.length < 2 || !owner || hasEnded(owner)) continue;
        const ended = at(after, service).record?.id !== record.id || at(after, service).record?.aborted;
        const writer = before.actors.find(({ name }) => label.startsWith(`${name}:`)) as ReleaseActor;
        const allowed =
          mainOf(writer) === record.id || writer.kind === 'rollback' || before.expired.includes(record.id);
        if (
          ended &&
          !record.aborted &&
          !allowed &&
          decisionOf(at(before, record.members[0]), record.id) === 'undecided'
        )
          return `${writer.name} ended ${record.id}, which was in progress`;
      }
      return undefined;
    },
  },
  {
    name: 'the outcome of a release is the truth',
    check: (before, { state: after }) => {
      for (const actor of releasesIn(after)) {
        const was = before.actors.find(({ name }) => name === actor.name);
        if (actor.at !== 'done' || was?.at === 'done' || actor.outcome === 'unknown') continue;
        const committed = at(after, actor.members[0]).recorded.includes(actor.name);
        if (committed !== (actor.outcome === 'succeeded'))
          return `${actor.name} ends as ${actor.outcome}, and ${committed ? 'was' : 'was not'} committed`;
      }
      return undefined;
    },
  },
];

/** No actor can act, and no write is pending. The `post` of a lost runner never starts. */
const atRest = ({ actors, inFlight, down }: ReleaseSystem): boolean =>
  inFlight.length === 0 && down === undefined && actors.every((actor) => actor.at === 'waiting' || hasEnded(actor));

/** The problem of a release that has ended: all members must serve it, or none, and no record may be left. */
function incomplete(system: ReleaseSystem, { id, members }: ReleaseReference, candidate: string): string | undefined {
  const left = members.find((member) => at(system, member).record?.id === id);
  if (left !== undefined) return `the record of ${id} still stands on ${left}`;
  const shares = members.map((member) => at(system, member).traffic[candidate] ?? 0);
  if (new Set(shares).size > 1 || (shares[0] !== 0 && shares[0] !== 100))
    return `the members of ${id} serve ${shares.join(', ')} % of ${candidate}`;
  return undefined;
}

export const LIVENESS_OF_RELEASES = (runToCompletion: RunToCompletion): readonly Liveness<ReleaseSystem>[] => [
  {
    name: '`post` alone ends what a killed release left',
    // With an outage, a later run does.
    due: (system) =>
      atRest(system) &&
      system.budget.outages === undefined &&
      system.actors.filter(({ kind }) => kind !== 'person').length === 2,
    check: (system) => {
      const post = system.actors.find(({ kind, at: phase }) => kind === 'post' && phase === 'done');
      const main = post && system.actors.find(({ name }) => name === mainOf(post));
      // A first write that arrives after `post` has looked leaves a record, and gives the candidate no traffic.
      if (
        !main ||
        (at(system, main.members[0]).traffic[main.name] === undefined &&
          !main.members.some((one) => at(system, one).traffic[main.name]))
      )
        return undefined;
      return incomplete(system, { id: main.name, members: main.members }, candidateOf(main));
    },
  },
  {
    name: 'one re-run ends stable, with all members on its commit',
    due: atRest,
    check: (system) => {
      for (const { name, kind, named: members } of releasesIn(system)) {
        const ended = runToCompletion(system, { name: `${name} again`, kind, members });
        const again = ended?.actors[0];
        if (!ended || !again) return `a re-run of ${name} does not end`;
        const held = members.some((member) => at(ended, member).hold !== undefined);
        if (again.outcome === 'refused' && held) continue;
        if (again.outcome !== 'succeeded') return `a re-run of ${name} ends as ${again.outcome}`;
        const bad = members.find((one) => at(ended, one).traffic[candidateOf(again)] !== 100 || at(ended, one).record);
        if (bad !== undefined) return `after a re-run of ${name} ${bad} does not serve it alone`;
      }
      return undefined;
    },
  },
  {
    name: 'any run that meets the release, on its lead or a member, brings all members together',
    due: atRest,
    check: (system) => {
      for (const [service, { hold }] of system.services.entries()) {
        const ended = runToCompletion(system, { name: 'next', kind: 'deploy', members: [service] });
        if (!ended) return `a deploy of ${service} alone does not end`;
        if (hold !== undefined) continue;
        for (const release of releasesIn(system)) {
          const others = release.members.filter((member) => member !== service);
          const { record, recorded } = at(system, service);
          const leads = release.members[0] === service && recorded.at(-1) === release.name;
          const interrupted = others.some((member) => at(system, member).record?.id === release.name);
          const met = record?.id === release.name || (leads && interrupted);
          const message =
            met && others.length > 0 && incomplete(ended, { id: release.name, members: others }, candidateOf(release));
          if (message) return `after a deploy of ${service} alone ${message}`;
        }
      }
      return undefined;
    },
  },
];
