(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['09'] = rows['09'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  PEX.pluginAPI.registerPlugin({ id: '09-empty-menu', load: load, unload: unload });
})();
