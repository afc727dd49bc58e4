/** The listener of this meeting hears these words, and whether for them alone. */
export const heard = (words, direct) => async meeting => {
  const message = await meeting.theirs.next('message_received', ({ payload }) => payload === words);
  if (message.direct !== direct) return `direct is ${message.direct}`;
  return message.origin === meeting.host.name && message.uuid === meeting.host.uuid
    ? undefined : `from ${message.origin} ${message.uuid}, expected ${meeting.host.name} ${meeting.host.uuid}`;
};
