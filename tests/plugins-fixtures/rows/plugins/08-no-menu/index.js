(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['08'] = rows['08'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  PEX.pluginAPI.registerPlugin({ id: '08-no-menu', load: load, unload: unload });
})();
