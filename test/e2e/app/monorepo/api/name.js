export const name = 'api=1';
