(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['02'] = rows['02'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  PEX.pluginAPI.registerPlugin({ id: '02-configuration-prefix', load: load, unload: unload, act: function () {} });
})();
