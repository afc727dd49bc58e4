(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['46'] = rows['46'] || {});
  function load() {
    row.heard = 0;
    PEX.actions$.ofType('[Conference] Disconnect').subscribe(function (action) { row.heard++; });
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '46-disconnect', load: load, unload: unload });
})();
