// The three groups of message classes of google-gax, of which it makes only requests to poll an operation; plain objects do.
class Message {}
module.exports = { google: { longrunning: { GetOperationRequest: Message, CancelOperationRequest: Message } } };
