(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['60'] = rows['60'] || {});
  function load() {
    row.heard = [];
    PEX.actions$.ofType('[Conference] Receive Chat Message').subscribe(function (action) { row.heard.push([action.payload.type, action.payload.payload]); });
  }
  function unload() {}
  function act() {
    PEX.pluginAPI.sendChatMessage({ type: 'application/json', payload: { row: 60 } });
  }
  PEX.pluginAPI.registerPlugin({ id: '60-typed-messages', load: load, unload: unload, act: act });
})();
