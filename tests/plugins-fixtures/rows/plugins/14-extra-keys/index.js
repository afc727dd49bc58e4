(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['14'] = rows['14'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  PEX.pluginAPI.registerPlugin({ id: '14-extra-keys', load: load, unload: unload, act: function () {} });
})();
