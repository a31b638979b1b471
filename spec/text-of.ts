/** The text of a part of a state, without its etag: how old an etag is is told apart from what it stands for. */
const texts = new WeakMap<object, string>();

/** Parts are never changed, and most stay the same from state to state, so each is written once. */
export function textOf(part: object): string {
  let text = texts.get(part);
  if (text === undefined) {
    text = JSON.stringify(part, (name, value: unknown) => (name === 'etag' ? undefined : value));
    texts.set(part, text);
  }
  return text;
}
