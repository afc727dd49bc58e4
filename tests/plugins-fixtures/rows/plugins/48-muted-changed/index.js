(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['48'] = rows['48'] || {});
  function load() {
    PEX.actions$.ofType('[Participant] Muted Changed').subscribe(function (action) { row.payload = action.payload; });
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '48-muted-changed', load: load, unload: unload });
})();
