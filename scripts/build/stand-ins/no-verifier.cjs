// What the command line sees as the verifier of provenance, which it never asks for.
exports.createVerifier = () => {
  throw new Error('the command line does not verify provenance');
};
