(function () {
  var guide = (window.guide = window.guide || {});
  guide.heard = [];
  var subscriptions = [];

  function hear(name) {
    return window.PEX.actions$.ofType(window.PEX.actions[name]).subscribe(action => { guide.heard.push({ name: name, payload: action.payload }); });
  }

  function load() {
    ['SEND_CHAT_MESSAGE', 'RECEIVE_CHAT_MESSAGE', 'SELECT_EVENT', 'PARTICIPANT_CONNECT_SUCCESS', 'PARTICIPANT_DISCONNECT_SUCCESS']
      .forEach(function (name) { subscriptions.push(hear(name)); });
    subscriptions.push(window.PEX.actions$.ofType(window.PEX.actions.RECEIVE_CHAT_MESSAGE)
      .subscribe(action => {
        if (action.payload.payload.startsWith('The thing I am looking for')) {
          PEX.pluginAPI.sendChatMessage('found the thing I am looking for in the chat message');
        } else {
          guide.ignored = action.payload.payload;
        }
      }));
  }

  function unload() {
    subscriptions.splice(0).forEach(function (subscription) { subscription.unsubscribe(); });
  }

  PEX.pluginAPI.registerPlugin({ id: 'listener', load: load, unload: unload });
})();
