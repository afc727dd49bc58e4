(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['51'] = rows['51'] || {});
  function load() {
    row.heard = [];
    PEX.actions$.ofType(PEX.actions.CONNECT_SUCCESS).subscribe(function () {
      PEX.pexrtc.onDirectMessage = function (message) { row.heard.push(message.payload); };
    });
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '51-direct-messages', load: load, unload: unload });
})();
