sys.logs.info('Call ' + event.data.callId + ' with ' + event.data.caller + ' is over');
