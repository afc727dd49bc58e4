(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['44'] = rows['44'] || {});
  function load() {
    PEX.actions$.ofType('[Conference] Set Self UUID').subscribe(function (action) { row.uuid = action.payload; });
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '44-self-uuid', load: load, unload: unload });
})();
