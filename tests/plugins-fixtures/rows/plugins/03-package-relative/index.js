(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['03'] = rows['03'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  PEX.pluginAPI.registerPlugin({ id: '03-package-relative', load: load, unload: unload, act: function () {} });
})();
