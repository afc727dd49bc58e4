(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['10'] = rows['10'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  PEX.pluginAPI.registerPlugin({ id: '10-empty-toolbar', load: load, unload: unload });
})();
