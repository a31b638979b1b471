/** Begins the tag of each attestation; clean-up policies name it. */
export const ATTESTATION_TAG = 'attestation-';

/** `attestation-HEX-`: the tags of an image's attestations begin so. */
export const attestationTagPrefix = (digest: string): string => `${ATTESTATION_TAG}${digest.replace('sha256:', '')}-`;

/** The digest of the image that an attestation with this tag is of; undefined for another tag. */
export function attestedImage(tag: string): string | undefined {
  const hex = /^attestation-([0-9a-f]{64})-/.exec(tag)?.[1];
  return hex === undefined ? undefined : `sha256:${hex}`;
}
