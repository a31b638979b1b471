/** Begins the tag of each attestation; clean-up policies name it. */
export const ATTESTATION_TAG = 'attestation-';

/** `attestation-HEX-`: the tags of an image's attestations begin so. */
export const attestationTagPrefix = (digest: string): string => `${ATTESTATION_TAG}${digest.replace('sha256:', '')}-`;
