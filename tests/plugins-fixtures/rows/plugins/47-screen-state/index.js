(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['47'] = rows['47'] || {});
  function load() {
    row.seen = [];
    PEX.actions$.ofType('[Home] Screen state').subscribe(function (action) { row.seen.push(action.payload); });
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '47-screen-state', load: load, unload: unload });
})();
