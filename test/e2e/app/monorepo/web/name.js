export const name = 'web=1';
