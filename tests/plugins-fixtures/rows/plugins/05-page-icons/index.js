(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['05'] = rows['05'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  PEX.pluginAPI.registerPlugin({ id: '05-page-icons', load: load, unload: unload, act: function () {} });
})();
