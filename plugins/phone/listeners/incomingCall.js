// The telephony provider calls this when somebody dials in: {"callId": "…", "caller": "…", "conference": "meet.open"} or "to": ["ada@example.org"].
var call = event.body || {};
var message = {
  scope: 'uiService:phone',
  name: 'incomingCall',
  callId: String(call.callId || event.date),
  caller: call.caller || '',
  detail: call.detail || '',
  callbacks: {
    answered: function (originalMessage, callbackData) {
      sys.logs.info('Call ' + originalMessage.callId + ' was answered by ' + sys.context.getCurrentUserRecord().label());
      // Wherever else it rings it may stop now; the one who talks keeps the call.
      sys.ui.sendMessage({
        scope: 'uiService:phone', name: 'callEnded', answered: true, callId: originalMessage.callId,
        target: originalMessage.target, conference: originalMessage.conference, targetUsers: originalMessage.targetUsers
      });
    },
    declined: function (originalMessage) {
      sys.logs.info('Call ' + originalMessage.callId + ' was declined');
    },
    missed: function (originalMessage) {
      sys.logs.warn('Call ' + originalMessage.callId + ' from ' + originalMessage.caller + ' was missed');
    }
  }
};
if (call.to) {
  message.target = 'users';
  message.targetUsers = [].concat(call.to);
} else if (call.conference) {
  message.target = 'conference';
  message.conference = call.conference;
} else {
  message.target = 'allUsers';
}
return { message: sys.ui.sendMessage(message), callId: message.callId };
