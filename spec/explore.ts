/**
 * Explores a model exhaustively: every state that any order of its steps can reach, breadth first, so that the first
 * counterexample found is a shortest one. A model is finite because its budgets (crashes, lost responses, …) are.
 */
import { KnownStates, Numbers } from './known-states.ts';

/** A possible step from a state. */
export interface Step<State> {
  /** A description of the step: `deploy B: write create`. */
  readonly label: string;
  readonly state: State;
}

export interface Model<State> {
  readonly initial: readonly State[];
  /** Everything that can happen next. A state without steps is an end. */
  readonly steps: (state: State) => readonly Step<State>[];
  /** Two states with the same key are one. Default: their JSON. */
  readonly key?: (state: State) => string;
  readonly safety: readonly Safety<State>[];
  readonly liveness: readonly Liveness<State>[];
}

/** Must hold in every step that can happen; `undefined` is good, a text says what is wrong. */
export interface Safety<State> {
  readonly name: string;
  readonly check: (before: State, step: Step<State>) => string | undefined;
}

/** Must hold from every state in which the actors have stopped: `undefined` is good, a text says what is wrong. */
export interface Liveness<State> {
  readonly name: string;
  readonly check: (stopped: State) => string | undefined;
  /** Whether no actor can act in this state, so that the property must hold. */
  readonly due: (state: State) => boolean;
}

export interface Exploration {
  readonly states: number;
  readonly steps: number;
  /** Steps of the longest shortest path. */
  readonly depth: number;
  /** False where the limit of states ended the exploration before the queue was empty. */
  readonly complete: boolean;
  readonly violation: Violation | undefined;
}

export interface Violation {
  readonly property: string;
  readonly message: string;
  /** Labels of the steps from an initial state to the violation. */
  readonly trace: readonly string[];
}

export interface Limits {
  readonly states?: number;
  /** Called now and then with the progress. */
  readonly onProgress?: (states: number, queued: number) => void;
}

export const propertiesOf = <State>({ safety, liveness }: Model<State>): readonly string[] =>
  [...safety, ...liveness].map(({ name }) => name);

/** The model with only this property, so that no other one ends the exploration first. */
export function withOnly<State>(property: string, model: Model<State>): Model<State> {
  const isMeant = ({ name }: { readonly name: string }) => name === property;
  return { ...model, safety: model.safety.filter(isMeant), liveness: model.liveness.filter(isMeant) };
}

/** Explores until the queue is empty, a property is violated, or the limit of states is reached. */
export function explore<State>(model: Model<State>, limits: Limits = {}): Exploration {
  const key = model.key ?? ((state: State) => JSON.stringify(state));
  const seen = new KnownStates();
  /** Of each state: its predecessor, and which of the steps from there led here. Enough to replay a trace. */
  const parents = new Numbers();
  const choices = new Numbers();
  let steps = 0;
  let depth = 0;
  let next: { state: State; id: number }[] = [];

  const add = (state: State, parent: number, choice: number): void => {
    if (!seen.add(key(state))) return;
    next.push({ state, id: parents.length });
    parents.push(parent);
    choices.push(choice);
  };
  const trace = (id: number): string[] => {
    const path: number[] = [];
    for (let at = id; at >= 0; at = parents.at(at)) path.unshift(choices.at(at));
    const [start = 0, ...taken] = path;
    let state = model.initial[start] as State;
    return taken.map((choice) => {
      const step = model.steps(state)[choice] as Step<State>;
      state = step.state;
      return step.label;
    });
  };
  const result = (complete: boolean, violation?: Violation): Exploration => ({
    states: parents.length,
    steps,
    depth,
    complete,
    violation,
  });

  for (const [i, state] of model.initial.entries()) add(state, -1, i);
  while (next.length > 0) {
    const queue = next;
    next = [];
    for (const { state, id } of queue) {
      for (const { name, due, check } of model.liveness) {
        const message = due(state) ? check(state) : undefined;
        if (message !== undefined) return result(false, { property: name, message, trace: trace(id) });
      }
      for (const [i, step] of model.steps(state).entries()) {
        steps++;
        for (const { name, check } of model.safety) {
          const message = check(state, step);
          if (message !== undefined)
            return result(false, { property: name, message, trace: [...trace(id), step.label] });
        }
        add(step.state, id, i);
      }
      if (limits.states !== undefined && parents.length >= limits.states) return result(false);
    }
    if (next.length > 0) depth++;
    limits.onProgress?.(parents.length, next.length);
  }
  return result(true);
}
