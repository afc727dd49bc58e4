({ ask, taken, asking }) => ({
  sendMessage: (message) => ask('ui.sendMessage', ...taken(message)),
  // The first answer, as a promise: which callback, with what, by whom.
  ask: (message) => asking('ui.ask', ...taken(message, true), false),
  // The answers of everybody, or of those who answered in time.
  gather: (message) => asking('ui.ask', ...taken(message, true), true),
})
