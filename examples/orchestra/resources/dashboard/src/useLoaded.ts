import { useEffect, useState } from 'react';

export type Loaded<T> = { state: 'loading' } | { state: 'done'; value: T } | { state: 'failed'; reason: string };

/** Loads once, and ignores an answer that comes after the component is gone. */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  useEffect(() => {
    let gone = false;
    load().then(
      (value) => gone || setLoaded({ state: 'done', value }),
      (error: Error) => gone || setLoaded({ state: 'failed', reason: error.message }),
    );
    return () => {
      gone = true;
    };
  }, []); // what to load never changes
  return loaded;
}
