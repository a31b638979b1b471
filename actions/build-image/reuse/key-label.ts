/** Label that holds the reuse key of the inputs that an image was built from. */
export const KEY_LABEL = 'dev.orchestra.actions.inputs';
