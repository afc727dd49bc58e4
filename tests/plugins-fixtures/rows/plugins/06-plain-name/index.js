(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['06'] = rows['06'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  PEX.pluginAPI.registerPlugin({ id: '06-plain-name', load: load, unload: unload });
})();
