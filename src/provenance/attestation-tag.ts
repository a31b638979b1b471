/** Begins the tag of each attestation; clean-up policies name it. */
export const ATTESTATION_TAG = 'attestation-';
