// What is imported here is never used.
module.exports = {};
