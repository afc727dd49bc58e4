(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['38'] = rows['38'] || {});
  function load() { row.name = PEX.actions.DISCONNECT_SUCCESS; }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '38-constants', load: load, unload: unload });
})();
