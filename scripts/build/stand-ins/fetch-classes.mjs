// What google-auth-library and gaxios see as the globals `Headers` and `FormData`: those of node-fetch, through which they
// send. Node loads all of its own fetch for the first look at either, 17 ms before the first token.

export { FormData } from '../../../node_modules/formdata-polyfill/esm.min.js';
export { default as Headers } from '../../../node_modules/node-fetch/src/headers.js';
