(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['12'] = rows['12'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  PEX.pluginAPI.registerPlugin({ id: '12-no-fragment', load: load, unload: unload, act: function () {} });
})();
