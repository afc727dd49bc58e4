(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['15'] = rows['15'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  PEX.pluginAPI.registerPlugin({ id: '15-three-ids-registered', load: load, unload: unload });
})();
