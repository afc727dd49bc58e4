(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['45'] = rows['45'] || {});
  function load() {
    PEX.actions$.ofType('[Conference] Connect Fail').subscribe(function (action) { row.msg = action.payload.msg; });
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '45-connect-fail', load: load, unload: unload });
})();
