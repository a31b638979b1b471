export const name = 'worker=1';
