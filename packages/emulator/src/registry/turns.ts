/** Serializes work of the same key. */

/** Runs `work` once all earlier work of the key has ended. */
export type TakeTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export function createTurns(): TakeTurn {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, turn);
    const forget = () => last.get(key) === turn && last.delete(key);
    turn.then(forget, forget);
    return turn;
  };
}
