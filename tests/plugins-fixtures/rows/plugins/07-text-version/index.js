(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['07'] = rows['07'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  PEX.pluginAPI.registerPlugin({ id: '07-text-version', load: load, unload: unload });
})();
